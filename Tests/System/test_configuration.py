"""Settings and pins that a person edits: taken up, refused, explained; every command uses what is in force."""

import json
import os
import signal
import socket
import unittest

from newsfold_site import DONE, IO, SETTINGS, USAGE, SiteTestCase, article, event, fetch, newsfold, wait_until

BRIDGE = [
    article("Ferry rams the bridge at Quillon", "The ferry Morning Star rammed the Quillon bridge at dawn. Harbour master Odile "
            "Brandt said 14 people were hurt and the bridge will stay closed for a week.", "2026-11-10T08:00:00Z", "Quillon Post"),
    article("Quillon bridge rammed by ferry", "At dawn the ferry Morning Star rammed the bridge of Quillon; 14 people were hurt. "
            "The bridge stays closed for a week, harbour master Odile Brandt said.", "2026-11-10T09:00:00Z", "Coast Echo"),
]


class ConfigurationTestCase(SiteTestCase):
    def bridge_site(self):
        """One event in two reports, another event in one."""
        site = self.empty_site()
        site.write("post/bridge.md", BRIDGE[0])
        site.write("echo/bridge.md", BRIDGE[1])
        site.write("courier/bees.md", event(0))
        self.sync(site)
        self.assertEqual(len(site.stories()), 2)
        return site

    def pins(self, site, text=None):
        path = os.path.join(site.folder, "pins.yaml")
        if text is not None:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        with open(path, encoding="utf-8") as file:
            return file.read()

    def stories_become(self, site, count):
        self.assertTrue(wait_until(lambda: len(site.stories()) == count), f"{len(site.stories())} stories, not {count}")


class Pins(ConfigurationTestCase):
    def test_pin_and_unpin_without_a_service_write_the_file_and_the_next_sync_takes_it_up(self):
        site = self.bridge_site()
        self.pins(site, "# ours\nlead:\n  - courier/bees.md  # alone\n")

        outcome = site.run("pin", "apart", os.path.join(site.articles, "post/bridge.md"), "articles/echo/bridge.md")

        self.assertEqual(outcome.status, DONE, str(outcome))
        self.assertEqual(self.pins(site), "# ours\nlead:\n  - courier/bees.md  # alone\n\napart:\n"
                                          "  - [post/bridge.md, echo/bridge.md]\n")
        self.assertEqual(len(site.stories()), 2)
        self.sync(site)
        self.assertEqual(len(site.stories()), 3)
        self.assertIn("apart", site.run("explain", "post/bridge.md", "echo/bridge.md").out)

        outcome = site.run("unpin", "post/bridge.md", "--json")
        self.assertEqual(outcome.json["lines"], ["no more kept apart: post/bridge.md, echo/bridge.md"])
        self.assertFalse(outcome.json["isInForce"])
        self.assertEqual(self.pins(site), "# ours\nlead:\n  - courier/bees.md  # alone\n\napart:\n")
        self.sync(site)
        self.assertEqual(len(site.stories()), 2)

    def test_pin_with_a_service_is_in_force_when_the_command_ends(self):
        site = self.bridge_site()
        with self.service(site) as service:
            service.wait_until_looked()
            told = site.run("pin", "apart", "post/bridge.md", "echo/bridge.md", "--json").json
            self.assertTrue(told["isInForce"])
            self.assertIn("split", {change["kind"] for change in told["changes"]})
            self.assertEqual(len(site.stories()), 3)
            self.assertEqual(site.run("pin", "title", "courier/bees.md", "Bees: a vote").status, DONE)
            self.assertIn("Bees: a vote", service.titles())
            self.assertEqual(site.run("unpin", "echo/bridge.md").status, DONE)
            self.assertEqual(len(site.stories()), 2)

    def test_a_file_that_is_saved_takes_effect_by_itself_and_a_wrong_one_leaves_the_old_in_force(self):
        site = self.bridge_site()
        with self.service(site) as service:
            service.wait_until_looked()
            self.pins(site, "apart: [[post/bridge.md, echo/bridge.md]]\n")
            self.stories_become(site, 3)

            self.pins(site, "apart:\n  - [post/bridge.md, echo/bridge.md\n")
            self.assertTrue(wait_until(lambda: site.run("status", "--json").json["refusedSettings"]))

            told = site.run("status")
            self.assertEqual(told.status, DONE)
            self.assertRegex(told.out, r"wrong +pins are not read: .*pins\.yaml:2: a list that begins with \[ is not closed")
            # The command has read the file itself; the service takes it up once it is quiet.
            self.assertTrue(wait_until(lambda: b"old ones are in force" in fetch(service.base + "readyz").body))
            self.assertRegex(fetch(service.base + "metrics").body.decode(), r"(?m)^newsfold_settings_refused 1")
            self.assertIn("pins are wrong, the old ones stay", service.written())
            for command in (["resync"], ["stories"], ["show", "post/bridge.md"], ["explain", "post/bridge.md", "echo/bridge.md"]):
                with self.subTest(command[0]):
                    outcome = site.run(*command)
                    self.assertEqual(outcome.status, DONE, str(outcome))
                    self.assertIn("pins.yaml:2", outcome.out + outcome.err)
            self.assertEqual(len(site.stories()), 3)

            os.remove(os.path.join(site.folder, "pins.yaml"))
            self.stories_become(site, 2)
            self.assertEqual(site.run("status", "--json").json["refusedSettings"], [])

    def test_what_contradicts_and_what_is_not_there_is_explained_and_not_written(self):
        site = self.bridge_site()
        self.pins(site, "apart:\n  - [post/bridge.md, echo/bridge.md]\n")
        for arguments, word in [
            (["pin", "together", "post/bridge.md", "echo/bridge.md"], "newsfold unpin"),
            (["pin", "apart", "post/bridge.md", "nowhere.md"], "no such article"),
            (["pin", "apart", "post/bridge.md", "articles/post/bridge.md"], "one article"),
            (["unpin", "courier/bees.md"], "does not name"),
        ]:
            with self.subTest(" ".join(arguments)):
                outcome = site.run(*arguments)
                self.assertEqual(outcome.status, USAGE, str(outcome))
                self.assertIn(word, outcome.err)
        self.assertEqual(self.pins(site), "apart:\n  - [post/bridge.md, echo/bridge.md]\n")


class Settings(ConfigurationTestCase):
    def test_resync_and_reload_take_up_settings_and_a_mistake_stops_neither_service_nor_commands(self):
        site = self.bridge_site()
        with self.service(site) as service:
            service.wait_until_looked()
            site.settings("title: Second\n")
            self.assertEqual(site.run("config", "--json").json["notTakenUp"], ["newsfold.yaml"])
            self.assertEqual(site.run("resync").status, DONE)
            self.assertEqual(json.loads(fetch(service.base + "feed.json").body)["title"], "Second")

            site.settings("title: Third\nwindow: { entires: 5 }\n")
            reload = site.run("reload")
            self.assertEqual(reload.status, SETTINGS, str(reload))
            self.assertRegex(reload.err, r'newsfold\.yaml:2: unknown key "entires"\. Did you mean "entries"\?')
            for command in (["status"], ["resync"], ["stories"], ["show", "post/bridge.md"], ["config"]):
                with self.subTest(command[0]):
                    outcome = site.run(*command)
                    self.assertEqual(outcome.status, DONE, str(outcome))
                    self.assertIn("entires", outcome.out + outcome.err)
            self.assertEqual(json.loads(fetch(service.base + "feed.json").body)["title"], "Second")
            self.assertIn("settings are wrong, the old ones stay", service.written())
            self.assertEqual(site.run("sync").status, SETTINGS)

            site.settings("title: Third\n")
            self.assertEqual(site.run("reload").status, DONE)
            self.assertEqual(json.loads(fetch(service.base + "feed.json").body)["title"], "Third")
            told = site.run("config", "--json").json
            self.assertTrue(told["isRunning"])
            self.assertEqual((told["refused"], told["notTakenUp"]), ([], []))
            self.assertIn({"key": "title", "value": "Third", "origin": "file", "line": 1}, told["settings"])

    def test_without_a_service_status_says_what_is_wrong_and_what_is_there(self):
        site = self.bridge_site()
        site.settings("titel: x\n")

        outcome = site.run("status", "--json")

        self.assertEqual(outcome.status, SETTINGS, str(outcome))
        self.assertEqual(outcome.json["stories"], 2)
        self.assertIn('Did you mean "title"?', outcome.json["refusedSettings"][0])
        for command in (["stories"], ["resync"], ["show", "x"], ["reload"]):
            with self.subTest(command[0]):
                self.assertEqual(site.run(*command).status, SETTINGS)

    def test_a_token_that_is_missing_or_short_is_found_by_check_validate_run_and_reload(self):
        site = self.event_site(1)
        with self.service(site) as service:
            service.wait_until_looked()
            site.settings("resync_token_file: token\n")
            for written, words in [(None, "no such file"), ("12345", "a token of 5 bytes")]:
                if written:
                    with open(os.path.join(site.folder, "token"), "w", encoding="utf-8") as file:
                        file.write(written)
                for command in (["check"], ["validate"], ["reload"]):
                    with self.subTest(f"{command[0]}: {words}"):
                        outcome = site.run(*command)
                        self.assertEqual(outcome.status, SETTINGS, str(outcome))
                        self.assertIn(words, outcome.out + outcome.err)
                        self.assertIn("openssl rand", outcome.out + outcome.err)
        self.assertEqual(site.run("run", "--listen", "127.0.0.1:0").status, SETTINGS)

    def test_a_mistyped_variable_is_an_error_and_somebody_elses_is_not(self):
        site = self.event_site(1)

        wrong = site.run("validate", environment={"NEWSFOLD_TITEL": "x"})

        self.assertEqual(wrong.status, SETTINGS, str(wrong))
        self.assertIn("Did you mean NEWSFOLD_TITLE?", wrong.out)
        self.assertEqual(site.run("check", environment={"NEWSFOLD_TITEL": "x"}).status, SETTINGS)
        self.assertEqual(site.run("validate", environment={"NEWSFOLD_SHARED": "x"}).status, DONE)

    def test_validate_takes_files_without_a_site(self):
        for name, text, status in [("newsfold.yaml", "ttl: 0\n", SETTINGS), ("other.yaml", "title: x\n", DONE),
                                   ("pins.yaml", "apart: [a]\n", SETTINGS), ("pins-new.yaml", "lead: [a]\n", DONE)]:
            path = os.path.join(self.temporary, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            with self.subTest(name):
                outcome = newsfold("validate", path, cwd=self.temporary)
                self.assertEqual(outcome.status, status, str(outcome))

    def test_config_says_where_each_value_comes_from(self):
        site = self.event_site(1)
        site.settings("# a comment\ntitle: Mine\n")

        outcome = site.run("config", environment={"NEWSFOLD_TTL": "9"})

        self.assertEqual(outcome.status, DONE, str(outcome))
        self.assertRegex(outcome.out, r"(?m)^title: Mine +# newsfold\.yaml:2$")
        self.assertRegex(outcome.out, r"(?m)^ttl: 9 +# environment: NEWSFOLD_TTL$")
        self.assertRegex(outcome.out, r"(?m)^settle: 200ms +# default$")


class Running(ConfigurationTestCase):
    def test_run_says_which_address_to_open_what_does_not_fit_and_that_it_stopped(self):
        site = self.event_site(1)
        with self.service(site) as service:
            service.wait_until_looked()
            self.assertIn(f"open=http://127.0.0.1:{service.port}/", service.written())
            self.assertIn("base_url does not fit listen", service.written())
            service.signal(signal.SIGTERM)
            self.assertEqual(service.wait(), DONE)
            self.assertRegex(service.written(), r"(?m)notice stopped$")
        site.settings(f"base_url: http://127.0.0.1:{service.port}/\n")
        with self.service(site, port=service.port) as fitting:
            fitting.wait_until_looked()
            self.assertNotIn("does not fit", fitting.written())

    def test_a_port_in_use_is_one_sentence(self):
        site = self.event_site(1)
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]

            outcome = site.run("run", "--listen", f"127.0.0.1:{port}")

        self.assertEqual(outcome.status, IO, str(outcome))
        said = [line for line in outcome.err.splitlines() if line.startswith("newsfold: ")]
        self.assertEqual(len(said), 1, outcome.err)
        self.assertIn(f"127.0.0.1:{port}: another program listens there", said[0])
        self.assertNotIn("errno", outcome.err)
        self.assertNotIn("IOError", outcome.err)

    def test_a_mistyped_command_is_answered_with_the_nearest(self):
        for word, nearest in [("snyc", "sync"), ("stauts", "status"), ("unpinn", "unpin")]:
            with self.subTest(word):
                outcome = newsfold(word)
                self.assertEqual(outcome.status, USAGE, str(outcome))
                self.assertIn(f"Did you mean `newsfold {nearest}`?", outcome.err)

    def test_new_writes_an_article_that_syncs_and_overwrites_nothing(self):
        site = self.empty_site()

        outcome = site.run("new", "mine/first.md", "--title", 'A "quoted": headline')

        self.assertEqual(outcome.status, DONE, str(outcome))
        self.assertEqual(site.run("new", "mine/first.md").status, IO)
        self.assertEqual(site.run("new", "../outside.md").status, USAGE)
        self.sync(site)
        self.assertEqual([story["title"] for story in site.stories()], ['A "quoted": headline'])

    def test_show_of_a_withdrawn_story_says_what_became_of_it(self):
        site = self.event_site(2)
        self.sync(site)
        story = next(story for story in site.stories() if "event-1" in story["articles"][0]["path"])
        os.remove(os.path.join(site.articles, "courier/event-1.md"))
        self.sync(site)

        for name in (story["id"], story["slug"]):
            with self.subTest(name):
                told = site.run("show", name, "--json")
                self.assertEqual(told.status, DONE, str(told))
                self.assertEqual((told.json["id"], told.json["title"], told.json["articles"]), (story["id"], story["title"], []))
                self.assertRegex(told.json["withdrawn"], r"^\d{4}-")
                self.assertIn("withdrawn", {decision["kind"] for decision in told.json["decisions"]})
                self.assertRegex(site.run("show", name).out, r"withdrawn +\d{4}-.*410")

    def test_explain_and_show_call_articles_by_outlet_and_path(self):
        site = self.bridge_site()

        explained = site.run("explain", "post/bridge.md", "echo/bridge.md").out
        shown = site.run("show", "post/bridge.md").out

        self.assertIn("first   Quillon Post [post/bridge.md]", explained)
        self.assertIn("second  Coast Echo [echo/bridge.md]", explained)
        self.assertNotIn("article:", explained)
        for line in shown.splitlines():
            if "article:" in line:
                self.assertRegex(line, r"^ +id article:", "an id that says nothing stands alone")


if __name__ == "__main__":
    unittest.main()
