#!/usr/bin/env python3
"""newsfold beside what people would use instead, in the same run: a table of ratios.

  NEWSFOLD=.build/release/newsfold beside.py [--articles 20000] [--pages 2000] [--rounds 3] [--seed 1] [--collection FILE] [--python PYTHON]

  PYTHON   an interpreter that has datasketch, rensa and trafilatura (default: this one)
  FILE     reports to multiply (invented_news.py); without it those of the sample

Runs of newsfold and of its peers take turns, so that what else the machine does hits all; each figure is the median of its runs.
newsfold reads, folds, composes, renders and publishes; datasketch and rensa read and find near-duplicates.
"""

import argparse
import datetime
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "System"))
import invented_news  # noqa: E402
from newsfold_site import BINARY, Service, Site, clean_environment, fetch, wait_until  # noqa: E402

LIMIT = 3600  # seconds a run


def measured(command):
    """(seconds, CPU seconds, peak MB, output) of a command."""
    start = time.monotonic()
    child = subprocess.Popen(command, env=clean_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                             text=True)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    if child.returncode not in (0, 1) or seconds > LIMIT:
        sys.exit(f"beside: {' '.join(command)} ended with {child.returncode} after {seconds:.0f} s")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder, self.rows = options, folder, []

    def site(self, name, count, pages=False):
        folder = os.path.join(self.folder, name)
        os.makedirs(os.path.join(folder, "articles"))
        with open(os.path.join(folder, "newsfold.yaml"), "w", encoding="utf-8") as file:
            # Nothing goes into the archive, so that all that was read is at hand.
            file.write("title: Bench\nwindow: { entries: 1000, age: 30000d }\narchive_after: never\n")
        invented_news.write(count, os.path.join(folder, "articles"), self.options.seed, self.options.collection, pages)
        return folder

    def cold(self, site):
        for part in ("state", "public"):
            shutil.rmtree(os.path.join(site, part), ignore_errors=True)
        return measured([BINARY, "sync", "--site", site])

    def row(self, name, peer, ours, theirs, unit):
        ratio = f"{ours / theirs:.2f}" if theirs else "–"
        self.rows.append((name, peer, f"{ours:.4g} {unit}", f"{theirs:.4g} {unit}" if theirs else "–", ratio))
        print("| " + " | ".join(self.rows[-1]) + " |", flush=True)

    def throughput(self, count, peers, pages):
        """Articles a second of cold syncs and of the peers, by turns."""
        site = self.site("pages" if pages else "json", count, pages)
        ours, theirs = [], {peer: [] for peer in peers}
        for _ in range(self.options.rounds):
            ours.append(self.cold(site))
            for peer in peers:
                theirs[peer].append(measured([self.options.python, os.path.join(os.path.dirname(__file__), "peers.py"), peer,
                                              os.path.join(site, "articles")]))
        seconds = statistics.median(run[0] for run in ours)
        kind = "HTML pages" if pages else "JSON files"
        for peer in peers:
            name = "trafilatura, then datasketch" if peer == "trafilatura" else peer
            self.row(f"articles a second, one cold sync of {count:,} {kind}", name, count / seconds,
                     count / statistics.median(run[0] for run in theirs[peer]), "/s")
        return site, ours, theirs

    def run(self):
        options = self.options
        site, ours, theirs = self.throughput(options.articles, ["datasketch", "rensa"], pages=False)
        self.row("cores used by it", "", statistics.median(run[1] / run[0] for run in ours), 0, f"of {os.cpu_count()}")
        self.row("its peak of memory", "datasketch", statistics.median(run[2] for run in ours),
                 statistics.median(json.loads(run[3])["peakMB"] for run in theirs["datasketch"]), "MB")
        self.unchanged(site)
        self.start(site)
        tenth = self.site("tenth", options.articles // 10)
        small = statistics.median(self.cold(tenth)[1] for _ in range(options.rounds)) / (options.articles // 10)
        large = statistics.median(run[1] for run in ours) / options.articles
        self.row(f"CPU an article at {options.articles:,}", f"at {options.articles // 10:,}", large * 1000, small * 1000, "ms")
        if options.pages:
            self.throughput(options.pages, ["trafilatura"], pages=True)

    def unchanged(self, site):
        """A sync that changes nothing, beside `find -newer` on the same tree."""
        articles, mark = os.path.join(site, "articles"), os.path.join(site, "newsfold.yaml")
        os.utime(mark)
        runs = [(measured([BINARY, "sync", "--site", site])[0], measured(["find", articles, "-newer", mark])[0])
                for _ in range(2 * self.options.rounds + 1)]
        self.row(f"a sync of {self.options.articles:,} files that changes nothing", "find -newer",
                 statistics.median(run[0] for run in runs) * 1000, statistics.median(run[1] for run in runs) * 1000, "ms")

    def start(self, site):
        """From the start of the service to ready, and its memory then."""
        place = Site(site)
        with open(os.path.join(site, "newsfold.yaml"), encoding="utf-8") as file:
            place.settings(file.read())
        begin = time.monotonic()
        service = Service(place)
        try:
            service.wait_until_ready()
            if not wait_until(lambda: fetch(service.base + "readyz").status == 200, seconds=600):
                sys.exit("beside: the service was not ready within 600 s")
            self.row(f"start to ready, {self.options.articles:,} open articles", "", time.monotonic() - begin, 0, "s")
            with open(f"/proc/{service.pid}/status", encoding="utf-8") as status:
                kilobytes = int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1))
            self.row("memory an open article, all of the service's", "", kilobytes / self.options.articles, 0, "KB")
        finally:
            service.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--collection")
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="newsfold-beside-")
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as info:
            model = re.search(r"model name\s*: (.*)", info.read())
        print(f"{datetime.date.today()}, {os.cpu_count()} processors ({model.group(1) if model else platform.machine()}), {platform.release()}, "
              f"load {os.getloadavg()[0]:.1f}, seed {options.seed}, medians of {options.rounds}\n")
        print("| figure | beside | newsfold | the other | ratio |\n|---|---|---|---|---|")
        Bench(options, folder).run()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
