"""The sample site becomes the stories that its authors meant."""

import json
import os
import re
import unittest

from newsfold_site import DONE, SAMPLE, SiteTestCase

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "sample-stories.json"), encoding="utf-8") as file:
    EXPECTED = json.load(file)["stories"]


class Samples(SiteTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        named = {article["path"] for story in EXPECTED for article in story["articles"]}
        there = {
            os.path.relpath(os.path.join(place, name), os.path.join(SAMPLE, "articles"))
            for place, _, names in os.walk(os.path.join(SAMPLE, "articles")) for name in names
        }
        if named != there:
            raise AssertionError(f"sample-stories.json and feeds/articles differ in {sorted(named ^ there)}")

    def setUp(self):
        super().setUp()
        self.site = self.sample_site()
        self.sync(self.site)

    def test_every_article_is_in_the_story_it_belongs_to_and_in_no_other(self):
        several = {a["path"] for s in EXPECTED for a in s["articles"] if a.get("title")}
        expected = {
            frozenset((a["path"], a.get("title")) for a in story["articles"]): story["about"] for story in EXPECTED}
        found = set()
        for story in self.site.stories():
            paths = [(self.site.relative(a["path"]), a["title"]) for a in story["articles"]]
            found.add(frozenset((path, title if path in several else None) for path, title in paths))

        self.assertEqual(
            {about for articles, about in expected.items() if articles not in found}, set(),
            f"found: {sorted(sorted(map(str, story)) for story in found)}")
        self.assertEqual(len(found), len(expected))

    def test_no_article_is_set_aside_and_every_date_is_that_of_the_sample(self):
        self.assertEqual(self.site.set_aside(), {})
        for story in self.site.stories():
            for article in story["articles"]:
                self.assertRegex(article["published"], r"^2026-11-(0[5-9]|1\d)T", article["path"])

    def test_titles_lost_the_sites_suffixes(self):
        for story in self.site.stories():
            for article in story["articles"]:
                self.assertNotRegex(article["title"], r"\| (?:Local|News|Markets|Sport)|Lantern Post$|Abendblatt Kesten$|Bugle$")

    def test_outlets_come_from_the_metadata_or_else_the_folder(self):
        sources = {self.site.relative(a["path"]): a["source"] for s in self.site.stories() for a in s["articles"]}

        self.assertEqual(sources["harbour-gazette/ferry-strikes-north-mole.html"], "Harbour Gazette")
        self.assertEqual(sources["wires/northline/20261109-0930-ferry.json"], "Northline Press Agency")
        self.assertEqual(sources["tidewater-review/constant-wren-found.md"], "Tidewater Review")
        self.assertRegex(sources["coastlander/news/ferry-rams-breakwater.txt"].lower(), "coastlander")

    def test_the_trimmings_of_the_sites_are_in_no_entry(self):
        with open(os.path.join(self.site.public, "feed.json"), encoding="utf-8") as document:
            text = document.read()

        for trimming in ["Read Full Article", "READ MORE ABOUT", "Share this story", "We use cookies", "Most read"]:
            self.assertNotIn(trimming, text)

    def test_the_two_figures_of_the_ferry_stand_side_by_side(self):
        story = next(s for s in self.site.stories() if len(s["articles"]) == 4)
        item = next(item for item in self.site.feed()["items"] if item["id"] == story["id"])
        page = os.path.join(self.site.public, story["url"].split("/", 3)[3], "index.html")
        with open(page, encoding="utf-8") as file:
            text = re.sub(r"<[^>]+>", " ", file.read()).lower()

        self.assertRegex(text, r"\b(?:12|twelve)\b")
        self.assertRegex(text, r"\b(?:14|fourteen)\b")
        self.assertIn("Northline", json.dumps(item))

    def test_every_article_is_explained_against_its_neighbours(self):
        together = self.site.run(
            "explain", "harbour-gazette/ferry-strikes-north-mole.html", "dunmore-chronicle/2026/11/marrow-star.md", "--json")
        apart = self.site.run(
            "explain", "harbour-gazette/ferry-strikes-north-mole.html", "harbour-gazette/inquiry-bridge-recorder.html", "--json")

        self.assertEqual(together.status, DONE, str(together))
        self.assertIs(together.json["together"], True)
        self.assertIs(apart.json["together"], False)
        self.assertGreater(together.json["score"], together.json["threshold"])


if __name__ == "__main__":
    unittest.main()
