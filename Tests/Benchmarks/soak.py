#!/usr/bin/env python3
"""Months of news in an hour of service: articles arrive, change, move and leave at random, readers poll, a person resyncs.

  NEWSFOLD=.build/release/newsfold soak.py [--minutes 60] [--rate 5] [--late 0.001] [--readers 4] [--seed 1]

The news are dated DAYS days, one after the other while the time runs, so that what is old is archived and late reports open the
archive again. Prints a line a minute (memory, articles, what is archived, answers, the slowest of them). At the end the stories
are compared with those of a new site with the same articles, with those after the state was removed (ids, too), and each id that
a reader was ever served must live, lead on, or be told as withdrawn. Ends with status 1 if any of that differs, memory grew by
more than a tenth in the second half, an answer was not what it should be, or an error was logged.
"""

import argparse
import datetime
import glob
import http.client
import json
import os
import random
import re
import shutil
import signal
import statistics
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
    moment = FIRST + datetime.timedelta(hours=event * HOURS + version % 20, minutes=version % 60)
    return article(" ".join(title), " ".join(sentences[place] for place in kept) + f" Edition {version}.",
                   date=moment.strftime("%Y-%m-%dT%H:%M:00Z"), outlet=f"Outlet {version % 5}",
                   url=f"https://outlet-{version % 5}.example/{event}/{version}")


# The first day of the news, and how many days pass; all in the past, since later dates are clamped to now.
FIRST, DAYS = datetime.datetime(2026, 7, 20), 120
# The hours between two events.
HOURS = 3
# How many articles there are at the beginning.
ARTICLES = 500
# Seconds between two looks at the service's memory. One a minute would always find it in the look at everything that `rescan`
# asks for each minute.
SAMPLED = 7


class Readers:
    """Threads that poll as feed readers do: with the validator of what they have."""

    PATHS = ["/feed.json", "/atom.xml", "/rss.xml", "/", "/metrics", "/readyz", "/changes"]

    def __init__(self, port, count):
        self.port, self.stop, self.lock = port, threading.Event(), threading.Lock()
        self.answers, self.slowest, self.failures, self.served = 0, 0.0, [], {}
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
                    served = {item["id"]: item["title"] for item in json.loads(body)["items"]}
                    with self.lock:
                        self.served.update(served)
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


def events(chance, passed, late):
    """An event of now, or, for that share of the time, of any time before: the event's number.

    Each late one opens a month of the archive until the next look at everything.
    """
    last = max(8, int(passed * DAYS * 24 / HOURS))
    return chance.randrange(last) if chance.random() < late else chance.randrange(max(0, last - 40), last)


def change(chance, site, files, number, passed, late):
    """One thing that happens to the articles, mostly to those of late."""
    kind = chance.random()
    place = chance.randrange(len(files)) if chance.random() < late else chance.randrange(max(0, len(files) - 200), len(files))
    if kind < 0.45:
        path = f"o{number % 5}/{number}.md"
        site.write(path, report(chance, events(chance, passed, late), number))
        files.append(path)
    elif kind < 0.7:
        site.write(files[place], report(chance, events(chance, passed, late), number))
    elif kind < 0.85:
        os.remove(os.path.join(site.articles, files.pop(place)))
    else:
        old, new = files[place], f"renamed/{number % 7}/{number}.md"
        os.makedirs(os.path.dirname(os.path.join(site.articles, new)), exist_ok=True)
        os.rename(os.path.join(site.articles, old), os.path.join(site.articles, new))
        files[place] = new


def lost(site, served):
    """The ids that readers were served and that neither live, nor lead on, nor are told as withdrawn."""
    living, withdrawn = set(site.ids()), set()
    for path in glob.glob(os.path.join(site.public, "stories", "*", "story.json")):
        with open(path, encoding="utf-8") as file:
            withdrawn.add((json.load(file).get("retired") or {}).get("id"))
    return [f"lost: {identity}: {title}" for identity, title in served.items() if identity not in living | withdrawn]


def stories(site):
    """Each id with the paths of its articles."""
    return {story["id"]: sorted(member["path"] for member in story["articles"]) for story in site.stories()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=5, help="changes a second")
    # Two a day at a hundred articles a day would be .02; here an hour stands for months, and so does what late ones keep open.
    parser.add_argument("--late", type=float, default=0.001, help="share of the changes that concern what is old")
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="newsfold-soak-")
    service = readers = None
    failures = []
    try:
        site = Site(os.path.join(folder, "site"))
        settings = ("title: Soak {}\npublish_interval: 1s\nrescan: 60s\nwindow: {{ entries: 100, age: 2d }}\n"
                    "archive_after: 21d\nfeeds: {{ all: {{ merged: false }} }}\n")
        site.settings(settings.format(0))
        files = []
        for number in range(ARTICLES):
            files.append(f"o{number % 5}/{number}.md")
            site.write(files[-1], report(chance, events(chance, 0.05, 0), number))
        service = Service(site)
        service.wait_until_ready()
        # Until the first look at everything is done, /readyz says 503, and rightly.
        wait_until(lambda: fetch(service.base + "readyz").status == 200)
        readers = Readers(service.port, options.readers)
        number, minutes, sizes = ARTICLES, 0, []
        start = time.monotonic()
        while (elapsed := time.monotonic() - start) < options.minutes * 60:
            number += 1
            # From the first twentieth of the time, of which there are articles at the beginning.
            change(chance, site, files, number, 0.05 + 0.95 * elapsed / (options.minutes * 60), options.late)
            event = chance.random()
            if event < 0.002:
                outcome = site.run("resync", *(["--full"] if chance.random() < 0.1 else []), timeout=300)
                if outcome.status not in (0, 1):
                    failures.append(str(outcome))
            elif event < 0.003:
                site.settings(settings.format(number))
                service.signal(signal.SIGHUP)
            if service.process.poll() is not None:
                failures.append(f"the service left with {service.process.returncode}")
                break
            if elapsed > (len(sizes) + 1) * SAMPLED:
                sizes.append(memory(service.pid))
            if elapsed > (minutes + 1) * 60:
                minutes += 1
                archive = json.loads(site.run("status", "--json").out)["archive"]
                print(f"minute {minutes:3}  {sizes[-1]:7.1f} MiB  {len(files)} articles, {archive['articles']} archived in "
                      f"{archive['documents']}, {number - ARTICLES} changes, "
                      f"{readers.answers} answers, slowest {readers.slowest * 1000:.0f} ms, {len(readers.failures)} bad", flush=True)
                readers.slowest = 0
            time.sleep(chance.expovariate(options.rate))
        site.run("resync", timeout=300)
        readers.end()
        failures += readers.failures
        errors = [line for line in service.written().splitlines() if re.search(r" (error|critical) ", line)]
        failures += errors
        warnings = [line for line in service.written().splitlines() if re.search(r" warning ", line)]
        print(f"{len(warnings)} warnings")
        for line in warnings[:5]:
            print(f"  {line}")
        lived, identified = site.partition(), stories(site)
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
        checked = site.run("check", timeout=600)
        if checked.status:
            failures.append(str(checked))
        failures += lost(site, readers.served)
        print(f"{len(readers.served)} entries served")
        shutil.rmtree(site.state)
        newsfold("sync", "--site", site.folder, timeout=600)
        if stories(site) != identified:
            failures.append("the stories are not the same, or not under the same ids, after the state was removed")
        # A quarter each, so that no minute of a full resync decides.
        quarters = [statistics.median(sizes[place * len(sizes) // 4:(place + 1) * len(sizes) // 4] or [0]) for place in range(4)]
        print("memory by quarters, medians: " + ", ".join(f"{size:.1f}" for size in quarters) + " MiB")
        if quarters[3] > quarters[1] * 1.1:
            failures.append(f"memory grew from {quarters[1]:.1f} to {quarters[3]:.1f} MiB in the second half")
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
