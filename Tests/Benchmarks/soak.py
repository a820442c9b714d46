#!/usr/bin/env python3
"""Hours in the life of the service: articles arrive, change and leave at random, readers poll, a person resyncs and reloads.

  NEWSFOLD=.build/release/newsfold soak.py [--minutes 60] [--rate 5] [--readers 4] [--seed 1]

Prints a line a minute (memory, articles, answers, the slowest of them) and at the end whether the state equals a rebuild from
the same articles. Ends with status 1 if memory grew by more than a tenth in the second half, an answer was not what it should
be, an error was logged, or the stories differ.
"""

import argparse
import http.client
import json
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "System"))
from newsfold_site import Service, Site, article, fetch, newsfold, wait_until  # noqa: E402


def report(chance, event, version):
    """One outlet's wording of an event; each event has invented words of its own."""
    own = random.Random(event)

    def word():
        return "".join(own.choice("bdfgklmnprstvz") + own.choice("aeiou") for _ in range(own.randint(2, 4)))

    title = [word().capitalize() for _ in range(6)]
    sentences = [" ".join(word() for _ in range(12)).capitalize() + "." for _ in range(12)]
    kept = sorted(chance.sample(range(12), 9))
    return article(" ".join(title), " ".join(sentences[place] for place in kept) + f" Edition {version}.",
                   date=f"2026-11-{8 + event % 10:02}T{event % 24:02}:{version % 60:02}:00Z", outlet=f"Outlet {version % 5}",
                   url=f"https://outlet-{version % 5}.example/{event}/{version}")


# How many there are at the beginning, and about how many at each time.
ARTICLES = 500


class Readers:
    """Threads that poll as feed readers do: with the validator of what they have."""

    PATHS = ["/feed.json", "/atom.xml", "/rss.xml", "/", "/metrics", "/readyz", "/changes"]

    def __init__(self, port, count):
        self.port, self.stop, self.lock = port, threading.Event(), threading.Lock()
        self.answers, self.slowest, self.failures = 0, 0.0, []
        self.threads = [threading.Thread(target=self.poll, args=(number,), daemon=True) for number in range(count)]
        for thread in self.threads:
            thread.start()

    def poll(self, number):
        chance, tags = random.Random(number), {}
        while not self.stop.is_set():
            path = chance.choice(self.PATHS)
            start = time.monotonic()
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                headers = {"If-None-Match": tags[path]} if path in tags else {}
                connection.request("GET", path, headers=headers)
                answer = connection.getresponse()
                body = answer.read()
                connection.close()
                problem = None
                if answer.status not in (200, 304):
                    problem = f"{path}: {answer.status}"
                elif answer.status == 200 and path == "/feed.json":
                    json.loads(body)
                elif answer.status == 200 and path.endswith(".xml") and not body.rstrip().endswith(b">"):
                    problem = f"{path}: cut"
                if answer.headers["ETag"] and answer.status == 200:
                    tags[path] = answer.headers["ETag"]
            except Exception as error:
                problem = f"{path}: {error!r}"
            taken = time.monotonic() - start
            with self.lock:
                self.answers += 1
                self.slowest = max(self.slowest, taken)
                if problem:
                    self.failures.append(problem)
            time.sleep(chance.uniform(0.01, 0.2))

    def end(self):
        self.stop.set()
        for thread in self.threads:
            thread.join(60)


def memory(process):
    with open(f"/proc/{process}/status", encoding="utf-8") as status:
        return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024


def change(chance, site, files, number):
    """One thing that happens to the articles."""
    kind = chance.random()
    # As many leave as come once there are ARTICLES, so that memory can be flat.
    if kind < (0.15 if len(files) >= ARTICLES else 0.5):
        path = f"o{number % 5}/{number}.md"
        site.write(path, report(chance, chance.randrange(200), number))
        files.append(path)
    elif kind < 0.7:
        site.write(chance.choice(files), report(chance, chance.randrange(200), number))
    elif kind < 0.85:
        os.remove(os.path.join(site.articles, files.pop(chance.randrange(len(files)))))
    else:
        old, new = files.pop(chance.randrange(len(files))), f"renamed/{number % 7}/{number}.md"
        os.makedirs(os.path.dirname(os.path.join(site.articles, new)), exist_ok=True)
        os.rename(os.path.join(site.articles, old), os.path.join(site.articles, new))
        files.append(new)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=5, help="changes a second")
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="newsfold-soak-")
    service = readers = None
    failures = []
    try:
        site = Site(os.path.join(folder, "site"))
        settings = "title: Soak {}\npublish_interval: 1s\nrescan: 60s\n"
        site.settings(settings.format(0))
        files = []
        for number in range(ARTICLES):
            files.append(f"o{number % 5}/{number}.md")
            site.write(files[-1], report(chance, chance.randrange(200), number))
        service = Service(site)
        service.wait_until_ready()
        # Until the first look at everything is done, /readyz says 503, and rightly.
        wait_until(lambda: fetch(service.base + "readyz").status == 200)
        readers = Readers(service.port, options.readers)
        number, minutes, sizes = ARTICLES, 0, []
        start = time.monotonic()
        while (elapsed := time.monotonic() - start) < options.minutes * 60:
            number += 1
            change(chance, site, files, number)
            event = chance.random()
            if event < 0.002:
                outcome = site.run("resync", *(["--full"] if chance.random() < 0.3 else []), timeout=300)
                if outcome.status not in (0, 1):
                    failures.append(str(outcome))
            elif event < 0.003:
                site.settings(settings.format(number))
                service.signal(signal.SIGHUP)
            if service.process.poll() is not None:
                failures.append(f"the service left with {service.process.returncode}")
                break
            if elapsed > (minutes + 1) * 60:
                minutes += 1
                sizes.append(memory(service.pid))
                print(f"minute {minutes:3}  {sizes[-1]:7.1f} MiB  {len(files)} articles, {number - ARTICLES} changes, "
                      f"{readers.answers} answers, slowest {readers.slowest * 1000:.0f} ms, {len(readers.failures)} bad", flush=True)
                readers.slowest = 0
            time.sleep(chance.expovariate(options.rate))
        site.run("resync", timeout=300)
        readers.end()
        failures += readers.failures
        errors = [line for line in service.written().splitlines() if re.search(r" (error|critical) ", line)]
        failures += errors
        lived = site.partition()
        start = time.monotonic()
        service.signal(signal.SIGTERM)
        service.wait()
        print(f"left in {time.monotonic() - start:.2f} s")
        rebuilt = Site(os.path.join(folder, "rebuilt"))
        rebuilt.settings(settings.format(0))
        shutil.copytree(site.articles, rebuilt.articles, dirs_exist_ok=True)
        newsfold("sync", "--site", rebuilt.folder, timeout=600)
        if lived != rebuilt.partition():
            failures.append("the stories are not those of a rebuild")
        if site.run("check").status:
            failures.append(str(site.run("check")))
        middle = sizes[len(sizes) // 2] if sizes else 0
        if sizes and sizes[-1] > middle * 1.1:
            failures.append(f"memory grew from {middle:.1f} to {sizes[-1]:.1f} MiB in the second half")
        print(f"changes {number - ARTICLES}, articles {len(files)}, stories {len(lived)}, answers {readers.answers}, failures {len(failures)}, "
              f"seed {options.seed}")
        for failure in failures[:20]:
            print(f"  {failure}")
    finally:
        if service:
            service.end()
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
