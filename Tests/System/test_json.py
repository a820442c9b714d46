"""The shapes of `--json` on standard output, as JSONOutput.md has them."""

import json
import os
import re
import unittest

from newsfold_site import DONE, SET_ASIDE, SiteTestCase, newsfold

RFC3339 = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")


class Shapes(SiteTestCase):
    def setUp(self):
        super().setUp()
        self.site = self.sample_site()
        self.sync(self.site)

    def assert_story(self, story):
        for key in ("id", "title", "url"):
            self.assertIsInstance(story[key], str)
            self.assertTrue(story[key])
        self.assertRegex(story["published"], RFC3339)
        self.assertRegex(story["updated"], RFC3339)
        self.assertLessEqual(story["published"][:19], story["updated"][:19])
        self.assertTrue(story["articles"])
        for article in story["articles"]:
            for key in ("id", "path", "source", "title"):
                self.assertIsInstance(article[key], str)
                self.assertTrue(article[key], (key, article))
            self.assertRegex(article["published"], RFC3339)

    def test_stories(self):
        stories = self.site.stories()

        self.assertIsInstance(stories, list)
        for story in stories:
            self.assert_story(story)
        self.assertEqual(len({story["id"] for story in stories}), len(stories))
        self.assertEqual(len({story["updated"] for story in stories}), len(stories), "two entries share an `updated`")

    def test_stories_since(self):
        stories = self.site.run("stories", "--since", "2026-11-15T00:00:00Z", "--json").json

        self.assertTrue(stories)
        self.assertLess(len(stories), len(self.site.stories()))
        for story in stories:
            self.assertGreaterEqual(story["updated"], "2026-11-15")

    def test_show_by_id_and_by_slug(self):
        story = max(self.site.stories(), key=lambda story: len(story["articles"]))
        slug = story["url"].rstrip("/").rsplit("/", 1)[1]
        for name in (story["id"], slug):
            with self.subTest(name):
                outcome = self.site.run("show", name, "--json")

                self.assertEqual(outcome.status, DONE, str(outcome))
                self.assert_story(outcome.json)
                self.assertEqual(outcome.json["id"], story["id"])
                self.assertIsInstance(outcome.json["decisions"], list)
                self.assertTrue(outcome.json["decisions"])

    def test_show_of_what_does_not_exist_is_no_success(self):
        outcome = self.site.run("show", "tag:newsfold.example,2026-11-01:story/none", "--json")

        self.assertNotEqual(outcome.status, DONE)
        self.assertIn("story/none", outcome.err)

    def test_explain_by_path_and_by_id_adds_up(self):
        story = max(self.site.stories(), key=lambda story: len(story["articles"]))
        first, second = story["articles"][:2]
        for a, b in [
            (first["id"], second["id"]),
            (self.site.relative(first["path"]), self.site.relative(second["path"])),
            (os.path.join(self.site.articles, self.site.relative(first["path"])),
             os.path.join(self.site.articles, self.site.relative(second["path"]))),
            # As a shell completes them beside the settings file.
            ("articles/" + self.site.relative(first["path"]), "articles/" + self.site.relative(second["path"])),
        ]:
            with self.subTest(a):
                outcome = self.site.run("explain", a, b, "--json")

                self.assertEqual(outcome.status, DONE, str(outcome))
                told = outcome.json
                self.assertIsInstance(told["together"], bool)
                self.assertIsInstance(told["score"], (int, float))
                self.assertIsInstance(told["threshold"], (int, float))
                for name, number in told["evidence"].items():
                    self.assertIsInstance(name, str)
                    self.assertIsInstance(number, (int, float), name)
                total = sum(told["evidence"].values())
                if abs(told["score"]) < 6:  # the score is clipped to ±6
                    self.assertAlmostEqual(total, told["score"], places=3)

    def test_explain_is_the_same_both_ways_round(self):
        story = max(self.site.stories(), key=lambda story: len(story["articles"]))
        a, b = (article["id"] for article in story["articles"][:2])

        self.assertEqual(self.site.run("explain", a, b, "--json").json["score"],
                         self.site.run("explain", b, a, "--json").json["score"])

    def test_status(self):
        self.site.write("courier/empty.md", "")
        self.sync(self.site, status=SET_ASIDE)

        told = self.site.run("status", "--json").json

        self.assertEqual(told["stories"], len(self.site.stories()))
        self.assertEqual(told["articles"], sum(len(story["articles"]) for story in self.site.stories()))
        self.assertEqual(len(told["setAside"]), 1)
        self.assertTrue(told["setAside"][0]["path"].endswith("empty.md"))
        self.assertTrue(told["setAside"][0]["reason"])

    def test_sync_tells_what_it_did(self):
        self.site.write("courier/new.md", "---\ntitle: New\ndate: 2026-11-19\n---\n\nNothing like it was ever seen in Quarnby.\n")

        told = self.sync(self.site, "--json").json

        self.assertEqual((told["filesRead"], told["articlesChanged"], told["setAside"]), (1, 1, []))
        self.assertEqual([change["kind"] for change in told["changes"]], ["created"])
        self.assertIn("atom.xml", told["documentsWritten"])

    def test_every_command_that_prints_facts_keeps_standard_output_for_them(self):
        for command in (["sync"], ["resync"], ["status"], ["stories"], ["check"]):
            with self.subTest(command[0]):
                outcome = self.site.run(*command, "--json")

                self.assertIsNotNone(outcome.json)


class Evaluate(SiteTestCase):
    def gold(self):
        path = os.path.join(self.temporary, "gold.jsonl")
        site = self.sample_site()
        with open(os.path.join(site.articles, "wires/roundup-20261119.jsonl"), encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        with open(path, "w", encoding="utf-8") as file:
            for row, story in zip(rows, ["recount", "recount", "outage", "outage"], strict=True):
                file.write(json.dumps(dict(row, story=story)) + "\n")
        return path, [row["id"] for row in rows]

    def test_it_writes_a_story_for_every_article_and_prints_scores(self):
        path, ids = self.gold()
        out = os.path.join(self.temporary, "out.jsonl")

        outcome = newsfold("evaluate", path, "--predictions", out)

        self.assertEqual(outcome.status, DONE, str(outcome))
        with open(out, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        self.assertEqual(sorted(row["id"] for row in rows), sorted(ids))
        stories = {row["id"]: row["story"] for row in rows}
        self.assertEqual(stories[ids[0]], stories[ids[1]])
        self.assertEqual(stories[ids[2]], stories[ids[3]])
        self.assertNotEqual(stories[ids[0]], stories[ids[2]])
        for word in ("pairwise", "cubed", "rand"):
            self.assertIn(word.lower(), outcome.out.lower())

    def test_its_json_has_numbers(self):
        path, _ = self.gold()

        told = newsfold("evaluate", path, "--json").json

        self.assertEqual((told["articles"], told["stories"]), (4, 2))
        for scores in (told["pairwise"], told["bCubed"]):
            self.assertEqual(scores, {"precision": 1, "recall": 1, "f1": 1})
        self.assertEqual(told["adjustedRand"], 1)
        self.assertGreater(told["articlesPerSecond"], 0)
        self.assertEqual(told["links"], 2)

    def test_it_compares_all_when_asked_to(self):
        path, _ = self.gold()

        bounded = newsfold("evaluate", path, "--json").json
        exhaustive = newsfold("evaluate", path, "--json", "--exhaustive").json

        self.assertEqual(exhaustive["candidatesPerArticle"], 6 / 4)
        self.assertLess(bounded["candidatesPerArticle"], 6 / 4)
        self.assertEqual(exhaustive["links"], bounded["links"])

    def test_a_missing_file_and_a_broken_line_are_named(self):
        broken = os.path.join(self.temporary, "broken.jsonl")
        with open(broken, "w", encoding="utf-8") as file:
            file.write('{"id": "a", "title": "t", "text": "x", "story": "s"}\nnot json\n')
        for path, word in [(os.path.join(self.temporary, "none.jsonl"), "none.jsonl"), (broken, "2")]:
            with self.subTest(word):
                outcome = newsfold("evaluate", path)

                self.assertNotEqual(outcome.status, DONE)
                self.assertIn(word, outcome.err)


if __name__ == "__main__":
    unittest.main()
