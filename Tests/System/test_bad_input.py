"""Bad input gets a clear error and loses nothing."""

import ctypes
import ctypes.util
import os
import random
import shutil
import stat
import subprocess
import time
import unittest

from newsfold_site import (
    BINARY, DONE, IO, SET_ASIDE, SiteTestCase, article, event, fetch, is_root, wait_until)

NOBODY = 65534


class BadArticles(SiteTestCase):
    """One bad file stops nothing: it is set aside with its reason, the others are published, the exit status is 1."""

    def setUp(self):
        super().setUp()
        self.site = self.event_site(2)

    def assert_set_aside(self, name, **options):
        outcome = self.sync(self.site, status=SET_ASIDE, **options)
        aside = self.site.set_aside()
        self.assertIn(name, aside)
        self.assertGreater(len(aside[name]), 8, "says no reason")
        self.assertIn(os.path.basename(name), outcome.out + outcome.err, "the sync does not name the file")
        self.assertEqual(len(self.site.stories()), 2)
        self.assertEqual(len(self.site.feed()["items"]), 2)
        # It is told as long as it is so, and reading it again is not tried until it changes.
        self.assertEqual(self.site.run("sync").status, SET_ASIDE)
        return aside[name]

    def test_empty_files(self):
        for name in ("empty.txt", "empty.md", "empty.html", "empty.json", "empty.jsonl"):
            with self.subTest(name):
                path = self.site.write(name, "")
                self.assert_set_aside(name)
                os.remove(path)

    def test_a_file_of_blanks(self):
        self.site.write("blank.txt", " \n\n\t \n")
        self.assert_set_aside("blank.txt")

    def test_bytes_that_are_no_text(self):
        noise = random.Random(20261121).randbytes(20_000)
        for name in ("noise.txt", "noise.html", "noise.md", "noise.json"):
            with self.subTest(name):
                path = self.site.write(name, noise)
                self.assert_set_aside(name)
                os.remove(path)

    def test_a_picture_named_as_text(self):
        self.site.write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
        self.assert_set_aside("picture.txt")

    def test_broken_json(self):
        self.site.write("broken.json", '{"title": "Half a')
        self.assertRegex(self.assert_set_aside("broken.json").lower(), "json")

    def test_broken_front_matter(self):
        self.site.write("broken.md", "---\ntitle: [never closed\n---\n\nText of it.\n")
        self.assert_set_aside("broken.md")

    def test_a_file_of_200_megabytes_is_refused_at_once(self):
        path = os.path.join(self.site.articles, "huge.html")
        with open(path, "wb") as file:
            file.truncate(200 * 1024 * 1024)  # sparse: it takes no room
        start = time.monotonic()

        self.assert_set_aside("huge.html")

        self.assertLess(time.monotonic() - start, 20, "it was read")

    def test_a_link_out_of_the_articles_directory(self):
        secret = os.path.join(self.temporary, "secret.md")
        with open(secret, "w", encoding="utf-8") as file:
            file.write(article("The secret of the vault", "Nobody shall read the word Abracadabrant in a feed."))
        os.symlink(secret, os.path.join(self.site.articles, "link.md"))

        self.assert_set_aside("link.md")

        for place, _, names in os.walk(self.site.public):
            for name in names:
                with open(os.path.join(place, name), "rb") as file:
                    self.assertNotIn(b"Abracadabrant", file.read())

    def test_a_link_to_nowhere_and_a_link_in_a_circle(self):
        os.symlink("nowhere.md", os.path.join(self.site.articles, "dangling.md"))
        os.symlink(".", os.path.join(self.site.articles, "circle"))

        outcome = self.site.run("sync")

        self.assertIn(outcome.status, (DONE, SET_ASIDE), str(outcome))
        self.assertEqual(len(self.site.stories()), 2)

    def test_an_article_that_goes_bad_leaves_what_was_published_of_it(self):
        self.sync(self.site)
        self.site.write("courier/event-1.md", "")

        self.assert_set_aside("courier/event-1.md")

        self.assertIn("Tunnel under Mount Aldvik", " ".join(item["title"] for item in self.site.feed()["items"]))

    def test_a_bad_file_made_good_is_read(self):
        self.site.write("later.md", "")
        self.assert_set_aside("later.md")
        self.site.write("later.md", event(3))

        self.sync(self.site)

        self.assertEqual(self.site.set_aside(), {})
        self.assertEqual(len(self.site.stories()), 3)

    def test_a_directory_named_as_an_article_holds_articles(self):
        self.site.write("x.html/inside.md", event(3))
        os.makedirs(os.path.join(self.site.articles, "empty.html"))

        outcome = self.site.run("sync")

        self.assertIn(outcome.status, (DONE, SET_ASIDE), str(outcome))
        self.assertEqual(len(self.site.stories()), 3)

    def test_a_pipe_and_a_socket_do_not_hang_it(self):
        os.mkfifo(os.path.join(self.site.articles, "pipe.txt"))

        outcome = self.site.run("sync", timeout=30)

        self.assertIn(outcome.status, (DONE, SET_ASIDE), str(outcome))
        self.assertEqual(len(self.site.stories()), 2)

    def test_names_that_are_no_utf8_or_hold_anything(self):
        for name in (b"caf\xe9.md", b"a\nb.md", b"quote'\"<&>.md", b"-rf.md", b"%2e%2e.md", b"x" * 240 + b".md"):
            with open(os.path.join(os.fsencode(self.site.articles), name), "wb") as file:
                file.write(event(3).encode())

        outcome = self.site.run("sync")

        self.assertIn(outcome.status, (DONE, SET_ASIDE), str(outcome))
        self.assertGreaterEqual(len(self.site.stories()), 3)
        self.assertIn(self.site.run("status", "--json").status, (DONE, SET_ASIDE))

    def test_odd_articles_have_a_defined_outcome_and_the_documents_stay_whole(self):
        self.site.write("odd/old.md", event(2, date="1970-01-01T00:00:00Z"))
        self.site.write("odd/future.md", event(3, date="2099-01-01T00:00:00Z"))
        self.site.write("odd/long-title.md", article("Very long " * 1000, EVENTS_TEXT))
        self.site.write("odd/markup.md", article("<b>Bold</b> & <script>alert(1)</script> title", EVENTS_TEXT))
        self.site.write("odd/control.txt", "A title with \x0b control \x1f characters\n\nAnd \x00 a text \x08 too.\n")
        self.site.write("odd/cdata.md", article("Ends ]]> early", "The text ]]> has the end of CDATA in it. " * 5))
        self.site.write("odd/rtl.md", article("\u202eאבג עולם", "שלום עולם. " * 30))

        outcome = self.site.run("sync")

        self.assertIn(outcome.status, (DONE, SET_ASIDE), str(outcome))
        found = self.site.run("check")
        self.assertNotIn("xml", (found.out + found.err).lower() if found.status not in (DONE, SET_ASIDE) else "")
        import xml.dom.minidom
        for name in ("atom.xml", "rss.xml", "feeds.opml"):
            xml.dom.minidom.parse(os.path.join(self.site.public, name))
        text = "".join(self._read(name) for name in ("atom.xml", "rss.xml", "feed.json", "index.html"))
        self.assertNotIn("<script>alert(1)", text)
        self.assertNotIn("2099-", text)

    def _read(self, name):
        with open(os.path.join(self.site.public, name), encoding="utf-8") as file:
            return file.read()


EVENTS_TEXT = ("The weights of the town clock at Ambleforth were stolen on Sunday, said sexton Barnaby Quirke. The clock has "
               "stood at twenty to four ever since, and the bakers have overslept.")


class Counted(SiteTestCase):
    """Every file below the articles directory is read, set aside or ignored, and every answer says how many are which."""

    def setUp(self):
        super().setUp()
        self.site = self.event_site(2)
        self.site.write("courier/empty.md", "")
        self.site.write("courier/page_files/frame.html", "<p>A frame of a saved page.</p>")
        self.site.write("courier/.draft.md.swp", "b0VIM")

    def rules(self):
        status = self.site.run("status", "--json").json
        return status["isRunning"], status["files"], status["ignoredCount"], sorted(
            self.site.relative(item["path"]) for item in status["ignored"])

    def test_sync_check_and_status_count_alike(self):
        told = self.sync(self.site, status=SET_ASIDE)

        self.assertIn("1 set aside, 2 ignored", told.out)
        self.assertEqual(self.rules(), (False, 3, 2, ["courier/.draft.md.swp", "courier/page_files/frame.html"]))
        checked = self.site.run("check")
        self.assertEqual(checked.status, SET_ASIDE)
        self.assertIn("2 files read, 1 set aside, 2 ignored", checked.out)

    def test_a_service_answers_from_its_last_look(self):
        self.start_service(self.site)
        wait_until(lambda: self.rules() == (True, 3, 2, ["courier/.draft.md.swp", "courier/page_files/frame.html"]))

        self.site.write("courier/page_files/second.html", "<p>Another frame.</p>")
        self.site.write("courier/event-9.md", event(9))

        wait_until(lambda: self.rules()[1:3] == (4, 3))

    def test_resync_of_an_ignored_file_says_so(self):
        self.sync(self.site, status=SET_ASIDE)

        outcome = self.site.run("resync", "courier/page_files/frame.html")

        self.assertEqual(outcome.status, SET_ASIDE, str(outcome))
        self.assertIn("*_files/", outcome.out + outcome.err)


class Unreadable(SiteTestCase):
    """As another user than root, whom no permission stops."""

    def test_an_unreadable_file_is_set_aside(self):
        site = self.event_site(2)
        path = site.write("courier/locked.md", event(3))
        os.chmod(path, 0)
        prefix = []
        if is_root():
            if not shutil.which("setpriv"):
                self.skipTest("no setpriv to become another user with")
            if not self._nobody_may_run_it():
                self.skipTest("the user nobody may not run the binary where it lies")
            for place, _, names in os.walk(self.temporary):
                os.chown(place, NOBODY, NOBODY)
                for name in names:
                    os.chown(os.path.join(place, name), NOBODY, NOBODY)
            prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]

        outcome = site.run("sync", prefix=prefix)

        self.assertEqual(outcome.status, SET_ASIDE, str(outcome))
        told = site.run("status", "--json", prefix=prefix).json["setAside"]
        self.assertEqual([site.relative(item["path"]) for item in told], ["courier/locked.md"])
        self.assertRegex(told[0]["reason"].lower(), "permission|read")
        self.assertEqual(len(site.feed()["items"]), 2)

    def _nobody_may_run_it(self):
        return subprocess.run(
            ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", BINARY, "--version"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


_libc = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
MS_RDONLY, MS_REMOUNT = 1, 32


class FullDisk(SiteTestCase):
    """public/ and state/ on a small file system of their own, which only root can make."""

    def small_disk(self, site, name, size="1m"):
        folder = os.path.join(site.folder, name)
        os.makedirs(folder, exist_ok=True)
        if not is_root() or _libc.mount(b"none", folder.encode(), b"tmpfs", 0, f"size={size}".encode()) != 0:
            self.skipTest("may not mount a small file system here")
        self.addCleanup(_libc.umount2, folder.encode(), 2)
        return folder

    def fill(self, folder):
        with open(os.path.join(folder, "ballast"), "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass

    def test_a_full_disk_under_public_keeps_the_old_documents_whole(self):
        site = self.event_site(2)
        folder = self.small_disk(site, "public")
        self.sync(site)
        before = site.documents()
        self.fill(folder)
        site.write("courier/new.md", event(3))

        outcome = site.run("sync")

        self.assertEqual(outcome.status, IO, str(outcome))
        self.assertRegex(outcome.err.lower(), "space|full")
        after = site.documents()
        for name, digest in before.items():
            self.assertEqual(after.get(name), digest, f"{name} was damaged")
        os.remove(os.path.join(folder, "ballast"))
        self.sync(site)
        self.assertEqual(len(site.feed()["items"]), 3)

    def test_a_full_disk_under_state_publishes_nothing_and_forgets_nothing(self):
        site = self.event_site(2)
        folder = self.small_disk(site, "state")
        self.sync(site)
        before, ids = site.documents(), site.ids()
        self.fill(folder)
        # More than may be left of the last page of the journal.
        site.write("courier/new.md", event(3) + "\n\nThe curtain stayed down." * 400)

        outcome = site.run("sync")

        self.assertEqual(outcome.status, IO, str(outcome))
        self.assertEqual(site.documents(), before, "published what it could not remember")
        os.remove(os.path.join(folder, "ballast"))
        self.sync(site)
        self.assertEqual(len(site.stories()), 3)
        self.assertLessEqual(set(ids), set(site.ids()))

    def test_a_running_service_says_so_and_goes_on_when_there_is_room(self):
        site = self.event_site(2)
        folder = self.small_disk(site, "state")
        with self.service(site) as service:
            self.fill(folder)
            site.write("courier/new.md", event(3) + "\n\nThe curtain stayed down." * 400)
            time.sleep(2)
            self.assertIsNone(service.process.poll(), service.written()[-2000:])
            self.assertEqual(len(service.titles()), 2)
            os.remove(os.path.join(folder, "ballast"))
            site.run("resync")

            self.assertTrue(wait_until(lambda: len(service.titles()) == 3), service.written()[-2000:])
            self.assertEqual(fetch(service.base + "healthz").status, 200)

    def test_a_read_only_disk_exits_74(self):
        site = self.event_site(2)
        folder = self.small_disk(site, "state")
        self.sync(site)
        site.write("courier/new.md", event(3))
        if _libc.mount(b"none", folder.encode(), b"tmpfs", MS_REMOUNT | MS_RDONLY, b"") != 0:
            self.skipTest("may not remount")

        outcome = site.run("sync")

        self.assertEqual(outcome.status, IO, str(outcome))
        self.assertRegex(outcome.err.lower(), "read-only|read only")


class Articles(SiteTestCase):
    def test_an_articles_directory_that_disappears_withdraws_nothing(self):
        site = self.event_site(2)
        self.sync(site)
        before = site.documents()
        os.rename(site.articles, site.articles + "-away")

        outcome = site.run("sync")

        self.assertIn(outcome.status, (IO, 78), str(outcome))
        self.assertIn("articles", outcome.err)
        self.assertEqual(site.documents(), before)
        os.rename(site.articles + "-away", site.articles)
        self.sync(site)
        self.assertEqual(site.documents(), before)


class Damage(SiteTestCase):
    """State that somebody damaged is refused loudly, and `resync --full` repairs it with the same ids."""

    def state_files(self, site):
        return sorted(
            os.path.join(place, name) for place, _, names in os.walk(site.state) for name in names
            if name.endswith((".json", ".jsonl")) and os.path.getsize(os.path.join(place, name)) > 0)

    def test_each_file_of_it_cut_or_scribbled_over(self):
        pattern = self.event_site(3, name="pattern")
        self.sync(pattern)
        pattern.write("courier/new.md", event(4, date="2026-11-14T08:00:00Z"))
        self.sync(pattern)
        ids, documents = pattern.ids(), pattern.documents()
        for path in self.state_files(pattern):
            for what, damage in (("cut", lambda b: b[: len(b) // 2]), ("noise", lambda b: b"\x00garbage" + b[8:]),
                                 ("newer", lambda b: b.replace(b'"schema":1', b'"schema":9999').replace(
                                     b'"schema" : 1', b'"schema" : 9999'))):
                name = os.path.relpath(path, pattern.folder)
                with self.subTest(f"{name} {what}"):
                    folder = os.path.join(self.temporary, "damaged")
                    shutil.rmtree(folder, ignore_errors=True)
                    shutil.copytree(pattern.folder, folder, ignore=shutil.ignore_patterns("*.sock"))
                    site = type(pattern)(folder)
                    with open(os.path.join(folder, name), "rb") as file:
                        content = file.read()
                    if damage(content) == content:
                        continue
                    with open(os.path.join(folder, name), "wb") as file:
                        file.write(damage(content))

                    first = site.run("sync")
                    repaired = first if first.status == DONE else site.run("resync", "--full")

                    if first.status != DONE:
                        self.assertIn(first.status, (IO, 78), str(first))
                        self.assertIn(os.path.basename(name), first.err)
                        self.assertIn("resync --full", first.err)
                    self.assertEqual(repaired.status, DONE, str(repaired))
                    self.assertEqual(site.ids(), ids)
                    self.assertEqual(site.documents(), documents)

    def test_nobody_else_may_read_the_state(self):
        site = self.event_site(1)
        self.sync(site)

        self.assertEqual(stat.S_IMODE(os.stat(site.state).st_mode) & 0o022, 0)


if __name__ == "__main__":
    unittest.main()
