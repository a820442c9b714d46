"""What the service counts and logs is what the page for operators says."""

import glob
import os
import re
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
