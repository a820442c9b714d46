"""What the service counts and logs is what the page for operators says."""

import glob
import json
import os
import re
import shutil
import subprocess
import unittest

from newsfold_site import ROOT, SiteTestCase, event, fetch, wait_until


class Operating(SiteTestCase):
    def page(self):
        with open(os.path.join(ROOT, "Sources/SyncDaemon/SyncDaemon.docc/Operating.md"), encoding="utf-8") as file:
            return file.read()

    def test_every_metric_that_is_served_is_described_and_the_other_way_round(self):
        site = self.event_site(2)
        with self.service(site) as service:
            site.write("courier/new.md", event(3))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 3))
            # The feeds are visible a moment before the pass is counted.
            self.assertTrue(wait_until(lambda: re.search(
                r"(?m)^newsfold_articles 3(\.0)?$", fetch(service.base + "metrics").body.decode())))
            text = fetch(service.base + "metrics").body.decode()

        served = set(re.findall(r"(?m)^# TYPE (\w+) ", text))
        described = set(re.findall(r"`((?:newsfold|process)_\w+)`", self.page()))
        # This site has no bucket, so nothing is counted of one.
        of_buckets = {name for name in described if name.startswith("newsfold_bucket_")}
        self.assertEqual(len(of_buckets), 3)
        self.assertEqual(served, described - of_buckets)
        for name in served:
            self.assertRegex(text, rf"(?m)^# HELP {name} \S", "no help")
        for stage in ("scan", "read", "fold", "compose", "remember", "render", "publish"):
            self.assertRegex(text, rf'newsfold_stage_duration_seconds_count\{{stage="{stage}"\}} [1-9]')

    def resource(self, name):
        return os.path.join(ROOT, "Sources/SyncDaemon/SyncDaemon.docc/Resources", name)

    def test_the_dashboard_and_the_alerts_name_metrics_that_there_are(self):
        # The test above compares the page with what is served.
        described = set(re.findall(r"`((?:newsfold|process)_\w+)`", self.page()))
        with open(self.resource("alerts.yaml"), encoding="utf-8") as file:
            alerts = re.findall(r"expr: (.*)", file.read())
        with open(self.resource("grafana-dashboard.json"), encoding="utf-8") as file:
            dashboard = json.load(file)
        panels = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
        named = set(re.findall(r"\b((?:newsfold|process)_\w+)", " ".join(alerts + panels)))
        named = {re.sub(r"_(bucket|sum|count)$", "", name) if name not in described else name for name in named}

        self.assertGreater(len(alerts), 10)
        self.assertEqual(named - described, set(), "there is no such metric")
        self.assertEqual(len({panel["id"] for panel in dashboard["panels"]}), len(dashboard["panels"]))
        # Freshness comes first.
        self.assertIn("newsfold_newest_entry_timestamp_seconds", panels[0])

    def test_promtool_takes_the_alerts(self):
        if not shutil.which("promtool"):
            self.skipTest("no promtool here")
        done = subprocess.run(["promtool", "check", "rules", self.resource("alerts.yaml")],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, timeout=60)

        self.assertEqual(done.returncode, 0, done.stdout.decode())

    def test_promtool_takes_what_is_served(self):
        if not shutil.which("promtool"):
            self.skipTest("no promtool here")
        with self.service(self.event_site(1)) as service:
            text = fetch(service.base + "metrics").body
        done = subprocess.run(["promtool", "check", "metrics"], input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              check=False, timeout=60)

        # Findings of its linter are 3: names that were given before there was a linter stay as they are.
        self.assertIn(done.returncode, (0, 3), done.stdout.decode())

    def test_every_event_of_the_log_has_a_row(self):
        page = self.page()
        found = set()
        for path in glob.glob(os.path.join(ROOT, "Sources/*/**/*.swift"), recursive=True):
            with open(path, encoding="utf-8") as file:
                source = file.read()
            found |= set(re.findall(r'\blog(?:ger)?\.(?:info|notice|warning|error|critical)\(\s*"([^"\\]+)', source))
        self.assertGreater(len(found), 10)
        for message in found:
            with self.subTest(message):
                self.assertIn(message.strip(), page)

    def test_status_is_one_screen(self):
        site = self.event_site(3)
        with self.service(site) as service:
            for number in range(60):
                site.write(f"broken/{number}.md", "")
            site.run("resync")
            told = site.run("status").out

        self.assertLessEqual(len(told.splitlines()), 24, told)
        self.assertIn("newsfold status --json", told)
        for word in ("since 20", "files", "articles", "stories", "watching", "inotify", "next", "MiB", str(service.pid)):
            self.assertIn(word, told)


if __name__ == "__main__":
    unittest.main()
