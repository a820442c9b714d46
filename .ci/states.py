#!/usr/bin/env python3
"""Validates the documents of many states: `states.py VALIDATE-FEED FOLDER`.

FOLDER has a folder a state, with what it published. Runs in the Python of the validators, and loads them once: a process
for each of thousands of documents would take an hour. A document that is byte for byte another one is judged once.
"""
import contextlib
import hashlib
import io
import multiprocessing
import os
import re
import runpy
import sys


def documents(folder):
    """Every feed document of every state, with the address that it is published at; each content once."""
    seen = set()
    for state in sorted(os.listdir(folder)):
        root = os.path.join(folder, state)
        with open(os.path.join(root, "atom.xml"), encoding="utf-8") as file:
            base = re.search(r'rel="self"[^>]*href="([^"]*)atom\.xml"', file.read()).group(1)
        for place, _, names in sorted(os.walk(root)):
            for name in sorted(names):
                if name.startswith("sitemap") or not (name.endswith((".xml", ".opml")) or name == "feed.json"):
                    continue
                path = os.path.join(place, name)
                with open(path, "rb") as file:
                    digest = hashlib.sha256(base.encode() + file.read()).digest()
                if digest not in seen:
                    seen.add(digest)
                    yield path, base + os.path.relpath(path, root)


def judge(task):
    """The findings of one document as text, empty if there are none."""
    check, path, url = task
    said, status = io.StringIO(), 0
    sys.argv = [check, path, "--url", url]
    with contextlib.redirect_stdout(said):
        try:
            runpy.run_path(check, run_name="__main__")
        except SystemExit as end:
            status = end.code
    return said.getvalue() if status else ""


def main(check, folder):
    tasks = [(check, path, url) for path, url in documents(folder)]
    with multiprocessing.Pool(2) as pool:
        findings = [text for text in pool.imap(judge, tasks, chunksize=8) if text]
    for text in findings:
        print(text, end="")
    print(f"states: {len(os.listdir(folder))} states, {len(tasks)} different documents, {len(findings)} with findings")
    return 1 if findings or not tasks else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
