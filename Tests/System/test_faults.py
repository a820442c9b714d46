"""What an operator's machine does to it: full and read-only disks, lost directories, wrong clocks, damaged state, small limits."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import unittest

from newsfold_site import (
    BINARY, DONE, EVENTS, HELD, IO, SET_ASIDE, Site, SiteTestCase, article, event, fetch, wait_until)


def is_root():
    return sys.platform.startswith("linux") and os.geteuid() == 0


@unittest.skipUnless(is_root(), "needs root on Linux, to mount a disk of its own")
class Disks(SiteTestCase):
    def mount(self, folder, size):
        os.makedirs(folder, exist_ok=True)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "newsfold-test", folder], capture_output=True, check=False)
        if done.returncode:
            self.skipTest(f"cannot mount a tmpfs: {done.stderr.decode()}")
        self.addCleanup(subprocess.run, ["umount", "-l", folder], check=False)
        self.folder = folder

    def disk(self, size):
        """A site on a small disk of its own (tmpfs)."""
        folder = os.path.join(self.temporary, "disk")
        self.mount(folder, size)
        site = Site(os.path.join(folder, "site"))
        site.settings("title: Test site\n")
        return site

    def remount(self, how):
        subprocess.run(["mount", "-o", f"remount,{how}", self.folder], check=True)

    def fill(self):
        """Leaves not a page free on the disk."""
        with open(os.path.join(self.folder, "filler"), "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"\0" * 4096)
            except OSError:
                pass

    def test_a_full_disk_loses_nothing_is_said_and_is_over_when_there_is_room(self):
        site = self.disk("16m")
        site.write("courier/event-0.md", event(0))
        with self.service(site) as service:
            # Links and small files of an operator's own come from elsewhere: the article is there before the disk is full.
            outside = os.path.join(self.temporary, "outside.md")
            with open(outside, "w", encoding="utf-8") as file:
                file.write(event(1))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 1))
            before = site.documents()
            shutil.copy(outside, os.path.join(site.articles, "courier/.waiting"))
            self.fill()
            os.rename(os.path.join(site.articles, "courier/.waiting"), os.path.join(site.articles, "courier/event-1.md"))

            self.assertTrue(wait_until(lambda: "no space left" in service.written().lower()), service.written()[-2000:])
            self.assertIsNone(service.process.poll(), "it left")
            told = site.run("status", "--json").json
            self.assertTrue(any("no space left" in error["message"] for error in told["errors"]), told["errors"])
            self.assertIn("Free some space", site.run("status").out)
            self.assertEqual(len(service.titles()), 1)
            for name in before:
                self.assertTrue(os.path.getsize(os.path.join(site.public, name)) > 0, f"{name} is empty")

            os.remove(os.path.join(self.folder, "filler"))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 2), service.written()[-2000:])
        self.assertEqual(site.run("check").status, DONE, str(site.run("check")))

    def test_a_full_disk_is_status_74_for_a_single_pass_and_the_next_one_finishes_it(self):
        site = self.disk("16m")
        site.write("courier/event-0.md", event(0))
        self.sync(site)
        site.write("courier/event-1.md", event(1))
        self.fill()

        outcome = site.run("sync")

        self.assertEqual(outcome.status, IO, str(outcome))
        self.assertIn("no space left", outcome.err.lower())
        self.assertEqual(len(site.feed()["items"]), 1, "what was published is damaged")
        os.remove(os.path.join(self.folder, "filler"))
        self.sync(site)
        self.assertEqual(len(site.feed()["items"]), 2)

    def test_a_read_only_disk_serves_on_and_is_over_when_it_is_writable(self):
        site = self.event_site(1)
        self.mount(site.public, "16m")
        with self.service(site) as service:
            service.wait_until_looked()
            self.remount("ro")
            site.write("courier/new.md", event(1))

            self.assertTrue(wait_until(lambda: "read-only" in service.written().lower()), service.written()[-2000:])
            self.assertIn("Make the file system writable", site.run("status").out)
            # Over HTTP it is there: what is remembered is on another disk.
            self.assertEqual(len(service.titles()), 2)
            self.assertEqual(len(site.feed()["items"]), 1)
            self.assertIsNone(service.process.poll(), "it left")

            self.remount("rw")
            self.assertTrue(wait_until(lambda: len(site.feed()["items"]) == 2), service.written()[-2000:])

    def test_a_site_on_a_read_only_disk_is_status_74_and_can_be_asked(self):
        site = self.disk("16m")
        site.write("courier/event-0.md", event(0))
        self.sync(site)
        self.remount("ro")

        self.assertEqual(site.run("sync").status, IO)
        self.assertEqual(len(site.stories()), 1)
        self.assertEqual(site.run("status").status, DONE)


class Directories(SiteTestCase):
    def test_an_articles_directory_that_disappears_withdraws_nothing(self):
        site = self.event_site(3)
        with self.service(site) as service:
            self.assertTrue(wait_until(lambda: len(service.titles()) == 3))
            away = os.path.join(self.temporary, "away")
            os.rename(site.articles, away)

            self.assertTrue(wait_until(lambda: "missing" in site.run("status").out), site.run("status").out)
            self.assertEqual(site.run("resync").status, IO)
            self.assertEqual(len(service.titles()), 3, "was withdrawn")

            os.rename(away, site.articles)
            site.write("courier/event-3.md", event(3))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 4), service.written()[-2000:])
        self.assertEqual(len(site.ids()), 4)

    def test_a_single_pass_without_its_articles_directory_withdraws_nothing_and_says_so(self):
        site = self.event_site(3)
        self.sync(site)
        ids = site.ids()
        shutil.rmtree(site.articles)

        outcome = site.run("sync")

        self.assertEqual(site.ids(), ids)
        self.assertIn("articles", outcome.out + outcome.err)


class TwoAtOnce(SiteTestCase):
    def test_the_second_one_leaves_with_73_and_names_the_first(self):
        site = self.event_site(1)
        with self.service(site) as service:
            for command in (["sync"], ["run", "--listen", "127.0.0.1:0"]):
                with self.subTest(command[0]):
                    outcome = site.run(*command)

                    self.assertEqual(outcome.status, HELD, str(outcome))
                    self.assertIn(str(service.pid), outcome.err)
            self.assertEqual(len(service.titles()), 1)

    def test_the_lock_of_one_that_was_killed_is_free(self):
        site = self.event_site(1)
        with self.service(site) as service:
            service.signal(signal.SIGKILL)
            service.wait()

            self.sync(site)

    def test_twenty_resyncs_at_once_are_all_answered(self):
        site = self.event_site(2)
        with self.service(site):
            running = [subprocess.Popen([BINARY, "resync", "--site", site.folder], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                       for _ in range(20)]
            for process in running:
                _, err = process.communicate(timeout=60)
                self.assertEqual(process.returncode, DONE, err.decode())


# A clock that goes so many seconds after or before the true one, as the program sees it; files keep their true times.
SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
static long offset(void) { const char *text = getenv("CLOCK_OFFSET"); return text ? atol(text) : 0; }
int clock_gettime(clockid_t clock, struct timespec *time) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int result = real(clock, time);
  if (result == 0 && clock == CLOCK_REALTIME) time->tv_sec += offset();
  return result;
}
int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  struct timespec now;
  (void)zone;
  int result = clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return result;
}
"""


class Clock(SiteTestCase):
    def setUp(self):
        super().setUp()
        compiler = shutil.which("cc") or shutil.which("clang")
        if not sys.platform.startswith("linux") or not compiler:
            self.skipTest("needs Linux and a C compiler, to put another clock in")
        source, self.shim = os.path.join(self.temporary, "clock.c"), os.path.join(self.temporary, "clock.so")
        with open(source, "w", encoding="utf-8") as file:
            file.write(SHIM)
        subprocess.run([compiler, "-shared", "-fPIC", "-o", self.shim, source, "-ldl"], check=True)

    def clock(self, seconds):
        return {"LD_PRELOAD": self.shim, "CLOCK_OFFSET": str(seconds)}

    def updated(self, site):
        return {story["id"]: story["updated"] for story in site.stories()}

    def test_a_clock_that_jumps_back_a_day_moves_no_date_back(self):
        site = self.event_site(2)
        # Without a date, an article is known by its title and the first 400 letters of its text.
        site.write("courier/undated.md", f"# Lamps out in Brackmoor\n\n{EVENTS[3][1]}\n\n{EVENTS[4][1]}\n")
        self.sync(site)
        before = self.updated(site)
        site.write("courier/another.md", f"# Pumps lent to Averdale\n\n{EVENTS[5][1]}\n")
        with open(os.path.join(site.articles, "courier/undated.md"), "a", encoding="utf-8") as file:
            file.write("\nNine hundred and four lamps stayed dark, the guild of glaziers said on the second evening.\n")

        self.sync(site, environment=self.clock(-86_400))

        after = self.updated(site)
        for identity, updated in before.items():
            self.assertGreaterEqual(after[identity], updated)
        self.assertEqual(len(after), 4)
        self.sync(site)
        self.assertEqual(self.updated(site), after)
        self.assertEqual(site.run("check").status, DONE)

    def test_a_service_whose_clock_is_a_day_behind_watches_and_publishes(self):
        site = self.event_site(1)
        with self.service(site, environment=self.clock(-86_400)) as service:
            site.write("courier/new.md", event(3))

            self.assertTrue(wait_until(lambda: len(service.titles()) == 2), service.written()[-2000:])
            self.assertEqual(site.run("resync").status, DONE)


class Damage(SiteTestCase):
    def setUp(self):
        super().setUp()
        self.site = self.event_site(4)
        self.sync(self.site)
        self.ids, self.partition = self.site.ids(), self.site.partition()
        self.journal = os.path.join(self.site.state, "journal.jsonl")
        with open(self.journal, "rb") as file:
            self.bytes = file.read()

    def damage(self, content):
        with open(self.journal, "wb") as file:
            file.write(content)

    def assert_refused_and_repaired(self, what, *words):
        documents = self.site.documents()
        refused = self.site.run("sync")
        self.assertEqual(refused.status, IO, f"{what}: {refused}")
        for word in ("journal.jsonl", "resync --full", *words):
            self.assertIn(word, refused.err, f"{what}: {refused}")
        self.assertEqual(self.site.documents(), documents, f"{what}: it published all the same")
        self.assertEqual(self.site.run("resync", "--full").status, DONE, what)
        self.assertEqual(self.site.ids(), self.ids, f"{what}: ids changed")
        self.assertEqual(self.site.partition(), self.partition, what)
        self.assertEqual(self.site.run("check").status, DONE, what)
        kept = [name for name in os.listdir(self.site.state) if "damaged" in name]
        self.assertTrue(kept, f"{what}: what was damaged is not kept")

    def test_a_flipped_byte_is_refused_with_its_line(self):
        lines = self.bytes.split(b"\n")
        lines[3] = lines[3].replace(b'"', b"'", 1)
        self.damage(b"\n".join(lines))
        self.assert_refused_and_repaired("flipped", "journal.jsonl:4: it is no record")

    def test_a_hand_edited_title_is_refused(self):
        self.assertIn(b"Beekeepers", self.bytes)
        self.damage(self.bytes.replace(b"Beekeepers", b"Bookkeepers"))
        self.assert_refused_and_repaired("edited", "not those that newsfold wrote")

    def test_a_lost_line_is_refused(self):
        lines = self.bytes.split(b"\n")
        del lines[2]
        self.damage(b"\n".join(lines))
        self.assert_refused_and_repaired("lost line")

    def test_a_file_of_zeros_is_refused(self):
        self.damage(b"\0" * len(self.bytes))
        # A file of zeros has no line at all, as if it were torn; what it held is recovered from what is published.
        outcome = self.site.run("sync")
        if outcome.status == DONE:
            self.assertEqual(self.site.ids(), self.ids)
        else:
            self.assert_refused_and_repaired("zeros")

    def test_a_newer_schema_is_refused_and_named(self):
        self.damage(re.sub(rb'"schema":\d+', b'"schema":99', self.bytes, count=1))
        self.assert_refused_and_repaired("newer", "99")

    def test_a_tail_cut_anywhere_is_what_a_crash_leaves_and_loses_no_id(self):
        for share in (0.1, 0.35, 0.6, 0.85, 0.999):
            with self.subTest(share):
                self.damage(self.bytes[:int(len(self.bytes) * share)])

                self.assertEqual(self.site.run("sync").status, DONE)

                self.assertEqual(self.site.ids(), self.ids)
                self.assertEqual(self.site.partition(), self.partition)
                self.damage(self.bytes)

    def test_status_and_check_say_it_too(self):
        self.damage(self.bytes.replace(b"Beekeepers", b"Bookkeepers"))
        for command in ("status", "check", "stories"):
            with self.subTest(command):
                outcome = self.site.run(command)

                self.assertNotEqual(outcome.status, DONE, str(outcome))
                self.assertIn("journal.jsonl", outcome.out + outcome.err)


@unittest.skipUnless(is_root(), "needs root on Linux, for limits in a namespace of its own")
class Limits(SiteTestCase):
    def service_with(self, site, limit, value):
        """The service in a user namespace with a lower limit of inotify, which holds for it alone."""
        port = 0
        script = f"echo {value} >/proc/sys/{limit} && exec \"$@\""
        return port, ["unshare", "--user", "--map-root-user", "--mount", "bash", "-c", script, "bash"]

    def test_running_out_of_watches_becomes_polling_and_is_said(self):
        site = self.event_site(1)
        site.settings("poll: 300ms\n")
        for number in range(40):
            os.makedirs(os.path.join(site.articles, f"folder-{number}"))
        self.limited(site, "user/max_inotify_watches", 10)

    def test_running_out_of_instances_becomes_polling_and_is_said(self):
        site = self.event_site(1)
        site.settings("poll: 300ms\n")
        self.limited(site, "user/max_inotify_instances", 0)

    def test_an_overflow_of_the_queue_becomes_a_rescan_and_is_said(self):
        """The limit counts for watchers that are made while it is low, so it is low for the start only."""
        path = "/proc/sys/fs/inotify/max_queued_events"
        with open(path, encoding="ascii") as file:
            usual = file.read()
        site = self.event_site(1)

        def put(value):
            with open(path, "w", encoding="ascii") as file:
                file.write(value)

        try:
            put("8")
        except OSError as error:
            self.skipTest(f"cannot lower the limit: {error}")
        self.addCleanup(put, usual)
        with self.service(site) as service:
            wait_until(lambda: "inotify" in (site.run("status", "--json").json.get("watch") or ""))
            put(usual)
            for number in range(3000):
                with open(os.path.join(site.articles, f"courier/note-{number}.txt.part"), "wb"):
                    pass
            for number in range(6):
                site.write(f"courier/event-{number}.md", event(number))

            self.assertTrue(wait_until(lambda: len(service.titles()) == 6), service.written()[-2000:])
            self.assertRegex(site.run("status").out, r"queue overflowed \d+ times")
            self.assertIn("too many events at once", service.written())

    def limited(self, site, limit, value):
        import newsfold_site
        _, prefix = self.service_with(site, limit, value)
        probe = subprocess.run([*prefix, "true"], capture_output=True, check=False)
        if probe.returncode:
            self.skipTest(f"no user namespace with limits of its own: {probe.stderr.decode()}")
        original = subprocess.Popen
        class Prefixed(original):
            def __init__(self, arguments, **options):
                super().__init__([*prefix, *arguments] if arguments[1] == "run" else arguments, **options)
        newsfold_site.subprocess.Popen = Prefixed
        self.addCleanup(setattr, newsfold_site.subprocess, "Popen", original)
        with self.service(site) as service:
            newsfold_site.subprocess.Popen = original
            site.write("folder-7/new.md", event(3))

            self.assertTrue(wait_until(lambda: len(service.titles()) == 2), service.written()[-2000:])
            told = site.run("status", "--json").json
            self.assertIn("polling", told["watch"], told)
            self.assertRegex(told["watch"], r"max_user_(watches|instances)", told)


if __name__ == "__main__":
    unittest.main()
