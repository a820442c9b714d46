#!/usr/bin/env python3
"""From a closed file to the feed that has it, readable over HTTP: the distribution, with so many articles behind it.

  NEWSFOLD=.build/release/newsfold latency.py [--behind 10000] [--changes 200] [--settle 200] [--seed 1] [--keep DIR]

Prints one line a figure. The delay counts from the return of close(2) to the end of the first answer that has the story, asked for
every two milliseconds; `over settle` takes off the quiet time that the settings ask for. Everything is on the loopback address
and below a temporary directory.
"""

import argparse
import http.client
import json
import os
import random
import shutil
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "System"))
from newsfold_site import Service, Site, article, fetch, newsfold, wait_until  # noqa: E402

ASK_EVERY = 0.002  # seconds; adds at most that much to a delay


def words(chance, count):
    """Invented words, so that no two articles are one story."""
    return " ".join(
        "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))
        for _ in range(count))


def invented(chance, number, day):
    title = words(chance, 6).capitalize()
    return title, article(title, words(chance, 150) + ".", date=f"2026-{1 + day // 28:02}-{1 + day % 28:02}T{number % 24:02}:{number // 24 % 60:02}:00Z",
                          outlet=f"Outlet {number % 40}")


def percentile(values, share):
    return values[min(len(values) - 1, int(share * len(values)))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--behind", type=int, default=10_000, help="articles that are there before")
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--settle", type=int, default=200, help="the setting `settle`, in milliseconds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", metavar="DIR", help="make the site there and leave it, or take the one that is there")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="newsfold-latency-")
    kept = options.keep and os.path.exists(os.path.join(options.keep, "state"))
    service = None
    try:
        site = Site(os.path.abspath(options.keep) if options.keep else os.path.join(folder, "site"))
        site.settings(f"settle: {options.settle}ms\npublish_interval: 0s\n")
        # Another run on a kept site publishes other news: what the last one published stays, as it would.
        live = os.path.join(site.articles, "live")
        before = len(os.listdir(live)) if os.path.isdir(live) else 0
        news = random.Random(options.seed + before)
        for number in range(0 if kept else options.behind):
            # A year of news behind the window, its last day in October.
            _, text = invented(chance, number, number * 300 // max(1, options.behind))
            site.write(f"{number % 97}/{number}.md", text)
        start = time.monotonic()
        first = newsfold("sync", "--site", site.folder, timeout=3600)
        if first.status:
            sys.exit(str(first))
        print(f"articles behind      {options.behind}")
        print(f"first sync           {time.monotonic() - start:.2f} s")
        start = time.monotonic()
        service = Service(site)
        service.wait_until_ready()
        print(f"start to first answer {time.monotonic() - start:.2f} s")
        # A change that comes while everything is looked at for the first time waits for that: it is a part of starting.
        if not wait_until(lambda: fetch(service.base + "readyz").status == 200, seconds=600):
            sys.exit("latency: the service was not ready within 600 s")
        print(f"start to ready       {time.monotonic() - start:.2f} s")
        delays = []
        tag = None
        for number in range(options.changes):
            title, text = invented(news, number, 310)
            path = os.path.join(site.articles, f"live/{before + number}.md")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            closed = time.monotonic()
            wanted = json.dumps(title).encode()
            while True:
                # As readers ask: whole only if it is another.
                connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=10)
                connection.request("GET", "/feed.json", headers={"If-None-Match": tag} if tag else {})
                answer = connection.getresponse()
                body = answer.read()
                tag = answer.headers["ETag"]
                connection.close()
                if wanted in body:
                    break
                if time.monotonic() - closed > 60:
                    sys.exit(f"latency: {title!r} was not published within 60 s")
                time.sleep(ASK_EVERY)
            delays.append((time.monotonic() - closed) * 1000)
        delays.sort()
        print(f"changes              {len(delays)}, settle {options.settle} ms, seed {options.seed}")
        for name, share in (("median", 0.5), ("90th percentile", 0.9), ("99th percentile", 0.99), ("worst", 1.0)):
            value = percentile(delays, share)
            print(f"{name:20} {value:.1f} ms, over settle {value - options.settle:.1f} ms")
        with open(f"/proc/{service.pid}/status", encoding="utf-8") as status:
            print(next(line.strip() for line in status if line.startswith("VmHWM")))
    finally:
        if service:
            service.end()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
