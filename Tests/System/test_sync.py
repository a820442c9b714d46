"""One pass after another: what is read, what is written, what stays."""

import os
import shutil
import time
import unittest

from newsfold_site import DONE, Reads, SiteTestCase, article, event


class SecondSync(SiteTestCase):
    def test_it_reads_no_article_and_writes_no_byte_and_says_so(self):
        site = self.sample_site()
        self.sync(site)
        before = site.stamps()

        with Reads(site.articles) as reads:
            outcome = self.sync(site)

        self.assertEqual(reads.names, set())
        self.assertEqual(site.stamps(), before)
        self.assertRegex((outcome.out + outcome.err).lower(), r"nothing|unchanged|no change|\b0\b")

    def test_its_state_stays_as_it_is_but_for_when_it_looked(self):
        site = self.sample_site()
        self.sync(site)
        self.sync(site)
        size = sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(site.state) for name in names)

        for _ in range(20):
            self.sync(site)

        after = sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(site.state) for name in names)
        self.assertLess(after, size * 1.5 + 4096, "state grows with syncs that change nothing")

    def test_a_file_with_a_new_time_and_the_same_bytes_changes_nothing(self):
        site = self.event_site(3)
        self.sync(site)
        before = site.stamps()
        os.utime(os.path.join(site.articles, "courier/event-1.md"), (time.time(), time.time()))

        self.sync(site)

        self.assertEqual(site.stamps(), before)


class OneFile(SiteTestCase):
    def test_with_one_file_added_it_reads_one(self):
        site = self.sample_site()
        self.sync(site)
        site.write("courier/new.md", event(1))

        with Reads(site.articles) as reads:
            self.sync(site)

        self.assertEqual(reads.names, {"courier/new.md"})
        self.assertIn("courier/new.md", [site.relative(a["path"]) for s in site.stories() for a in s["articles"]])

    def test_the_others_entries_stay_as_they_were(self):
        site = self.event_site(3)
        self.sync(site)
        before = {item["id"]: item for item in site.feed()["items"]}
        site.write("courier/new.md", event(4, date="2026-11-15T08:00:00Z"))

        self.sync(site)

        after = {item["id"]: item for item in site.feed()["items"]}
        self.assertEqual(len(after), 4)
        for identity, item in before.items():
            self.assertEqual(after[identity], item)

    def test_with_one_file_changed_it_reads_one_and_the_entry_keeps_its_id(self):
        site = self.event_site(3)
        self.sync(site)
        before = site.ids()
        path = site.write("courier/event-1.md", event(1, date="2026-11-11T08:00:00Z") + "\nA sentence was added about Brunswell.\n")

        with Reads(site.articles) as reads:
            self.sync(site)

        self.assertEqual(reads.names, {os.path.relpath(path, site.articles)})
        self.assertEqual(site.ids(), before)

    def test_a_file_taken_away_leaves_its_story_and_a_tombstone(self):
        site = self.event_site(3)
        self.sync(site)
        gone = next(story for story in site.stories() if "event-1" in story["articles"][0]["path"])
        os.remove(os.path.join(site.articles, "courier/event-1.md"))

        self.sync(site)

        self.assertNotIn(gone["id"], site.ids())
        self.assertNotIn(gone["id"], [item["id"] for item in site.feed()["items"]])
        with open(os.path.join(site.public, "atom.xml"), encoding="utf-8") as document:
            self.assertRegex(document.read(), rf'deleted-entry[^>]*ref="{gone["id"]}"')

    def test_a_file_that_comes_back_finds_its_story_again(self):
        site = self.event_site(3)
        self.sync(site)
        before = site.ids()
        path = os.path.join(site.articles, "courier/event-1.md")
        shutil.move(path, os.path.join(self.temporary, "away.md"))
        self.sync(site)
        self.assertEqual(len(site.ids()), 2)
        shutil.move(os.path.join(self.temporary, "away.md"), path)

        self.sync(site)

        self.assertEqual(site.ids(), before)

    def test_when_all_articles_are_gone_the_feeds_are_empty_and_whole(self):
        site = self.event_site(2)
        self.sync(site)
        shutil.rmtree(os.path.join(site.articles, "courier"))

        self.sync(site)

        self.assertEqual(site.stories(), [])
        self.assertEqual(site.feed()["items"], [])
        self.assertEqual(site.run("check").status, DONE)


class NothingButArticles(SiteTestCase):
    def test_a_site_without_an_article_publishes_empty_feeds(self):
        site = self.empty_site()

        self.sync(site)

        self.assertEqual(site.feed()["items"], [])
        for name in ["index.html", "atom.xml", "rss.xml", "feeds.opml"]:
            self.assertTrue(os.path.isfile(os.path.join(site.public, name)), name)

    def test_what_it_writes_is_never_read_as_input(self):
        site = self.event_site(2)
        site.settings("title: All in one\narticles: .\n")

        first = site.run("sync")
        second = site.run("sync")

        if first.status == DONE:
            self.assertEqual(second.status, DONE, str(second))
            self.assertEqual(len(site.stories()), 2)
        else:  # refusing such a setting is right too
            self.assertEqual(first.status, 78, str(first))

    def test_files_of_no_format_it_reads_are_left_alone(self):
        site = self.event_site(2)
        site.write("courier/picture.jpg", b"\xff\xd8\xff\xe0" + bytes(2000))
        site.write("courier/.event-9.md.swp", b"b0VIM 8.2")
        site.write("courier/event-0.md~", event(0))
        site.write(".hidden/secret.md", event(4))
        site.write("courier/.event-3.md.Xy7Q2z", event(3))

        self.sync(site)

        self.assertEqual(len(site.stories()), 2)


class SameBytes(SiteTestCase):
    """Byte-identical documents, whatever was lost."""

    def test_a_sync_without_state_gives_the_same(self):
        site = self.sample_site()
        self.sync(site)
        before = site.documents()
        shutil.rmtree(site.state)

        self.sync(site)

        self.assertEqual(site.documents(), before)

    def test_a_sync_without_state_and_documents_gives_the_same(self):
        site = self.sample_site()
        self.sync(site)
        before = site.documents()
        shutil.rmtree(site.state)
        shutil.rmtree(site.public)

        self.sync(site)

        self.assertEqual(site.documents(), before)

    def test_a_sync_without_documents_gives_the_same(self):
        site = self.sample_site()
        self.sync(site)
        before = site.documents()
        shutil.rmtree(site.public)

        self.sync(site)

        self.assertEqual(site.documents(), before)

    def test_one_document_taken_away_or_damaged_is_written_again(self):
        site = self.sample_site()
        self.sync(site)
        before = site.documents()
        os.remove(os.path.join(site.public, "rss.xml"))
        with open(os.path.join(site.public, "index.html"), "w", encoding="utf-8") as page:
            page.write("scribbled over")

        site.run("resync", "--full")

        self.assertEqual(site.documents(), before)

    def test_another_place_and_other_file_times_give_the_same(self):
        site, other = self.sample_site("here"), self.sample_site("there/deeper")
        for place, _, names in os.walk(other.articles):
            for name in names:
                os.utime(os.path.join(place, name), (1_700_000_000, 1_700_000_000))

        self.sync(site)
        self.sync(other)

        self.assertEqual(other.documents(), site.documents())

    def test_every_run_gives_the_same_whatever_the_process_hashes_with(self):
        documents = []
        for seed in ("a", "b", "c"):
            site = self.sample_site(seed)
            self.sync(site)
            documents.append(site.documents())

        self.assertEqual(documents[0], documents[1])
        self.assertEqual(documents[0], documents[2])


class Order(SiteTestCase):
    def test_the_order_of_arrival_changes_no_story(self):
        whole = self.sample_site("whole")
        self.sync(whole)
        for name, backwards in (("forwards", False), ("backwards", True)):
            site = self.empty_site(name)
            files = sorted(
                (os.path.relpath(os.path.join(place, file), whole.articles)
                 for place, _, names in os.walk(whole.articles) for file in names), reverse=backwards)
            for path in files:
                os.makedirs(os.path.dirname(os.path.join(site.articles, path)), exist_ok=True)
                shutil.copy(os.path.join(whole.articles, path), os.path.join(site.articles, path))
                self.sync(site)

            with self.subTest(name):
                self.assertEqual(site.partition(), whole.partition())


class Ids(SiteTestCase):
    def test_a_renamed_file_keeps_its_articles_and_its_storys_id(self):
        site = self.sample_site()
        self.sync(site)
        ids, partition = site.ids(), site.partition()
        for old, new in [
            ("coastlander/news/ferry-rams-breakwater.txt", "coastlander/news/renamed.txt"),
            ("lantern-post/library-book.md", "lantern-post/2026/moved.md"),
            ("harbour-gazette/rovers-topple-leaders.txt", "harbour-gazette/r.txt"),
            ("wires/roundup-20261119.jsonl", "wires/other.jsonl"),
        ]:
            target = os.path.join(site.articles, new)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            os.rename(os.path.join(site.articles, old), target)

        self.sync(site)

        self.assertEqual(site.ids(), ids)
        self.assertEqual(site.partition(), partition)

    def test_a_full_resync_keeps_ids_dates_and_bytes(self):
        site = self.sample_site()
        self.sync(site)
        before = site.documents()

        outcome = site.run("resync", "--full")

        self.assertEqual(outcome.status, DONE, str(outcome))
        self.assertEqual(site.documents(), before)

    def test_a_full_resync_reads_every_file(self):
        site = self.event_site(3)
        self.sync(site)

        with Reads(site.articles) as reads:
            site.run("resync", "--full")

        self.assertEqual(len(reads.names), 3)

    def test_a_resync_of_a_path_reads_that_path(self):
        site = self.event_site(3)
        self.sync(site)
        path = site.write("courier/event-1.md", event(1) + "\nAnother sentence.\n")

        outcome = site.run("resync", path)

        self.assertEqual(outcome.status, DONE, str(outcome))

    def test_new_coverage_keeps_the_storys_id_and_link(self):
        site = self.sample_site()
        late = os.path.join(site.articles, "dunmore-chronicle/2026/11/marrow-star.md")
        shutil.move(late, os.path.join(self.temporary, "late.md"))
        self.sync(site)
        before = {story["id"]: story["url"] for story in site.stories()}
        shutil.move(os.path.join(self.temporary, "late.md"), late)

        self.sync(site)

        self.assertEqual({story["id"]: story["url"] for story in site.stories()}, before)

    def test_coverage_of_an_earlier_date_keeps_the_storys_id(self):
        site = self.sample_site()
        first = os.path.join(site.articles, "harbour-gazette/ferry-strikes-north-mole.html")
        shutil.move(first, os.path.join(self.temporary, "first.html"))
        self.sync(site)
        before = {story["id"]: story["url"] for story in site.stories()}
        shutil.move(os.path.join(self.temporary, "first.html"), first)

        self.sync(site)

        self.assertEqual({story["id"]: story["url"] for story in site.stories()}, before)

    def test_with_state_lost_a_history_of_changes_keeps_its_ids(self):
        site = self.sample_site()
        first = os.path.join(site.articles, "harbour-gazette/ferry-strikes-north-mole.html")
        shutil.move(first, os.path.join(self.temporary, "first.html"))
        self.sync(site)
        shutil.move(os.path.join(self.temporary, "first.html"), first)
        self.sync(site)
        before = {story["id"]: story["url"] for story in site.stories()}
        shutil.rmtree(site.state)

        self.sync(site)

        self.assertEqual({story["id"]: story["url"] for story in site.stories()}, before)

    def test_ids_are_tag_uris_and_the_same_in_every_format(self):
        site = self.sample_site()
        self.sync(site)
        ids = site.ids()
        with open(os.path.join(site.public, "atom.xml"), encoding="utf-8") as file:
            atom = file.read()
        with open(os.path.join(site.public, "rss.xml"), encoding="utf-8") as file:
            rss = file.read()

        self.assertEqual(sorted(item["id"] for item in site.feed()["items"]), ids)
        for identity in ids:
            self.assertRegex(identity, r"^tag:newsfold\.example,2026-11-01:story/[\w-]+$")
            self.assertIn(f"<id>{identity}</id>", atom)
            self.assertRegex(rss, rf'<guid isPermaLink="false">{identity}</guid>')

    def test_two_articles_that_claim_one_address_lose_nobody(self):
        site = self.empty_site()
        address = "https://courier.example/one"
        site.write("courier/a.md", event(0, url=address))
        site.write("courier/b.md", article("A quite different matter", "Nothing of the kind happened here at all.", url=address))

        outcome = site.run("sync")

        self.assertIn(outcome.status, (0, 1), str(outcome))
        told = outcome.out + outcome.err + str(site.set_aside())
        if outcome.status == 1:
            self.assertTrue("a.md" in told or "b.md" in told, told)


if __name__ == "__main__":
    unittest.main()
