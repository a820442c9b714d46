#!/usr/bin/env python3
"""The time and memory of a first sync of so many articles that are identical, alike, or unlike, side by side.

  NEWSFOLD=.build/release/newsfold alike.py [--kinds identical,templated,unlike] [--counts 3000,10000,30000] [--memory 8] [--limit 600]

  identical   one page again and again, without an address
  copies      one page under an address of its own each time
  templated   notices of one form with other names and figures, over sixty days
  unlike      reports of invented words, forty words each, over sixty days
  reports     the same with two hundred words
  rays        one page again and again, each with a number of its own, without an address
  wires       one report of 120 words in as many outlets, each with a word of its own
  editions    one report of 260 words of one outlet, each with one other figure, over sixty days
  chain       reports of 120 words, each the one before with a tenth of its words replaced, an hour apart

Each sync runs alone, with its address space bounded (`--memory`, in GiB, by prlimit) and its time (`--limit`, in seconds). Prints a
table of seconds, peak memory, and how both grew since the count before: with three times the articles, three times is linear.
Exits 1 if one did not end.
"""

import argparse
import datetime
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "System"))
from newsfold_site import BINARY, clean_environment  # noqa: E402

PAGE = ("<!doctype html><html lang=\"en\"><head><title>Barge Marigold sinks off Quillmere</title>%s</head><body><h1>Barge Marigold sinks off "
        "Quillmere</h1><p>The barge Marigold sank off Quillmere on Monday with a load of gravel, the harbour office said. Its crew of "
        "nine had left it an hour before.</p><p>Keeper Osric Venn had seen the smoke from the lighthouse.</p></body></html>")
PLACES = "Quillmere Sandrock Pellworth Dunmore Kesten Hallow Veldria Brindle Marrow Osterby".split()
FIRST, DAYS = datetime.datetime(2026, 9, 20), 60


def word(chance):
    return "".join(chance.choice("bcdfglmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))


def article(kind, number, count, chance, words, running):
    """The name and the text of one file. `running` is the text that a kind goes on with."""
    if kind == "identical":
        return f"{number:06}.html", PAGE % ""
    if kind == "copies":
        return f"{number:06}.html", PAGE % f"<link rel=\"canonical\" href=\"https://quay.example/{number}\">"
    if kind == "rays":
        return f"{number:06}.html", (PAGE % "").replace("</body>", f"<p>Ray {chance.getrandbits(64):016x}</p></body>")
    date = (FIRST + datetime.timedelta(days=DAYS) * number / count).strftime("%Y-%m-%dT%H:%M:%SZ")
    if kind == "templated":
        place, height = chance.choice(PLACES), chance.randint(20, 400)
        title = f"High water warning for {place}"
        text = (f"The water stands at {height} cm in {place} and will rise by {chance.randint(5, 90)} cm within {chance.randint(2, 30)} hours, "
                f"the harbour office said. Level {chance.randint(1, 4)} is in force on {chance.randint(2, 40)} km of the dike.")
    elif kind in ("wires", "editions", "chain"):
        if not running:
            running.extend(chance.choice(words) for _ in range(260 if kind == "editions" else 120))
        title = " ".join(running[:7]).capitalize()
        if kind == "chain":
            for place in chance.sample(range(len(running)), 12):
                running[place] = chance.choice(words)
            date = (FIRST + datetime.timedelta(hours=number)).strftime("%Y-%m-%dT%H:%M:%SZ")
        else:
            slot = chance.choice(words) if kind == "wires" else str(chance.randint(1000, 9999))
            if kind == "wires":
                date = FIRST.strftime("%Y-%m-%dT%H:%M:%SZ")
        text = " ".join(running).capitalize() + ("." if kind == "chain" else f" {slot}.")
        host = f"quay{number}.example" if kind == "wires" else "quay.example"
        return f"{number:06}.json", json.dumps(
            {"headline": title, "articleBody": text, "url": f"https://{host}/{number}", "datePublished": date})
    else:
        title = " ".join(chance.choice(words) for _ in range(7)).capitalize()
        text = " ".join(chance.choice(words) for _ in range(40 if kind == "unlike" else 200)).capitalize() + "."
    return f"{number:06}.json", json.dumps(
        {"headline": title, "articleBody": text, "url": f"https://quay.example/{number}", "datePublished": date})


def make(kind, count, site):
    chance = random.Random(1)
    words = [word(chance) for _ in range(40_000)]
    folder = os.path.join(site, "articles", "quay-post")
    os.makedirs(folder)
    with open(os.path.join(site, "newsfold.yaml"), "w", encoding="utf-8"):
        pass
    running = []
    for number in range(count):
        name, text = article(kind, number, count, chance, words, running)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def measure(kind, count, memory, limit):
    """(seconds, peak MB, what came of it) of a first sync. The peak is that of all that this process has started: one a process."""
    folder = tempfile.mkdtemp(prefix="newsfold-alike-")
    try:
        site = os.path.join(folder, "site")
        make(kind, count, site)
        start = time.monotonic()
        with open(os.path.join(folder, "log"), "wb") as log:
            process = subprocess.Popen(
                ["prlimit", f"--as={memory << 30}", BINARY, "sync", "--site", site], env=clean_environment(),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            outcome = "ended"
            try:
                process.wait(limit)
            except subprocess.TimeoutExpired:
                outcome = f"did not end in {limit} s"
                process.kill()
            process.wait()
        seconds = time.monotonic() - start
        if process.returncode not in (0, 1) and outcome == "ended":
            with open(os.path.join(folder, "log"), encoding="utf-8", errors="replace") as log:
                outcome = f"status {process.returncode}: {log.read()[-300:].strip()}"
        return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, outcome
    finally:
        shutil.rmtree(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", default="identical,templated,unlike")
    parser.add_argument("--counts", default="3000,10000,30000")
    parser.add_argument("--memory", type=int, default=8, help="GiB of addresses a sync may take")
    parser.add_argument("--limit", type=int, default=600, help="seconds that a sync may take")
    parser.add_argument("--one", nargs=2, metavar=("KIND", "COUNT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one[0], int(options.one[1]), options.memory, options.limit)))
        return 0
    failed = False
    print(f"{'kind':<10} {'articles':>8} {'seconds':>9} {'grew':>6} {'peak MB':>8} {'grew':>6}  outcome")
    for kind in options.kinds.split(","):
        before = None
        for count in map(int, options.counts.split(",")):
            done = subprocess.run(
                [sys.executable, __file__, "--one", kind, str(count), "--memory", str(options.memory), "--limit", str(options.limit)],
                stdout=subprocess.PIPE, check=True)
            seconds, peak, outcome = json.loads(done.stdout)
            grew = [f"{now / then:.1f}" for now, then in zip((seconds, peak), before)] if before else ["", ""]
            before = (seconds, peak)
            failed = failed or outcome != "ended"
            print(f"{kind:<10} {count:>8} {seconds:>9.1f} {grew[0]:>6} {peak:>8.0f} {grew[1]:>6}  {outcome}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
