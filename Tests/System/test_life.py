"""The life of an entry: merged, split, withdrawn, closed; and the person's last word."""

import json
import os
import re
import shutil
import unittest

from newsfold_site import DONE, SET_ASIDE, SETTINGS, SiteTestCase, event, fetch, wait_until

ONE, TWO = "courier/event-0.md", "courier/event-1.md"


class LifeTestCase(SiteTestCase):
    def setUp(self):
        super().setUp()
        self.site = self.event_site(3)
        self.sync(self.site)
        self.before = self.story_of()

    def story_of(self):
        """Path -> its story."""
        return {self.site.relative(a["path"]): story for story in self.site.stories() for a in story["articles"]}

    def pins(self, text):
        with open(os.path.join(self.site.folder, "pins.yaml"), "w", encoding="utf-8") as file:
            file.write(text)

    def atom(self):
        with open(os.path.join(self.site.public, "atom.xml"), encoding="utf-8") as file:
            return file.read()

    def page(self, story):
        with open(os.path.join(self.site.public, story["url"].split("/", 3)[3], "index.html"), encoding="utf-8") as file:
            return file.read()

    def assert_merged(self):
        """The stories of ONE and TWO are one, under the older id."""
        after = self.story_of()
        old, gone = self.before[ONE], self.before[TWO]
        self.assertEqual(after[ONE]["id"], old["id"])
        self.assertEqual(after[TWO]["id"], old["id"])
        self.assertNotIn(gone["id"], [item["id"] for item in self.site.feed()["items"]])
        shown = self.site.run("show", gone["id"], "--json")
        self.assertEqual(shown.status, DONE, str(shown))
        self.assertEqual(shown.json["id"], old["id"], "the alias is lost")
        page = self.page(gone)
        self.assertIn(old["url"], page)
        self.assertRegex(page, r'rel="?canonical')
        self.assertRegex(page, r'http-equiv="?refresh')


class Merged(LifeTestCase):
    def test_the_older_id_survives_and_the_other_leads_to_it(self):
        self.pins(f"together:\n  - [{ONE}, {TWO}]\n")

        self.sync(self.site)

        self.assert_merged()
        self.assertRegex(self.atom(), rf'deleted-entry[^>]*ref="{re.escape(self.before[TWO]["id"])}"')
        self.assertEqual(self.site.run("check").status, DONE)

    def test_the_alias_outlives_lost_state_and_a_full_resync(self):
        self.pins(f"together:\n  - [{ONE}, {TWO}]\n")
        self.sync(self.site)
        self.site.run("resync", "--full")
        self.assert_merged()
        shutil.rmtree(self.site.state)

        self.sync(self.site)

        self.assert_merged()

    def test_a_server_redirects_for_good(self):
        self.pins(f"together:\n  - [{ONE}, {TWO}]\n")
        with self.service(self.site) as service:
            gone, old = self.before[TWO]["url"].split("/", 3)[3], self.before[ONE]["url"].split("/", 3)[3]

            # It serves what is on disk until its first pass is done.
            self.assertTrue(wait_until(lambda: fetch(service.base + gone).status == 308))
            answer = fetch(service.base + gone)
            self.assertTrue(answer.headers["Location"].endswith(old), answer.headers["Location"])

    def test_the_merged_entrys_updated_moved_forward(self):
        self.pins(f"together:\n  - [{ONE}, {TWO}]\n")

        self.sync(self.site)

        self.assertGreater(self.story_of()[ONE]["updated"], self.before[ONE]["updated"])
        self.assertEqual(self.story_of()[ONE]["published"], self.before[ONE]["published"])


class Split(LifeTestCase):
    def test_the_id_stays_with_the_founding_article_and_no_id_is_used_again(self):
        self.pins(f"together:\n  - [{ONE}, {TWO}]\n")
        self.sync(self.site)
        os.remove(os.path.join(self.site.folder, "pins.yaml"))

        self.sync(self.site)

        after = self.story_of()
        self.assertEqual(after[ONE]["id"], self.before[ONE]["id"])
        self.assertNotEqual(after[TWO]["id"], self.before[ONE]["id"])
        self.assertNotEqual(after[TWO]["id"], self.before[TWO]["id"], "a retired id was used again")
        shown = self.site.run("show", self.before[TWO]["id"], "--json")
        self.assertEqual(shown.json["id"], self.before[ONE]["id"], "the alias is lost")

    def test_pins_part_what_the_score_joins(self):
        site = self.site = self.sample_site("sample")
        a, b = "wires/northline/20261112-1205-rate.json", "ledger-daily/bank-of-veldria-half-point.txt"
        self.sync(site)
        before = self.story_of()
        self.assertEqual(before[a]["id"], before[b]["id"])
        self.pins(f"apart:\n  - [{a}, {b}]\n")

        self.sync(site)

        after = self.story_of()
        self.assertEqual(after[a]["id"], before[a]["id"])
        self.assertNotEqual(after[b]["id"], before[a]["id"])


class PinsFile(LifeTestCase):
    def test_a_title_and_a_lead_are_taken(self):
        self.pins(f"together:\n  - [{ONE}, {TWO}]\nlead:\n  - {TWO}\ntitles:\n  {ONE}: A title by hand\n")

        self.sync(self.site)

        story = self.story_of()[ONE]
        self.assertEqual(story["title"], "A title by hand")
        item = next(item for item in self.site.feed()["items"] if item["id"] == story["id"])
        self.assertEqual(item["title"], "A title by hand")
        self.assertIn("Aldvik", json.dumps(item).split("Holmgard")[0], "the pinned article does not lead")

    def test_names_that_mean_nothing_and_contradictions_are_findings(self):
        for text, word in [
            ("together:\n  - [courier/event-0.md, courier/none.md]\n", "none.md"),
            (f"together:\n  - [{ONE}, {TWO}]\napart:\n  - [{TWO}, {ONE}]\n", "apart"),
        ]:
            with self.subTest(word):
                self.pins(text)

                outcome = self.site.run("check")

                self.assertEqual(outcome.status, SET_ASIDE, str(outcome))
                self.assertIn(word, outcome.out + outcome.err)

    def test_a_pins_file_that_is_wrong_is_named_with_its_line(self):
        for text, word in [("togehter:\n  - [a, b]\n", "together"), ("apart: [", "pins.yaml"), ("lead: {a: b}\n", "lead")]:
            with self.subTest(text):
                self.pins(text)

                outcome = self.site.run("sync")

                self.assertEqual(outcome.status, SETTINGS, str(outcome))
                self.assertIn("pins.yaml", outcome.err)
                self.assertIn(word, outcome.err)

    def test_a_dry_run_shows_the_ids_that_would_be_retired(self):
        self.pins(f"together:\n  - [{ONE}, {TWO}]\n")
        before = self.site.documents()

        outcome = self.sync(self.site, "--dry-run")
        told = self.sync(self.site, "--dry-run", "--json").json

        self.assertIn(self.before[TWO]["id"], outcome.out)
        self.assertIn(
            ("removed", self.before[TWO]["id"], self.before[ONE]["id"]),
            [(change["kind"], change["id"], change.get("survivor")) for change in told["changes"]])
        self.assertEqual(self.site.documents(), before)

    def test_a_dry_run_and_the_service_show_what_other_settings_change_before_it_is_published(self):
        self.site.settings("title: Test\nfeeds:\n  some: { source: Nobody }\n")
        self.sync(self.site)
        before = self.site.documents()
        outlet = self.before[TWO]["articles"][0]["source"]
        self.site.settings(f"title: Test\nfeeds:\n  some: {{ source: {outlet} }}\n")

        preview = self.sync(self.site, "--dry-run")
        told = self.sync(self.site, "--dry-run", "--json").json

        self.assertIn("feed some: comes: ", preview.out)
        self.assertEqual(self.site.documents(), before)
        self.assertTrue(told["hasOtherSettings"])
        self.assertEqual([feed["name"] for feed in told["feeds"]], ["some"])
        with self.service(self.site) as service:
            self.assertTrue(wait_until(lambda: self.site.documents() != before))
            log = service.written()
        self.assertIn("settings have changed since the last publication", log)
        self.assertIn("feed some: comes: ", log)
        self.assertNotEqual(self.site.documents(), before)


class Withdrawn(LifeTestCase):
    def test_its_page_says_so_and_the_id_is_never_used_again(self):
        gone = self.before[TWO]
        os.remove(os.path.join(self.site.articles, TWO))
        self.sync(self.site)

        self.assertRegex(self.page(gone).lower(), "withdrawn|removed|gone")
        shutil.rmtree(self.site.state)
        self.sync(self.site)

        self.assertNotIn(gone["id"], self.site.ids())
        self.assertRegex(self.atom(), rf'deleted-entry[^>]*ref="{re.escape(gone["id"])}"')


class Closed(SiteTestCase):
    def test_late_coverage_of_a_story_that_left_the_window_does_not_come_up_again(self):
        site = self.empty_site()
        site.settings("window: { entries: 4 }\n")
        site.write("courier/old.md", event(0, date="2026-10-01T08:00:00Z"))
        self.sync(site)
        old = site.stories()[0]
        # Two leave the window: what has left it stays in the feed until it fills an archive document, and the first come as two.
        site.write("courier/older.md", event(4, date="2026-09-30T08:00:00Z"))
        self.sync(site)
        for number in range(1, 4):
            site.write(f"courier/later-{number}.md", event(number, date=f"2026-11-{10 + number}T08:00:00Z"))
        self.sync(site)
        self.assertNotIn(old["id"], [item["id"] for item in site.feed()["items"]])
        site.write("other/late.md", event(0, date="2026-10-02T20:00:00Z", outlet="Late Paper"))

        self.sync(site)

        self.assertNotIn(old["id"], [item["id"] for item in site.feed()["items"]], "came up again")
        shown = site.run("show", old["id"], "--json").json
        self.assertEqual(sorted(article["source"] for article in shown["articles"]), ["Late Paper", "Test Courier"])
        with open(os.path.join(site.public, old["url"].split("/", 3)[3], "index.html"), encoding="utf-8") as page:
            self.assertIn("Late Paper", page.read())


class Changes(LifeTestCase):
    def test_the_change_api_tells_what_happened_since_a_cursor(self):
        with self.service(self.site) as service:
            start = json.loads(fetch(service.base + "changes").body)
            self.site.write("courier/new.md", event(4))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 4))

            told = json.loads(fetch(service.base + f"changes?since={start['next']}").body)

            self.assertEqual([change["kind"] for change in told["changes"]], ["created"])
            self.assertIn("Court clears", told["changes"][0]["title"])
            again = json.loads(fetch(service.base + f"changes?since={told['next']}").body)
            self.assertEqual(again["changes"], [])


if __name__ == "__main__":
    unittest.main()
