"""What is old costs disk alone, and is answered for as before: archived, served, opened again, pruned."""

import glob
import json
import os
import time
import unittest

from newsfold_site import DONE, EVENTS, IO, SiteTestCase, article, event, fetch, wait_until

ONE, TWO = "courier/old-0.md", "courier/old-1.md"
OLD = "2026-06-{:02}T08:00:00Z"
SETTINGS = "title: Test site\nwindow: {{ entries: 3, age: 2d }}\narchive_after: {}\nprune_after: {}\npublish_interval: 0s\n"


class RetentionTestCase(SiteTestCase):
    def setUp(self):
        super().setUp()
        self.site = self.empty_site()
        self.site.settings(SETTINGS.format("16d", "never"))
        for number in range(3):
            self.site.write(f"courier/old-{number}.md", event(number, date=OLD.format(1 + number)))
        self.sync(self.site)
        self.before = self.story_of()
        self.age()

    def age(self):
        for number in (3, 4):
            self.site.write(f"courier/new-{number}.md", event(number, date=f"2026-11-{5 + number:02}T08:00:00Z"))
        self.sync(self.site)

    def story_of(self):
        return {self.site.relative(a["path"]): story for story in self.site.stories() for a in story["articles"]}

    def archive(self):
        return self.site.run("status", "--json").json["archive"]

    def documents(self):
        return sorted(glob.glob(os.path.join(self.site.state, "archive", "*.jsonl")))

    def page(self, service, story):
        return fetch(service.base + story["url"].split("/", 3)[3])


class Archived(RetentionTestCase):
    def test_it_is_counted_shown_explained_and_found_whole(self):
        self.assertEqual(self.archive()["articles"], 3)
        status = self.site.run("status", "--json").json
        self.assertEqual((status["articles"], status["stories"], status["files"]), (5, 5, 5))
        self.assertIn("archive ", self.site.run("status").out)
        after = self.story_of()
        self.assertEqual({path: after[path] for path in self.before}, self.before)
        for name in (self.before[ONE]["id"], self.before[ONE]["slug"], ONE):
            shown = self.site.run("show", name, "--json")
            self.assertEqual(shown.status, DONE, str(shown))
            self.assertEqual(shown.json["id"], self.before[ONE]["id"])
            self.assertTrue(shown.json["decisions"])
        explained = self.site.run("explain", ONE, "courier/new-3.md", "--json")
        self.assertEqual(explained.status, DONE, str(explained))
        self.assertFalse(explained.json["together"])
        self.assertEqual(self.site.run("check").status, DONE)

    def test_the_next_sync_reads_nothing_and_writes_nothing(self):
        stamps = self.site.stamps()

        report = self.sync(self.site, "--json").json

        self.assertEqual((report["filesSeen"], report["filesRead"], report["articles"]), (5, 0, 5))
        self.assertEqual(self.site.stamps(), stamps)

    def test_a_service_opens_what_a_late_report_a_change_and_a_removal_need(self):
        title, text = EVENTS[0]
        with self.service(self.site) as service:
            self.site.write("rival/late.md", article(title, text, date=OLD.format(2), outlet="Rival"))
            self.assertTrue(wait_until(lambda: "Rival" in self.page(service, self.before[ONE]).body.decode()), service.written()[-2000:])
            self.assertEqual(len(self.story_of()[ONE]["articles"]), 2)

            os.remove(os.path.join(self.site.articles, TWO))
            self.assertTrue(wait_until(lambda: self.page(service, self.before[TWO]).status == 410), service.written()[-2000:])

            # The next look at everything closes what is left.
            self.assertTrue(wait_until(lambda: self.site.run("resync").status == DONE and self.archive()["articles"] == 3))
            self.assertEqual(self.page(service, self.before[ONE]).status, 200)
        self.assertEqual(self.story_of()[ONE]["id"], self.before[ONE]["id"])
        self.assertEqual(self.site.run("check").status, DONE)

    def test_what_is_archived_and_what_led_there_outlives_lost_state(self):
        import shutil
        shutil.rmtree(self.site.state)

        self.sync(self.site)

        self.assertEqual({path: self.story_of()[path]["id"] for path in self.before},
                         {path: story["id"] for path, story in self.before.items()})
        self.assertEqual(self.archive()["articles"], 3)

    def test_a_lost_public_is_published_anew_whole(self):
        import shutil
        documents = self.site.documents()
        shutil.rmtree(self.site.public)

        self.sync(self.site)

        pages = {path: text for path, text in self.site.documents().items() if path.startswith("stories/")}
        self.assertEqual(pages, {path: text for path, text in documents.items() if path.startswith("stories/")})
        self.assertEqual(self.archive()["articles"], 3)

    def test_a_damaged_document_is_a_finding_stops_nothing_and_is_repaired(self):
        path = self.documents()[0]
        with open(path, "rb") as file:
            content = file.read()
        for damage in (content[:len(content) // 2], content.replace(b"Holmgard", b"Holmgart"), b""):
            with open(path, "wb") as file:
                file.write(damage)
            for command in (["check"], ["stories"], ["show", self.before[ONE]["id"]]):
                told = self.site.run(*command)
                self.assertNotEqual(told.status, DONE, str(told))
                self.assertIn(os.path.basename(path), told.out + told.err)
                self.assertIn("resync --full", told.out + told.err)
            self.sync(self.site)
            self.site.write("courier/new-5.md", event(5, date="2026-11-10T08:00:00Z"))
            self.assertEqual(self.sync(self.site, "--json").json["articlesChanged"], 1)

            self.assertEqual(self.site.run("resync", "--full").status, DONE)

            self.assertEqual({path: story for path, story in self.story_of().items() if path in self.before}, self.before)
            self.assertEqual(self.site.run("check").status, DONE)
            os.remove(os.path.join(self.site.articles, "courier/new-5.md"))
            self.sync(self.site)
            path = self.documents()[0]

    def test_a_missing_document_is_refused_at_the_start(self):
        os.remove(self.documents()[0])

        refused = self.site.run("sync")

        self.assertEqual(refused.status, IO, str(refused))
        self.assertIn("00000001.jsonl", refused.err)
        self.assertIn("resync --full", refused.err)
        self.assertEqual(self.site.run("resync", "--full").status, DONE)
        self.assertEqual({path: self.story_of()[path]["id"] for path in self.before},
                         {path: story["id"] for path, story in self.before.items()})


class Alias(RetentionTestCase):
    def age(self):
        with open(os.path.join(self.site.folder, "pins.yaml"), "w", encoding="utf-8") as file:
            file.write(f"together:\n  - [{ONE}, {TWO}]\n")
        self.sync(self.site)
        super().age()

    def test_a_retired_id_leads_to_its_archived_story_over_http_and_for_show(self):
        # A pin keeps both at hand; without it they would be two again. So it is the removal of the second that lets go.
        os.remove(os.path.join(self.site.folder, "pins.yaml"))
        self.sync(self.site)
        old, gone = sorted((self.before[ONE], self.before[TWO]), key=lambda story: story["published"])
        with self.service(self.site) as service:
            self.assertEqual(self.page(service, old).status, 200)
            answer = self.page(service, gone)
            self.assertIn(answer.status, (200, 308))
            if answer.status == 308:
                self.assertEqual(answer.headers["Location"], old["url"])
        shown = self.site.run("show", gone["id"], "--json")
        self.assertEqual(shown.status, DONE, str(shown))


class Pruned(RetentionTestCase):
    def age(self):
        super().age()
        self.pages = {path: text for path, text in self.site.documents().items() if path.startswith("stories/")}
        self.site.settings(SETTINGS.format("16d", "30d"))
        self.sync(self.site)

    def test_pages_stay_when_texts_and_files_are_gone(self):
        self.assertEqual(self.archive()["pruned"], 3)
        with open(self.documents()[0], encoding="utf-8") as file:
            self.assertNotIn("malt house", file.read())
        for number in range(3):
            os.remove(os.path.join(self.site.articles, f"courier/old-{number}.md"))
        self.site.write("courier/again.md", event(0, date=OLD.format(1)))

        with self.service(self.site) as service:
            self.assertEqual(self.site.run("resync").status, DONE)
            for story in self.before.values():
                self.assertEqual(self.page(service, story).status, 200)

        pages = {path: text for path, text in self.site.documents().items() if path.startswith("stories/")}
        self.assertEqual({path: pages.get(path) for path in self.pages}, self.pages)
        shown = self.site.run("show", self.before[ONE]["id"], "--json")
        self.assertEqual(shown.json["title"], self.before[ONE]["title"])
        told = self.site.run("explain", ONE, TWO)
        self.assertNotEqual(told.status, DONE)
        self.assertIn("prune_after", told.err)
        self.assertEqual(self.site.run("check").status, DONE)


if __name__ == "__main__":
    unittest.main()
