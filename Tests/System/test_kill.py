"""Killed at any point and started again, it ends where it would have ended.

NEWSFOLD_KILLS says how often (50; `.ci/run soak` asks for 500), NEWSFOLD_SEED which random choices; both are printed on failure.
"""

import datetime
import email.utils
import glob
import json
import os
import random
import re
import subprocess
import time
import unittest

from newsfold_site import BINARY, DONE, SiteTestCase, article, clean_environment, fetch, free_port

KILLS = int(os.environ.get("NEWSFOLD_KILLS", "50"))
SEED = int(os.environ.get("NEWSFOLD_SEED", "20261121"))

PLACES = ["Averdale", "Brackmoor", "Cinderford Low", "Dovehithe", "Eskerly", "Farrowgate", "Glimmerby", "Hexcombe"]
WHAT = [
    ("granary burns down", "The granary of {place} burned to the ground; watchman {name} raised the alarm at {hour} o'clock. Damage is {sum} crowns."),
    ("wins the regatta", "Rowers of {place}, led by {name}, won the estuary regatta by {hour} lengths before {sum} onlookers."),
    ("bans handcarts", "The council of {place} has banned handcarts after {name} was run over {hour} times. The fine is {sum} crowns."),
]
NAMES = ["Alaric Fenn", "Briony Castellan", "Corwin Ashby", "Delphia Marsh", "Edric Thornbury", "Fenella Stroud", "Godric Hale"]


# Sixty events, one a day, so that most of them are old enough for the archive while the others arrive.
FIRST = datetime.datetime(2026, 9, 15)
SETTINGS = "window: { entries: 20, age: 15d }\narchive_after: 16d\n"


def report(chance, event, version):
    """One outlet's wording of an event; events differ in place, person, hour and sum, and each has words of its own."""
    own = random.Random(event)
    words = " ".join("".join(own.choice("bdfgklmnprstvz") + own.choice("aeiou") for _ in range(3)) for _ in range(40))
    place, (title, text) = PLACES[event % len(PLACES)], WHAT[event % len(WHAT)]
    facts = dict(place=f"{place} {event}", name=NAMES[event % len(NAMES)], hour=2 + event % 9, sum=1000 + 37 * event)
    opening = chance.choice(["", "It was a long night. ", "Nobody had expected it. ", "Neighbours still talk of it. "])
    return article(
        f"{facts['place']} {title}", opening + text.format(**facts) + f" {words.capitalize()}. This is version {version} of the report.",
        date=(FIRST + datetime.timedelta(days=event, hours=event % 24, minutes=version % 60)).strftime("%Y-%m-%dT%H:%M:00Z"), outlet=f"Outlet {version % 5}",
        url=f"https://outlet-{version % 5}.example/{event}/{version}")


class Kill(SiteTestCase):
    def test_a_site_killed_at_random_ends_with_the_stories_of_one_that_was_not(self):
        chance = random.Random(SEED)
        site = self.empty_site("killed")
        site.settings(SETTINGS)
        files, served, version, usual = [], {}, 0, 0.3
        for number in range(KILLS):
            for _ in range(chance.randint(1, 6)):
                version += 1
                kind = chance.random()
                if kind < 0.65 or len(files) < 10:
                    event = chance.randrange(60)
                    files.append(os.path.relpath(site.write(f"o{version % 5}/{version}.md", report(chance, event, version)), site.articles))
                elif kind < 0.8:
                    path = chance.choice(files)
                    site.write(path, report(chance, chance.randrange(60), version))
                elif kind < 0.9:
                    path = files.pop(chance.randrange(len(files)))
                    os.remove(os.path.join(site.articles, path))
                else:
                    old = files.pop(chance.randrange(len(files)))
                    new = f"renamed/{version}.md"
                    os.makedirs(os.path.join(site.articles, "renamed"), exist_ok=True)
                    os.rename(os.path.join(site.articles, old), os.path.join(site.articles, new))
                    files.append(new)
            command = ["sync"] if chance.random() < 0.8 else ["run", "--listen", f"127.0.0.1:{free_port()}"]
            if number % 25 == 24:
                # One that is left alone says how long it takes here and now, so that the others die in the midst of it.
                start = time.monotonic()
                self.sync(site)
                usual = time.monotonic() - start
            self.kill_within(chance.uniform(0.0, 1.5 * usual), command, site)
            served.update(self.documents_are_whole(site, f"after kill {number + 1}, seed {SEED}"))

        self.sync(site)

        untouched = self.empty_site("untouched")
        untouched.settings(SETTINGS)
        for path in files:
            with open(os.path.join(site.articles, path), "rb") as file:
                untouched.write(path, file.read())
        self.sync(untouched)
        self.assertEqual(site.partition(), untouched.partition(), f"seed {SEED}, {KILLS} kills")
        self.assertEqual(site.run("check").status, DONE)
        self.assert_none_is_lost(site, served)
        archive = site.run("status", "--json").json["archive"]
        self.assertGreater(archive["articles"], 0, "nothing was archived, so that this tested no archive")
        print(f"{KILLS} kills, seed {SEED}: {len(files)} articles, {archive['articles']} of them archived in "
              f"{archive['documents']} documents, {len(served)} entries served", flush=True)

    def test_no_reader_is_served_anything_older_after_a_kill_than_before_it(self):
        """The service publishes over HTTP before its files are on the disk; a kill falls between the two now and then."""
        chance = random.Random(SEED)
        site = self.empty_site("served")
        site.settings("settle: 1ms\n")
        for event in range(12):
            site.write(f"{event}.md", report(random.Random(event), event, 0))
        self.sync(site)
        port, before, compared = free_port(), {}, 0
        rounds = max(8, KILLS // 3)
        for number in range(rounds):
            with self.service(site, port=port) as service:
                after = self.served(service)
                when = f"round {number + 1}, seed {SEED}"
                for path, (entries, modified) in before.items():
                    for identity, updated in entries.items():
                        self.assertIn(identity, after[path][0], f"{path}, {when}")
                        self.assertGreaterEqual(after[path][0][identity], updated, f"{path}, {identity}, {when}")
                    self.assertGreaterEqual(after[path][1], modified, f"{path}, {when}")
                    compared += 1
                end, version, change = time.monotonic() + chance.uniform(0.05, 0.6), 1000 * (number + 1), 0
                while time.monotonic() < end:
                    change += 1
                    event = chance.randrange(12 + number)
                    text = report(random.Random(event), event, 0)
                    site.write(f"{event}.md", text.replace("version 0", f"version {version + change}"))
                    before = self.served(service)
                service.process.kill()
                service.process.wait()
        print(f"{rounds} kills of the service, seed {SEED}: {compared} documents compared", flush=True)
        self.assertGreater(compared, rounds)

    def served(self, service):
        """The date of each entry, and the document's own, of the feeds as the service answers now."""
        found = {}
        for path in ("feed.json", "atom.xml"):
            answer = fetch(service.base + path)
            if path == "feed.json":
                entries = {item["id"]: item["date_modified"] for item in json.loads(answer.body)["items"]}
            else:
                entries = dict(re.findall(r"<entry[^>]*>.*?<id>([^<]+)</id>.*?<updated>([^<]+)</updated>", answer.body.decode(), re.S))
            modified = email.utils.parsedate_to_datetime(answer.headers["Last-Modified"])
            found[path] = (entries, modified)
        return found

    def kill_within(self, seconds, command, site):
        process = subprocess.Popen(
            [BINARY, command[0], "--site", site.folder, *command[1:]], env=clean_environment(),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            time.sleep(seconds)
        finally:
            process.kill()
            _, err = process.communicate()
        self.assertIn(process.returncode, (0, -9), err.decode("utf-8", "replace")[-2000:])

    def documents_are_whole(self, site, when):
        """What a reader would have been served at this moment, in the feed or as a page: id -> title."""
        import xml.dom.minidom
        path = os.path.join(site.public, "feed.json")
        if not os.path.exists(path):
            return {}
        for name in ("atom.xml", "rss.xml", "feeds.opml"):
            if os.path.exists(os.path.join(site.public, name)):
                try:
                    xml.dom.minidom.parse(os.path.join(site.public, name))
                except Exception as error:
                    raise AssertionError(f"{name} is broken {when}: {error}") from error
        with open(path, encoding="utf-8") as file:
            try:
                served = {item["id"]: item["title"] for item in json.load(file)["items"]}
            except ValueError as error:
                raise AssertionError(f"feed.json is broken {when}: {error}") from error
        for path in glob.glob(os.path.join(site.public, "stories", "*", "story.json")):
            with open(path, encoding="utf-8") as file:
                story = json.load(file).get("story")
            if story:
                served[story["id"]] = story["title"]
        return served

    def assert_none_is_lost(self, site, served):
        """Every id that was ever served lives, or leads to the one that took it over, or is told as deleted."""
        living = set(site.ids())
        with open(os.path.join(site.public, "atom.xml"), encoding="utf-8") as file:
            deleted = set(re.findall(r'deleted-entry[^>]*\bref="([^"]+)"', file.read()))
        # What was withdrawn longer ago than the window is told by its page alone.
        for path in glob.glob(os.path.join(site.public, "stories", "*", "story.json")):
            with open(path, encoding="utf-8") as file:
                deleted.add((json.load(file).get("retired") or {}).get("id"))
        lost = []
        for identity in sorted(set(served) - living - deleted):
            shown = site.run("show", identity, "--json")
            if shown.status != DONE and "withdrawn" not in (shown.out + shown.err).lower():
                lost.append((identity, served[identity], shown.err[-200:]))
        self.assertEqual(lost, [], f"seed {SEED}, {KILLS} kills")

    def test_a_rebuild_without_state_keeps_every_id(self):
        chance = random.Random(SEED)
        site = self.empty_site()
        for version in range(60):
            site.write(f"o{version % 5}/{version}.md", report(chance, chance.randrange(25), version))
            if version % 12 == 11:
                self.sync(site)
        ids, partition = site.ids(), site.partition()
        import shutil
        shutil.rmtree(site.state)

        self.sync(site)

        self.assertEqual(site.partition(), partition, f"seed {SEED}")
        self.assertEqual(site.ids(), ids, f"seed {SEED}")


if __name__ == "__main__":
    unittest.main()
