"""The commands, their exit statuses, and what they leave alone."""

import contextlib
import fcntl
import os
import threading
import time
import unittest

from newsfold_site import DONE, HELD, IO, SET_ASIDE, SETTINGS, USAGE, Site, SiteTestCase, event, newsfold

COMMANDS = ["init", "new", "sync", "run", "resync", "reload", "status", "stories", "show", "explain", "pin", "unpin", "check", "validate",
            "config", "evaluate"]


class Help(SiteTestCase):
    def test_help_names_every_command(self):
        outcome = newsfold("--help")

        self.assertEqual(outcome.status, DONE, str(outcome))
        for command in COMMANDS:
            self.assertIn(command, outcome.out)

    def test_every_command_has_help(self):
        for command in COMMANDS:
            with self.subTest(command):
                outcome = newsfold(command, "--help")

                self.assertEqual(outcome.status, DONE, str(outcome))
                self.assertIn("USAGE", outcome.out.upper())

    def test_a_version_is_told(self):
        outcome = newsfold("--version")

        self.assertEqual(outcome.status, DONE, str(outcome))
        self.assertRegex(outcome.out, r"\d+\.\d+")


class Usage(SiteTestCase):
    def test_what_cannot_be_understood_exits_64(self):
        for arguments in [
            ["frobnicate"], ["sync", "--no-such-flag"], ["show"], ["explain", "one-only"], ["evaluate"],
            ["stories", "--since", "neither a date nor a duration"], ["run", "--listen", "no address at all"],
        ]:
            with self.subTest(" ".join(arguments)):
                site = self.empty_site("-".join(arguments[:1]))
                if arguments[0] in ("stories", "run", "sync"):
                    arguments = [*arguments, "--site", site.folder]
                outcome = newsfold(*arguments)

                self.assertEqual(outcome.status, USAGE, str(outcome))
                self.assertTrue(outcome.err.strip(), "says nothing on standard error")


class Init(SiteTestCase):
    def test_it_writes_a_site_that_syncs(self):
        folder = os.path.join(self.temporary, "fresh")
        outcome = newsfold("init", folder)

        self.assertEqual(outcome.status, DONE, str(outcome))
        self.assertTrue(os.path.isdir(os.path.join(folder, "articles")))
        site = Site(folder)
        site.write("courier/a.md", event(0))
        self.sync(site)
        self.assertEqual(len(site.stories()), 1)

    def test_every_documented_key_stands_in_what_it_writes_with_a_comment(self):
        folder = os.path.join(self.temporary, "fresh")
        newsfold("init", folder)

        with open(os.path.join(folder, "newsfold.yaml"), encoding="utf-8") as file:
            text = file.read()

        for key in ["title", "base_url", "language", "articles", "listen", "window", "settle", "rescan", "feeds", "sources",
                    "text", "id_authority", "id_date", "hub"]:
            with self.subTest(key):
                self.assertRegex(text, rf"(?m)^\s*#?\s*{key}:")
        self.assertGreater(text.count("#"), 14)

    def test_it_overwrites_no_settings(self):
        site = self.empty_site()
        site.settings("title: Mine\n")

        newsfold("init", site.folder)

        with open(os.path.join(site.folder, "newsfold.yaml"), encoding="utf-8") as file:
            self.assertEqual(file.read(), "title: Mine\n")

    def test_it_works_in_the_working_directory(self):
        outcome = newsfold("init", cwd=self.temporary)

        self.assertEqual(outcome.status, DONE, str(outcome))
        self.assertTrue(os.path.isfile(os.path.join(self.temporary, "newsfold.yaml")))


class WhichSite(SiteTestCase):
    def test_the_working_directory_if_it_holds_settings(self):
        site = self.event_site(1)

        outcome = newsfold("sync", cwd=site.folder)

        self.assertEqual(outcome.status, DONE, str(outcome))
        self.assertTrue(os.path.isfile(os.path.join(site.public, "atom.xml")))

    def test_feeds_if_it_does_not(self):
        site = self.event_site(1, name="feeds")

        outcome = newsfold("sync", cwd=self.temporary)

        self.assertEqual(outcome.status, DONE, str(outcome))
        self.assertTrue(os.path.isfile(os.path.join(site.public, "atom.xml")))

    def test_a_site_that_does_not_exist_is_named_and_not_made(self):
        folder = os.path.join(self.temporary, "nowhere")
        for command in ["sync", "run", "stories", "status", "check", "resync"]:
            with self.subTest(command):
                outcome = newsfold(command, "--site", folder)

                self.assertIn(outcome.status, (USAGE, IO, SETTINGS), str(outcome))
                self.assertIn("nowhere", outcome.err)
                self.assertFalse(os.path.exists(folder))

    def test_empty_settings_work(self):
        site = self.event_site(2)
        site.settings("")

        self.sync(site)

        self.assertEqual(len(site.stories()), 2)


class Settings(SiteTestCase):
    def test_a_wrong_key_is_named_with_its_line_and_the_nearest_key(self):
        for wrong, nearest in [("titel", "title"), ("base_ulr", "base_url"), ("langauge", "language"), ("windw", "window")]:
            with self.subTest(wrong):
                site = self.event_site(1, name=wrong)
                site.settings(f"# a comment\n\n{wrong}: x\n")

                outcome = site.run("sync")

                self.assertEqual(outcome.status, SETTINGS, str(outcome))
                self.assertIn(wrong, outcome.err)
                self.assertRegex(outcome.err, rf"\b{nearest}\b")
                self.assertRegex(outcome.err, r"newsfold\.yaml:3|line 3")
                self.assertFalse(os.path.exists(site.public), "published all the same")

    def test_broken_yaml_and_wrong_types_exit_78(self):
        for text in ["title: [unclosed\n", "window: many\n", "- a list\n", "title: {a: b}\n", "base_url: not an address\n",
                     "feeds: 7\n", "text: everything\n", "title: a\ntitle: b\n"]:
            with self.subTest(text):
                site = self.event_site(1, name=str(abs(hash(text))))
                site.settings(text)

                outcome = site.run("sync")

                self.assertEqual(outcome.status, SETTINGS, str(outcome))
                self.assertIn("newsfold.yaml", outcome.err)

    def test_check_reports_wrong_settings_and_changes_nothing(self):
        site = self.event_site(1)
        site.settings("titel: x\n")

        outcome = site.run("check")

        self.assertIn(outcome.status, (SET_ASIDE, SETTINGS), str(outcome))
        self.assertIn("titel", outcome.out + outcome.err)
        self.assertEqual(sorted(os.listdir(site.folder)), ["articles", "newsfold.yaml"])

    def test_the_environment_overrides(self):
        site = self.event_site(1)

        self.sync(site, environment={"NEWSFOLD_TITLE": "From the environment"})

        self.assertEqual(site.feed()["title"], "From the environment")


class Check(SiteTestCase):
    def test_a_good_site_has_no_findings(self):
        site = self.event_site(2)
        self.sync(site)

        outcome = site.run("check")

        self.assertEqual(outcome.status, DONE, str(outcome))

    def test_an_article_that_cannot_be_read_is_a_finding(self):
        site = self.event_site(2)
        site.write("courier/empty.md", "")

        outcome = site.run("check")

        self.assertEqual(outcome.status, SET_ASIDE, str(outcome))
        self.assertIn("empty.md", outcome.out + outcome.err)

    def test_a_damaged_document_is_a_finding(self):
        site = self.event_site(2)
        self.sync(site)
        with open(os.path.join(site.public, "atom.xml"), "r+b") as document:
            document.truncate(200)

        outcome = site.run("check")

        self.assertEqual(outcome.status, SET_ASIDE, str(outcome))
        self.assertIn("atom.xml", outcome.out + outcome.err)

    def test_it_changes_nothing(self):
        site = self.event_site(2)
        self.sync(site)
        before = site.stamps()

        site.run("check")

        self.assertEqual(site.stamps(), before)


class DryRun(SiteTestCase):
    def test_it_says_what_would_change_and_changes_nothing(self):
        site = self.event_site(2)
        self.sync(site)
        before, state = site.stamps(), os.listdir(site.state)
        site.write("courier/new.md", event(3))

        outcome = self.sync(site, "--dry-run")

        self.assertIn("1", outcome.out)
        self.assertEqual(site.stamps(), before)
        self.assertEqual(sorted(os.listdir(site.state)), sorted(state))
        self.assertEqual(len(site.stories()), 2)

    def test_on_a_site_never_synced_it_makes_nothing(self):
        site = self.event_site(2)

        self.sync(site, "--dry-run")

        self.assertFalse(os.path.exists(site.public))

    def test_its_json_is_json(self):
        site = self.event_site(2)

        self.assertIsNotNone(self.sync(site, "--dry-run", "--json").json)


@contextlib.contextmanager
def held_lock(site, by):
    """The lock of a site, held as by process 1 for what `by` says."""
    with open(os.path.join(site.state, "lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write(f"pid 1\nhost here\nsince 2026-11-21T12:00:00Z\nfor {by}\n")
        lock.flush()
        yield lock


class Held(SiteTestCase):
    def test_writers_exit_73_beside_a_running_service_and_name_it_while_readers_work(self):
        site = self.event_site(2)
        with self.service(site) as service:
            for writer in (["sync"], ["run", "--listen", "127.0.0.1:0"]):
                with self.subTest(writer[0]):
                    outcome = site.run(*writer)

                    self.assertEqual(outcome.status, HELD, str(outcome))
                    self.assertIn(str(service.pid), outcome.err)
            for reader in (["status"], ["stories"], ["check"], ["sync", "--dry-run"],
                           ["show", site.ids()[0]]):
                with self.subTest(" ".join(reader)):
                    outcome = site.run(*reader)

                    self.assertEqual(outcome.status, DONE, str(outcome))

    def test_a_service_that_still_loads_is_told_by_status_and_waited_for_by_resync(self):
        site = self.event_site(2)
        self.sync(site)
        # A service that has taken the site and does not listen yet.
        with held_lock(site, by="service") as lock:
            told = site.run("status", "--json").json

            self.assertEqual((told["isRunning"], told["process"], told["articles"]), (True, 1, 2))
            self.assertIn("loading", told["doing"])

            release = threading.Timer(1, lambda: fcntl.flock(lock, fcntl.LOCK_UN))
            start = time.monotonic()
            release.start()
            outcome = site.run("resync")
            release.join()

            self.assertEqual(outcome.status, DONE, str(outcome))
            self.assertGreater(time.monotonic() - start, 0.9)
            self.assertIn("waiting for process 1", outcome.err)

    def test_another_pass_is_not_waited_for_but_named(self):
        site = self.event_site(2)
        self.sync(site)
        with held_lock(site, by="pass"):
            outcome = site.run("resync")
            self.assertEqual(outcome.status, HELD, str(outcome))
            self.assertIn("for one pass", outcome.err)
            self.assertIn("Wait until that has ended", outcome.err)
            self.assertNotIn("ask it with", outcome.err.lower())
            told = site.run("status", "--json").json
            self.assertEqual((told["isRunning"], told["process"], told["since"]), (False, 1, "2026-11-21T12:00:00Z"))
            self.assertIn("newsfold sync", told["doing"])
            self.assertIn("below is what was there before", site.run("status").out)

    def test_a_lock_left_by_a_dead_process_holds_nobody_up(self):
        site = self.event_site(2)
        with self.service(site) as service:
            service.process.kill()
            service.wait()

        self.sync(site)


if __name__ == "__main__":
    unittest.main()
