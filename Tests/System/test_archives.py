"""Archived feeds (RFC 5005) over many publications: whoever follows them has each story once, at its newest version."""

import json
import os
import random
import unittest
import xml.etree.ElementTree as ElementTree
from datetime import datetime, timedelta, timezone

from newsfold_site import SiteTestCase, article

ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"
BASE = "http://127.0.0.1:8080/"
SEEDS = [int(seed) for seed in os.environ.get("NEWSFOLD_SEEDS", "1 2").split()]


class Document:
    """An Atom document as a client sees it."""

    def __init__(self, site, url):
        with open(os.path.join(site.public, url[len(BASE):]), "rb") as file:
            self.root = ElementTree.parse(file).getroot()
        self.url = url
        self.links = {link.get("rel"): link.get("href") for link in self.root.findall(ATOM + "link")}
        self.is_archive = self.root.find(HISTORY + "archive") is not None
        self.entries = {entry.findtext(ATOM + "id"): entry.findtext(ATOM + "updated")
                        for entry in self.root.findall(ATOM + "entry")}
        # What an entry says, by which a document that is not to change is compared.
        self.texts = [ElementTree.tostring(entry) for entry in self.root.findall(ATOM + "entry")]
        self.gone = {gone.get("ref"): gone.get("when") for gone in self.root.findall(TOMBSTONES + "deleted-entry")}


def follow(site, start):
    """All documents that a client finds from one of them, by the links of RFC 5005 alone."""
    found = {}
    waiting = [start]
    while waiting:
        url = waiting.pop()
        if url in found:
            continue
        found[url] = document = Document(site, url)
        waiting += [document.links[rel] for rel in ("prev-archive", "next-archive", "current") if rel in document.links]
    return found


def reconstruct(documents):
    """Id -> newest `updated` of what lives: RFC 5005 §4.2, and RFC 6721 §3 for what is gone."""
    newest, gone = {}, {}
    for document in documents:
        for name, updated in document.entries.items():
            newest[name] = max(newest.get(name, ""), updated)
        for name, when in document.gone.items():
            gone[name] = max(gone.get(name, ""), when)
    return {name: updated for name, updated in newest.items() if gone.get(name, "") <= updated}


class Newsroom:
    """Invents events and articles about them."""

    def __init__(self, site, seed):
        self.site, self.random = site, random.Random(seed)
        self.paths, self.texts = [], {}
        self.moment = datetime(2026, 3, 1, 6, tzinfo=timezone.utc)

    def words(self, count):
        return [self.random.choice("bdfgklmnprstv") + "".join(self.random.choice(["al", "er", "ost", "im", "und", "ave", "ick"])
                                                            for _ in range(3)) for _ in range(count)]

    def report(self):
        """A new event."""
        path = f"wire/{len(self.paths)}.md"
        self.texts[path] = self.words(90)
        self.write(path, self.texts[path])
        self.paths.append(path)

    def again(self, path):
        """Another report of an event, with news in it."""
        copy = path.replace("wire/", f"post/{self.random.randrange(10**6)}-")
        self.write(copy, self.texts[path] + self.words(25), outlet="Island Post")

    def write(self, path, words, outlet="Pell Wire"):
        self.moment += timedelta(minutes=self.random.randrange(20, 240))
        self.site.write(path, article(
            " ".join(words[:6]).capitalize(), " ".join(words).capitalize() + ".", outlet=outlet,
            date=self.moment.strftime("%Y-%m-%dT%H:%M:%SZ")))


class Archives(SiteTestCase):
    def setUp(self):
        super().setUp()
        self.site = self.empty_site()
        self.site.settings("title: Archive\nbase_url: " + BASE + "\nwindow: { entries: 6, age: 4d }\nfeeds:\n"
                           "  post: { source: Island Post }\n  every: { merged: false }\n")

    def assert_whole(self, before, label):
        """A client that starts anywhere has every story once; archives keep what they said. Returns what they say."""
        documents = follow(self.site, BASE + "atom.xml")
        with self.subTest(label):
            living = reconstruct(documents.values())
            self.assertEqual(sorted(living), sorted(self.site.ids()))
            for name, updated in documents[BASE + "atom.xml"].entries.items():
                self.assertEqual(living[name], updated, "an archive has a newer version than the feed")
            archives = sorted(url for url in documents if url != BASE + "atom.xml")
            self.assertTrue(all(documents[url].is_archive for url in archives))
            for url in archives:
                self.assertEqual(set(follow(self.site, url)), set(documents), f"{url} does not lead to all documents")
            for older, newer in zip(archives, archives[1:]):
                self.assertEqual(documents[older].links["next-archive"], newer)
                self.assertEqual(documents[newer].links["prev-archive"], older)
            self.assertEqual(len(archives) == 1, False, "an archive document without a neighbour")
            texts = {url: documents[url].texts for url in archives}
            for url, old in before.items():
                self.assertEqual(texts.get(url), old, f"{url} has changed")
        return texts

    def assert_same_in_json(self):
        """JSON Feed's pages hold the same entries as Atom's."""
        for feed in ("", "post/", "every/"):
            atom, url = follow(self.site, BASE + feed + "atom.xml"), BASE + feed + "feed.json"
            entries, pages = {}, 0
            while url:
                with open(os.path.join(self.site.public, url[len(BASE):]), encoding="utf-8") as file:
                    page = json.load(file)
                pages += 1
                for item in page["items"]:
                    entries[item["id"]] = max(entries.get(item["id"], ""), item["date_modified"])
                url = page.get("next_url")
            self.assertEqual(pages, len(atom))
            newest = {}
            for document in atom.values():
                for name, updated in document.entries.items():
                    newest[name] = max(newest.get(name, ""), updated)
            self.assertEqual(entries, newest)

    def test_every_story_once_after_each_publication(self):
        for seed in SEEDS:
            self.setUp()
            room, texts, pins = Newsroom(self.site, seed), {}, []
            for publication in range(24):
                label = f"seed {seed}, publication {publication}"
                for _ in range(room.random.randrange(1, 4)):
                    room.report()
                chance = room.random.random()
                old = room.random.choice(room.paths)
                if chance < 0.35:
                    room.again(old)
                elif chance < 0.55 and len(room.paths) > 8:
                    # Two events prove to be one, wherever they are by now.
                    pins.append(f"  - [{old}, {room.random.choice(room.paths)}]\n")
                    self.site_file("pins.yaml", "together:\n" + "".join(pins))
                elif chance < 0.7 and len(room.paths) > 8:
                    room.paths.remove(old)
                    os.remove(os.path.join(self.site.articles, old))

                self.sync(self.site)

                texts = self.assert_whole(texts, label)
            self.assert_same_in_json()
            self.assertGreater(len(texts), 4, "too few archives to prove anything")

    def test_a_rescued_site_keeps_its_archives(self):
        room = Newsroom(self.site, 7)
        texts = {}
        for _ in range(8):
            for _ in range(3):
                room.report()
            self.sync(self.site)
            texts = self.assert_whole(texts, "before")
        os.rename(self.site.state, self.site.state + ".lost")
        room.report()

        self.sync(self.site)

        self.assert_whole(texts, "after state/ was lost")

    def site_file(self, name, text):
        with open(os.path.join(self.site.folder, name), "w", encoding="utf-8") as file:
            file.write(text)


class Bytes(SiteTestCase):
    """`largest_document` bounds every document, and every story is in one."""

    LIMIT = 100_000

    def assert_bounded(self, site, least=1):
        for place, _, names in os.walk(site.public):
            for name in names:
                if name in ("atom.xml", "rss.xml", "feed.json"):
                    path = os.path.join(place, name)
                    self.assertLessEqual(os.path.getsize(path), self.LIMIT, path)
        stories = site.stories()
        articles = sum(len(story["articles"]) for story in stories)
        for feed, count in (("", len(stories)), ("every/", articles)):
            documents = follow(site, f"{BASE}{feed}atom.xml")
            # A story of an archived document that is told again is in a newer one, too, as another version.
            shown = [set(document.entries.items()) for document in documents.values()]
            versions = set().union(*shown)
            self.assertEqual(sum(len(entries) for entries in shown), len(versions), "a version is in two documents")
            self.assertEqual(len({name for name, _ in versions}), count, feed)
            self.assertGreaterEqual(len(shown), least)

    def test_documents_of_long_and_odd_texts_stay_below_the_bound(self):
        site = self.empty_site()
        with open(os.path.join(site.folder, "newsfold.yaml"), "a", encoding="utf-8") as file:
            file.write(f"text: full\nlargest_document: {self.LIMIT}\nfeeds: {{ every: {{ merged: false }} }}\n")
        room = Newsroom(site, 7)
        for number in range(24):
            # Long, short, full of signs that are escaped, of another script, and one that fills a document alone.
            words = room.words([400, 40, 900, 12_000][number % 4])
            if number % 3 == 1:
                words = [f'"{word}" & < 9' for word in words]
            if number % 5 == 2:
                words = [word.translate({ord(c): 0x4E00 + 7 * ord(c) for c in "abdefgiklmnoprstuv"}) for word in words]
            site.write(f"wire/{number}.md", article(f"Event {number}: {' '.join(room.words(6))}", " ".join(words),
                                                    date=f"2026-03-{number % 20 + 1:02}T0{number % 9}:00:00Z"))
            if number % 8 == 7:
                self.sync(site)
                self.assert_bounded(site, least=1 if number < 20 else 3)
        outcome = site.run("check", "--json")
        self.assertEqual([finding for finding in outcome.json if finding["about"] == "published"], [])

    def test_check_names_a_document_above_the_bound(self):
        site = self.event_site(3)
        path = os.path.join(site.folder, "newsfold.yaml")
        with open(path, "a", encoding="utf-8") as file:
            file.write(f"largest_document: {self.LIMIT}\n")
        self.sync(site)
        with open(os.path.join(site.public, "rss.xml"), "ab") as file:
            file.write(b"\n" * self.LIMIT)

        findings = [finding["message"] for finding in site.run("check", "--json").json]

        self.assertEqual(len(findings), 1, findings)
        self.assertIn("public/rss.xml", findings[0])
        self.assertIn("largest_document is 100000", findings[0])


if __name__ == "__main__":
    unittest.main()
