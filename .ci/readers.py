#!/usr/bin/env python3
"""Subscribes to the sample site with real readers, over loopback, and compares what they see with the stories.

  readers.py NEWSFOLD SITE SCRATCH

newsboat (Debian) reads Atom and RSS; feedparser (PyPI) reads Atom, RSS, and the JSON Feed is read as what it is. Each must
show every story once: the same ids, titles and dates as `newsfold stories --json`.
"""

import calendar
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from datetime import datetime, timezone

import feedparser

START_SECONDS = 30  # a sample of two dozen articles is there in one; the rest is for a busy machine


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def seconds(text):
    """An RFC 3339 instant in whole seconds since 1970, which is all that RSS and the readers keep."""
    return int(datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc).timestamp())


def wait_until_served(address, service):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if service.poll() is not None:
            sys.exit(f"readers: newsfold run left with {service.returncode} before it served")
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    sys.exit(f"readers: {address} was not served within {START_SECONDS} s")


def by_newsboat(address, folder):
    """What newsboat has in its cache after one reload: id -> (title, published)."""
    os.makedirs(folder)
    with open(f"{folder}/urls", "w", encoding="utf-8") as urls:
        urls.write(address + "\n")
    open(f"{folder}/config", "w", encoding="utf-8").close()
    environment = dict(os.environ, HOME=folder, no_proxy="*", LC_ALL="C.UTF-8")
    subprocess.run(
        ["newsboat", "-u", f"{folder}/urls", "-c", f"{folder}/cache.db", "-C", f"{folder}/config", "-x", "reload"],
        check=True, timeout=60, env=environment, stdout=subprocess.DEVNULL,
    )
    with sqlite3.connect(f"{folder}/cache.db") as cache:
        rows = cache.execute("select guid, title, pubDate from rss_item where deleted = 0").fetchall()
    return [(guid, title, date) for guid, title, date in rows]


def by_feedparser(address, folder):
    """What feedparser sees: (id, title, published)."""
    feed = feedparser.parse(address)
    if feed.bozo:
        sys.exit(f"readers: feedparser finds {address} broken: {feed.bozo_exception}")
    return [(entry.id, entry.title, calendar.timegm(entry.published_parsed)) for entry in feed.entries]


def by_json(address, folder):
    """The items of the JSON Feed: (id, title, published)."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        feed = json.load(answer)
    return [(item["id"], item["title"], seconds(item["date_published"])) for item in feed["items"]]


def compare(reader, seen, expected):
    """Prints how what a reader saw differs from the stories; returns whether it does not."""
    good = True
    if len(seen) != len(expected):
        print(f"  {reader}: {len(seen)} entries, {len(expected)} stories")
        good = False
    for identity, title, published in seen:
        if identity not in expected:
            print(f"  {reader}: shows {identity}, which is no story")
            good = False
        elif (title, published) != expected[identity]:
            print(f"  {reader}: {identity}: {(title, published)} instead of {expected[identity]}")
            good = False
    for identity in sorted(set(expected) - {entry[0] for entry in seen}):
        print(f"  {reader}: does not show {identity}")
        good = False
    print(f"readers: {reader}: {len(seen)} entries, {'as the stories' if good else 'NOT as the stories'}")
    return good


def main(newsfold, site, scratch):
    copy = os.path.join(scratch, "site")
    os.makedirs(copy)
    shutil.copytree(os.path.join(site, "articles"), os.path.join(copy, "articles"))
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    with open(os.path.join(site, "newsfold.yaml"), encoding="utf-8") as settings:
        text = settings.read()
    with open(os.path.join(copy, "newsfold.yaml"), "w", encoding="utf-8") as settings:
        settings.write(text.replace("http://127.0.0.1:8080/", base))

    with open(os.path.join(scratch, "service.log"), "wb") as log:
        service = subprocess.Popen(
            [newsfold, "run", "--site", copy, "--listen", f"127.0.0.1:{port}"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )
    try:
        wait_until_served(base + "atom.xml", service)
        stories = json.loads(subprocess.run(
            [newsfold, "stories", "--site", copy, "--json"], check=True, timeout=60, stdout=subprocess.PIPE).stdout)
        expected = {story["id"]: (story["title"], seconds(story["published"])) for story in stories}
        if not expected:
            sys.exit("readers: newsfold has no stories")
        good = True
        for name, read, document in [
            ("newsboat atom", by_newsboat, "atom.xml"),
            ("newsboat rss", by_newsboat, "rss.xml"),
            ("feedparser atom", by_feedparser, "atom.xml"),
            ("feedparser rss", by_feedparser, "rss.xml"),
            ("json feed", by_json, "feed.json"),
        ]:
            seen = read(base + document, os.path.join(scratch, name.replace(" ", "-")))
            good = compare(name, seen, expected) and good
    finally:
        service.terminate()
        try:
            service.wait(10)
        except subprocess.TimeoutExpired:
            service.kill()
            service.wait()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
