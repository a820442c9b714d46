"""`newsfold run`: watches, publishes, serves, answers, leaves."""

import json
import os
import random
import re
import signal
import stat
import statistics
import time
import unittest

from newsfold_site import (
    DONE, HELD, SET_ASIDE, SiteTestCase, article, event, fetch, wait_until)

# Promised: a file closed or renamed into place is in the feeds within a second.
SECOND = 1.0


def numbered(number):
    """A title and an article in invented words of their own, so that no two are one story."""
    chance = random.Random(number)

    def word():
        return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))

    title = " ".join(word() for _ in range(6)).capitalize()
    text = " ".join(word() for _ in range(60)).capitalize() + "."
    return title, article(title, text, date=f"2026-11-{10 + number % 9:02}T08:00:{number % 60:02}Z")


class Publishing(SiteTestCase):
    def test_it_syncs_first_and_serves_what_is_on_disk(self):
        site = self.sample_site()
        with self.service(site) as service:
            service.wait_until_looked()
            for name, kind in [("atom.xml", "application/atom+xml"), ("rss.xml", "application/rss+xml"),
                               ("feed.json", "application/feed+json"), ("feeds.opml", "opml"), ("index.html", "text/html")]:
                with self.subTest(name):
                    answer = fetch(service.base + name)

                    self.assertEqual(answer.status, 200)
                    self.assertIn(kind, answer.headers["Content-Type"])
                    with open(os.path.join(site.public, name), "rb") as file:
                        self.assertEqual(answer.body, file.read())
            self.assertEqual(fetch(service.base).status, 200)

    def test_a_file_closed_or_renamed_into_place_is_published_within_a_second(self):
        site = self.event_site(2)
        with self.service(site) as service:
            for how in ("closed", "renamed", "moved in with its folder"):
                delays = []
                for number in range(3):
                    count = number + 3 * ("closed", "renamed", "moved in with its folder").index(how)
                    title, text = numbered(count)
                    if how == "closed":
                        site.write(f"live/{count}.md", text)
                    elif how == "renamed":
                        temporary = site.write(f"live/.{count}.md.part", text)
                        os.rename(temporary, os.path.join(site.articles, f"live/{count}.md"))
                    else:
                        site.write(f"folder-{count}/deep/{count}.md", text, folder=self.temporary)
                        os.rename(os.path.join(self.temporary, f"folder-{count}"),
                                  os.path.join(site.articles, f"folder-{count}"))
                    start = time.monotonic()
                    self.assertTrue(wait_until(lambda title=title: title in service.titles(), pause=0.01), service.written()[-2000:])
                    delays.append(time.monotonic() - start)
                with self.subTest(how):
                    self.assertLess(statistics.median(delays), SECOND, delays)

    def test_a_change_and_a_removal_are_published(self):
        site = self.event_site(2)
        with self.service(site) as service:
            site.write("courier/event-0.md", event(0).replace("Beekeepers of Holmgard elect", "Holmgard's beekeepers elect"))
            self.assertTrue(wait_until(lambda: any("Holmgard's" in title for title in service.titles())))

            os.remove(os.path.join(site.articles, "courier/event-0.md"))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 1))

    def test_a_file_that_is_still_being_written_has_settled_before_it_is_read(self):
        site = self.event_site(1)
        whole = event(3)
        path = os.path.join(site.articles, "courier/slow.md")
        with self.service(site) as service:
            with open(path, "w", encoding="utf-8") as file:
                for position in range(0, len(whole), 40):
                    file.write(whole[position: position + 40])
                    file.flush()
                    time.sleep(0.05)
                self.assertEqual(len(service.titles()), 1, "published before it was closed")
            self.assertTrue(wait_until(lambda: len(service.titles()) == 2))
            self.assertEqual(site.set_aside(), {})

    def test_a_burst_is_published_whole(self):
        site = self.event_site(1)
        with self.service(site) as service:
            for number in range(300):
                site.write(f"burst/{number % 7}/{number}.md", numbered(number)[1])

            expected = 301
            self.assertTrue(wait_until(
                lambda: sum(len(story["articles"]) for story in site.stories()) == expected, pause=0.3),
                service.written()[-2000:])

    def test_a_burst_costs_few_publications(self):
        """NEWSFOLD_BURST files (2,000; `.ci/run soak` asks for 50,000): a publication every `publish_interval`, not one a file."""
        count = int(os.environ.get("NEWSFOLD_BURST", "2000"))
        site = self.event_site(1)
        site.settings("publish_interval: 1s\n")
        with self.service(site) as service:
            def publications():
                text = fetch(service.base + "metrics", timeout=60).body.decode()
                found = re.search(r"(?m)^newsfold_publications_total (\d+)", text)
                return int(found.group(1)) if found else 0

            wait_until(publications)
            before, start = publications(), time.monotonic()
            for number in range(count):
                site.write(f"burst/{number % 97}/{number}.md", numbered(number)[1])
            self.assertTrue(wait_until(
                lambda: site.run("status", "--json").json["articles"] == count + 1, seconds=60 + count / 50, pause=0.5),
                service.written()[-2000:])
            elapsed = time.monotonic() - start

            # What was told at once before it was known to be a burst, and the last one.
            self.assertLessEqual(publications() - before, elapsed + 4, f"{count} files in {elapsed:.1f} s")

    def test_new_folders_at_any_depth_are_watched(self):
        site = self.event_site(1)
        with self.service(site) as service:
            os.makedirs(os.path.join(site.articles, "a/b/c/d/e"))
            time.sleep(0.3)
            site.write("a/b/c/d/e/deep.md", event(3))

            self.assertTrue(wait_until(lambda: len(service.titles()) == 2))
            os.rename(os.path.join(site.articles, "a/b"), os.path.join(site.articles, "moved"))
            time.sleep(0.3)
            site.write("moved/c/d/again.md", event(4))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 3))


class Polling(SiteTestCase):
    def test_with_polling_a_new_file_is_published_after_the_next_look(self):
        site = self.event_site(2)
        site.settings("watch: polling\npoll: 200ms\n")
        with self.service(site) as service:
            site.write("courier/new.md", event(3))

            self.assertTrue(wait_until(lambda: len(service.titles()) == 3), service.written()[-2000:])


class Answering(SiteTestCase):
    def test_status_and_resync_answer_over_the_socket(self):
        site = self.event_site(2)
        with self.service(site) as service:
            # What is answered over HTTP may be a moment ahead of what is told.
            service.wait_until_looked()
            told = site.run("status", "--json")
            self.assertEqual(told.status, DONE, str(told))
            self.assertEqual(told.json["stories"], 2)
            self.assertIn(str(service.pid), told.out, "does not say which process runs")

            site.write("courier/new.md", event(3))
            outcome = site.run("resync", "--json")

            self.assertEqual(outcome.status, DONE, str(outcome))
            self.assertEqual(len(service.titles()), 3, "resync came back before it was done")
            self.assertEqual(site.run("resync", "--full").status, DONE)

    def test_only_its_owner_may_open_the_socket(self):
        site = self.event_site(1)
        with self.service(site):
            path = os.path.join(site.state, "newsfold.sock")
            self.assertTrue(stat.S_ISSOCK(os.stat(path).st_mode))

            self.assertEqual(stat.S_IMODE(os.stat(path).st_mode) & 0o077, 0)

    def test_a_site_with_a_long_path_has_a_socket_too(self):
        site = self.event_site(1, name="/".join(["long" * 10] * 4))
        with self.service(site):
            outcome = site.run("resync")

            self.assertEqual(outcome.status, DONE, str(outcome))

    def test_an_article_set_aside_is_told_with_status_1(self):
        site = self.event_site(2)
        with self.service(site):
            site.write("courier/empty.md", "")
            outcome = site.run("resync")

            self.assertEqual(outcome.status, SET_ASIDE, str(outcome))
            self.assertEqual(list(site.set_aside()), ["courier/empty.md"])

    def test_its_condition_is_served(self):
        site = self.event_site(2)
        with self.service(site) as service:
            self.assertEqual(fetch(service.base + "healthz").status, 200)
            service.wait_until_looked()
            metrics = fetch(service.base + "metrics")
            self.assertEqual(metrics.status, 200)
            self.assertRegex(metrics.body.decode(), r"(?m)^\w+(\{[^}]*\})? [\d.e+]+$")
            self.assertEqual(fetch(service.base + "resync", method="POST").status // 100, 4)


class Http(SiteTestCase):
    def test_validators_survive_a_restart(self):
        site = self.event_site(2)
        with self.service(site) as service:
            first = fetch(service.base + "atom.xml")
        with self.service(site) as service:
            again = fetch(service.base + "atom.xml", {"If-None-Match": first.headers["ETag"]})

            self.assertEqual(again.status, 304)
            self.assertEqual(again.body, b"")
            self.assertEqual(again.headers["ETag"], first.headers["ETag"])

    def test_gzip_is_a_representation_of_its_own(self):
        site = self.sample_site()
        with self.service(site) as service:
            plain = fetch(service.base + "atom.xml")
            coded = fetch(service.base + "atom.xml", {"Accept-Encoding": "gzip"})

            self.assertEqual(coded.headers["Content-Encoding"], "gzip")
            self.assertNotEqual(coded.headers["ETag"], plain.headers["ETag"])
            self.assertIn("accept-encoding", (plain.headers["Vary"] or "").lower())
            import gzip
            self.assertEqual(gzip.decompress(coded.body), plain.body)

    def test_what_is_not_there_and_what_is_not_allowed(self):
        site = self.event_site(1)
        with self.service(site) as service:
            service.wait_until_looked()
            self.assertEqual(fetch(service.base + "none.xml").status, 404)
            self.assertEqual(fetch(service.base + "../newsfold.yaml").status // 100, 4)
            self.assertEqual(fetch(service.base + "%2e%2e/newsfold.yaml").status // 100, 4)
            refused = fetch(service.base + "atom.xml", method="DELETE")
            self.assertEqual(refused.status, 405)
            self.assertIn("GET", refused.headers["Allow"])
            head = fetch(service.base + "atom.xml", method="HEAD")
            self.assertEqual((head.status, head.body), (200, b""))

    def test_a_withdrawn_story_is_gone(self):
        site = self.event_site(2)
        with self.service(site) as service:
            story = next(s for s in site.stories() if "event-1" in s["articles"][0]["path"])
            page = service.base + story["url"].split("/", 3)[3]
            self.assertEqual(fetch(page).status, 200)

            os.remove(os.path.join(site.articles, "courier/event-1.md"))

            self.assertTrue(wait_until(lambda: fetch(page).status == 410), fetch(page).status)


class Leaving(SiteTestCase):
    def test_sigterm_and_sigint_end_it_within_a_second_with_status_0(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number.name):
                site = self.event_site(2, name=number.name)
                with self.service(site) as service:
                    start = time.monotonic()
                    service.signal(number)

                    self.assertEqual(service.wait(), DONE, service.written()[-2000:])
                    self.assertLess(time.monotonic() - start, SECOND)
                    self.assertFalse(os.path.exists(os.path.join(site.state, "newsfold.sock")))

    def test_sigterm_in_the_middle_of_a_burst_loses_nothing(self):
        site = self.event_site(1)
        with self.service(site) as service:
            for number in range(200):
                site.write(f"burst/{number}.md", numbered(number)[1])
            service.signal(signal.SIGTERM)
            self.assertEqual(service.wait(), DONE, service.written()[-2000:])

        self.sync(site)

        self.assertEqual(sum(len(story["articles"]) for story in site.stories()), 201)

    def test_sigterm_in_a_long_first_pass_is_obeyed_within_a_second_and_the_next_start_finishes(self):
        site = self.event_site(1)
        for number in range(3000):
            site.write(f"many/{number % 31}/{number}.md", numbered(number)[1])
        for seconds in (0.5, 1.5, 3):
            service = self.start_service(site)
            try:
                wait_until(lambda service=service: "listening" in service.written())
                time.sleep(seconds)
                start = time.monotonic()
                service.signal(signal.SIGTERM)
                self.assertEqual(service.wait(), DONE, service.written()[-2000:])
                self.assertLess(time.monotonic() - start, SECOND, f"after {seconds} s")
            finally:
                service.end()

        self.sync(site, timeout=600)

        self.assertEqual(sum(len(story["articles"]) for story in site.stories()), 3001)
        self.assertEqual(site.run("check").status, DONE)

    def test_sighup_takes_up_another_articles_directory_and_watches_it(self):
        site = self.event_site(1)
        other = os.path.join(self.temporary, "other")
        os.makedirs(other)
        with self.service(site) as service:
            site.settings(f"articles: [articles, {other}]\n")
            service.signal(signal.SIGHUP)
            self.assertTrue(wait_until(lambda: "settings taken up" in service.written()))

            site.write("deep/new.md", event(3), folder=other)

            self.assertTrue(wait_until(lambda: len(service.titles()) == 2), service.written()[-2000:])

    def test_sighup_takes_up_new_settings_and_keeps_the_old_if_they_are_wrong(self):
        site = self.event_site(2)
        with self.service(site) as service:
            site.settings("title: Another title\n")
            service.signal(signal.SIGHUP)
            self.assertTrue(wait_until(lambda: json.loads(fetch(service.base + "feed.json").body)["title"] == "Another title"))

            site.settings("titel: Broken\n")
            service.signal(signal.SIGHUP)
            self.assertTrue(wait_until(lambda: "titel" in service.written()), "says nothing about the wrong key")
            self.assertIsNone(service.process.poll())
            self.assertEqual(json.loads(fetch(service.base + "feed.json").body)["title"], "Another title")
            site.write("courier/new.md", event(3))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 3), "stopped working")

    def test_a_port_that_is_taken_is_named(self):
        site, other = self.event_site(1, name="one"), self.event_site(1, name="two")
        with self.service(site) as service:
            outcome = other.run("run", "--listen", f"127.0.0.1:{service.port}", timeout=30)

            self.assertNotIn(outcome.status, (DONE, HELD), str(outcome))
            self.assertIn(str(service.port), outcome.err)

    def test_what_is_logged_has_no_article_text(self):
        site = self.event_site(2)
        with self.service(site) as service:
            site.write("courier/new.md", event(3))
            wait_until(lambda: len(service.titles()) == 3)
        self.assertNotIn("ninety people", service.written())


if __name__ == "__main__":
    unittest.main()
