"""The installed units under a systemd of their own: start, reload, watchdog, restart, hardening."""

import json
import os
import subprocess
import tempfile
import time
import unittest

from newsfold_site import ROOT, BINARY, event, wait_until
from private_systemd import PrivateSystemd, unavailable

SITE = "/var/lib/newsfold"

# The thread that watches reports once a second, and half of the time has to be more than that.
QUICK_WATCHDOG = "[Service]\nWatchdogSec=5\nTimeoutAbortSec=1\n"

# Asks again and again, each time on a connection of its own, and prints a line for each answer or refusal. In C locale, without
# reading the user's curl settings: one process for all, since starting one takes longer than an answer.
READER = r"""
import http.client, sys, time
end = time.monotonic() + float(sys.argv[1])
while time.monotonic() < end:
    try:
        connection = http.client.HTTPConnection("127.0.0.1", 8080, timeout=30)
        connection.request("GET", "/feed.json")
        answer = connection.getresponse()
        answer.read()
        print(answer.status, flush=True)
    except Exception as error:
        print("failed:", repr(error), flush=True)
    finally:
        connection.close()
    time.sleep(0.005)
"""


@unittest.skipIf(unavailable(), unavailable())
class Units(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        if not os.access(BINARY, os.X_OK):
            raise AssertionError(f"no newsfold at {BINARY}. Build it, or name it in the environment variable NEWSFOLD.")
        cls.machine = PrivateSystemd()
        cls.machine.__enter__()
        cls.addClassCleanup(cls.machine.__exit__)
        cls.machine.install()
        cls.machine.write(f"{SITE}/articles/first.md", event(0))

    def setUp(self):
        self.since = self.machine.run("date", "+%F %T.%6N").strip()
        self.machine.run("systemctl", "start", "newsfold.service")

    def tearDown(self):
        self.machine.ask("rm", "-rf", "/run/systemd/system/newsfold.service.d")
        self.machine.ask("systemctl", "daemon-reload")
        self.machine.ask("systemctl", "stop", "newsfold.service", "newsfold.socket")
        self.machine.ask("find", f"{SITE}/articles", "-name", "*.md", "-not", "-name", "first.md", "-delete")

    def titles(self):
        try:
            return {item["title"] for item in json.loads(self.machine.fetch())["items"]}
        except ValueError:
            return set()

    def journal(self, *arguments):
        """What the service has logged since this test began."""
        return self.machine.journal("-u", "newsfold.service", "--since", self.since, *arguments)

    def wait_for(self, condition, what, seconds=60):
        self.assertTrue(wait_until(condition, seconds, 0.1), f"{what}\n{self.journal()[-4000:]}")

    def test_it_is_started_once_it_serves_and_says_what_it_does(self):
        self.assertEqual(self.machine.show("newsfold.service", "ActiveState"), "active")
        self.assertEqual(json.loads(self.machine.fetch())["version"], "https://jsonfeed.org/version/1.1")
        self.wait_for(lambda: "idle: 1 articles in 1 stories" in self.machine.show("newsfold.service", "StatusText"),
                      self.machine.show("newsfold.service", "StatusText"))

    def test_what_it_publishes_is_for_everybody_and_what_it_remembers_is_not(self):
        nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        self.wait_for(lambda: self.titles(), "published nothing")

        self.assertIn("<feed", self.machine.run(*nobody, "cat", f"{SITE}/public/atom.xml"))
        self.assertEqual(self.machine.ask(*nobody, "ls", f"{SITE}/state"), "")
        self.assertEqual(self.machine.ask(*nobody, "/usr/local/bin/newsfold", "resync", "--site", SITE), "")

    def test_its_log_has_an_entry_an_event_with_fields_and_priorities_and_without_texts(self):
        self.machine.write(f"{SITE}/articles/empty.md", "")
        self.wait_for(lambda: "set aside" in self.machine.show("newsfold.service", "StatusText")
                      and "0 set aside" not in self.machine.show("newsfold.service", "StatusText"), "nothing set aside")

        lines = [json.loads(line) for line in self.journal("-o", "json").splitlines()]

        own = [line for line in lines if line.get("_COMM") == "newsfold"]
        self.assertTrue(own)
        for line in own:
            self.assertIn(line["PRIORITY"], "01234567")
            self.assertEqual(line["SYSLOG_IDENTIFIER"], "newsfold")
            self.assertNotIn("malt house", json.dumps(line))
        self.assertIn("6", {line["PRIORITY"] for line in own})
        aside = [line for line in own if "set aside" in line["MESSAGE"]]
        self.assertEqual([(line["STAGE"], line["PATH"], line["PRIORITY"]) for line in aside], [("read", "empty.md", "4")])
        self.assertIn("empty.md", self.journal("STAGE=read", "-p", "warning"))
        self.assertNotIn("set aside", self.journal("STAGE=publish"))

    def test_reload_takes_up_settings_and_keeps_the_old_if_they_are_wrong(self):
        settings = self.machine.run("cat", f"{SITE}/newsfold.yaml")
        self.addCleanup(self.machine.write, f"{SITE}/newsfold.yaml", settings)
        process = self.machine.show("newsfold.service", "MainPID")
        self.machine.write(f"{SITE}/newsfold.yaml", "title: Reloaded\n")

        self.machine.run("systemctl", "reload", "newsfold.service")

        self.wait_for(lambda: '"title":"Reloaded"' in self.machine.fetch().replace('": "', '":"'), "the title is the old one")
        self.machine.write(f"{SITE}/newsfold.yaml", "titel: Wrong\n")
        self.machine.run("systemctl", "reload", "newsfold.service")
        self.wait_for(lambda: "titel" in self.journal("-p", "err"), "says nothing of the wrong key")
        self.assertEqual(self.machine.show("newsfold.service", "ActiveState"), "active")
        self.assertEqual(self.machine.show("newsfold.service", "MainPID"), process)
        self.assertIn("Reloaded", self.machine.fetch())

    def test_a_stopped_process_is_restarted_by_the_watchdog(self):
        self.machine.drop_in("newsfold.service", QUICK_WATCHDOG)
        self.machine.run("systemctl", "restart", "newsfold.service")
        process = self.machine.show("newsfold.service", "MainPID")
        time.sleep(8)
        self.assertEqual(self.machine.show("newsfold.service", "MainPID"), process, "was restarted though nothing hung")

        self.machine.run("kill", "-STOP", process)

        self.wait_for(lambda: self.machine.show("newsfold.service", "NRestarts") == "1"
                      and self.machine.show("newsfold.service", "ActiveState") == "active", "was not restarted", 30)
        self.assertIn("Watchdog timeout", self.journal())
        self.wait_for(lambda: self.titles(), "does not serve after its restart")

    def test_a_stage_that_hangs_is_restarted_by_the_watchdog_and_its_work_is_done(self):
        """The disk stands still (FIFREEZE), so that the stage remember hangs in a write while all else goes on."""
        self.machine.run("systemctl", "stop", "newsfold.service")
        image = tempfile.NamedTemporaryFile(prefix="newsfold-frozen-")
        self.addCleanup(image.close)
        subprocess.run(["truncate", "-s", "64M", image.name], check=True)
        subprocess.run(["mkfs.ext4", "-q", "-F", image.name], check=True)
        try:
            self.machine.run("mount", "-o", "loop", image.name, f"{SITE}/state")
        except AssertionError as error:
            self.skipTest(f"no loop mount here: {error}")
        self.addCleanup(self.machine.ask, "umount", f"{SITE}/state")
        self.addCleanup(self.machine.ask, "systemctl", "stop", "newsfold.service")
        self.machine.run("chown", "newsfold:newsfold", f"{SITE}/state")
        self.machine.drop_in("newsfold.service", QUICK_WATCHDOG)
        self.machine.run("systemctl", "start", "newsfold.service")
        self.wait_for(lambda: self.titles(), "did not start on its own disk")
        self.addCleanup(self.machine.ask, "fsfreeze", "--unfreeze", f"{SITE}/state")
        self.machine.run("fsfreeze", "--freeze", f"{SITE}/state")

        self.machine.write(f"{SITE}/articles/hang.md", event(4))

        self.wait_for(lambda: "Watchdog timeout" in self.journal(), "no watchdog", 30)
        self.assertRegex(self.journal("-p", "crit"), r"a stage hangs.*|pass")
        self.machine.run("fsfreeze", "--unfreeze", f"{SITE}/state")
        self.wait_for(lambda: any("Court clears" in title for title in self.titles()), "what hung is not published")
        self.assertGreaterEqual(int(self.machine.show("newsfold.service", "NRestarts")), 1)

    def test_a_restart_refuses_no_connection_with_the_socket(self):
        self.wait_for(lambda: self.titles(), "published nothing")
        self.machine.run("systemctl", "stop", "newsfold.service")
        self.machine.run("systemctl", "start", "newsfold.socket", "newsfold.service")
        reader = self.machine.start("python3", "-c", READER, "8", stdout=subprocess.PIPE, text=True)
        restarts = 0
        while reader.poll() is None and restarts < 5:
            time.sleep(0.5)
            self.machine.run("systemctl", "restart", "newsfold.service")
            restarts += 1
        answers = reader.communicate(timeout=60)[0].split("\n")[:-1]

        self.assertGreater(restarts, 1)
        self.assertEqual({answer for answer in answers if answer != "200"}, set(), f"{len(answers)} answers, {restarts} restarts")
        self.assertGreater(len(answers), 50)

    def test_the_first_connection_starts_it_through_the_socket(self):
        self.machine.run("systemctl", "stop", "newsfold.service")
        self.machine.run("systemctl", "start", "newsfold.socket")
        self.assertEqual(self.machine.show("newsfold.service", "ActiveState"), "inactive")

        self.assertIn("items", self.machine.fetch())

        # It answers from what is published before everything that is remembered is loaded.
        self.wait_for(lambda: self.machine.show("newsfold.service", "ActiveState") == "active", "did not become ready")

    def test_the_nightly_look_asks_the_running_service_and_works_alone(self):
        for state in ("start", "stop"):
            with self.subTest(f"{state} newsfold"):
                self.machine.run("systemctl", state, "newsfold.service")

                self.machine.run("systemctl", "start", "newsfold-resync.service")

                self.assertEqual(self.machine.show("newsfold-resync.service", "Result"), "success")
        self.machine.run("systemctl", "start", "newsfold-resync.timer")
        self.assertRegex(self.machine.show("newsfold-resync.timer", "NextElapseUSecRealtime"), r"\d")
        self.machine.run("systemctl", "stop", "newsfold-resync.timer")

    def test_several_sites_run_side_by_side(self):
        self.machine.run("mkdir", "-p", f"{SITE}/north/articles", f"{SITE}/south/articles")
        for port, name in ((8101, "north"), (8102, "south")):
            self.machine.write(f"{SITE}/{name}/newsfold.yaml", f"title: {name}\nlisten: 127.0.0.1:{port}\n")
            self.machine.write(f"{SITE}/{name}/articles/one.md", event(port % 5))
        self.machine.run("chown", "-R", "newsfold:newsfold", f"{SITE}/north", f"{SITE}/south")
        self.addCleanup(self.machine.ask, "systemctl", "stop", "newsfold@north", "newsfold@south")

        self.machine.run("systemctl", "start", "newsfold@north", "newsfold@south")

        for port, name in ((8101, "north"), (8102, "south")):
            self.wait_for(lambda port=port: '"items"' in self.machine.fetch(port=port), f"{name} does not serve")
            self.assertIn(name, self.machine.fetch(port=port))
        # What one site may see of the other: nothing.
        root = f"/proc/{self.machine.show('newsfold@north', 'MainPID')}/root"
        self.assertEqual(self.machine.run("ls", f"{root}{SITE}").split(), ["north"])

    def test_no_site_is_no_start(self):
        self.machine.run("systemctl", "stop", "newsfold.service")
        self.machine.run("mv", f"{SITE}/newsfold.yaml", f"{SITE}/away")
        self.addCleanup(self.machine.ask, "mv", f"{SITE}/away", f"{SITE}/newsfold.yaml")

        self.assertNotEqual(self.machine.show("newsfold.service", "ActiveState"), "active")
        self.machine.ask("systemctl", "start", "newsfold.service")

        self.assertNotEqual(self.machine.show("newsfold.service", "ActiveState"), "active")
        self.machine.run("mv", f"{SITE}/away", f"{SITE}/newsfold.yaml")

    def test_wrong_settings_are_not_tried_again(self):
        self.machine.run("systemctl", "stop", "newsfold.service")
        settings = self.machine.run("cat", f"{SITE}/newsfold.yaml")
        self.addCleanup(self.machine.write, f"{SITE}/newsfold.yaml", settings)
        self.machine.write(f"{SITE}/newsfold.yaml", "titel: Wrong\n")

        self.machine.ask("systemctl", "start", "newsfold.service")
        time.sleep(2)

        self.assertEqual(self.machine.show("newsfold.service", "ActiveState"), "failed")
        self.assertEqual(self.machine.show("newsfold.service", "ExecMainStatus"), "78")
        self.assertEqual(self.machine.show("newsfold.service", "NRestarts"), "0")


class Install(unittest.TestCase):
    def make(self, *arguments):
        done = subprocess.run(["make", "--no-print-directory", "-C", ROOT, *arguments], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def installed(self, folder):
        return sorted(os.path.relpath(os.path.join(place, name), folder) for place, _, names in os.walk(folder) for name in names)

    def test_install_fills_only_its_prefix_and_uninstall_empties_it(self):
        for version in ("252", "253"):
            with self.subTest(version), tempfile.TemporaryDirectory() as folder:
                options = [f"DESTDIR={folder}", "PREFIX=/opt/news", f"NEWSFOLD_BINARY={BINARY}", f"SYSTEMD_VERSION={version}"]

                self.make("install", *options)

                files = self.installed(folder)
                self.assertIn("opt/news/bin/newsfold", files)
                self.assertTrue(all(name.startswith("opt/news/") for name in files), files)
                with open(f"{folder}/opt/news/lib/systemd/system/newsfold.service", encoding="utf-8") as unit:
                    self.assertIn("ExecStart=/opt/news/bin/newsfold run", unit.read())
                self.assertEqual("opt/news/lib/systemd/system/newsfold.service.d/notify-reload.conf" in files, version == "253")

                self.make("uninstall", *options)

                self.assertEqual(self.installed(folder), [])


if __name__ == "__main__":
    unittest.main()
