"""The pages in a browser: Debian's headless Chromium clicks through a site on plain static hosting.

`NEWSFOLD_SHOTS=DIR` keeps a picture of each page at each width and look.
"""

import functools
import http.server
import os
import threading
import unittest

from browser import Browser, is_missing
from newsfold_site import SiteTestCase, article, event, wait_until

SHOTS = os.environ.get("NEWSFOLD_SHOTS")
REPORT = b"<!DOCTYPE html><title>The report itself</title><h1>As the outlet printed it</h1>"


class Hosting(http.server.SimpleHTTPRequestHandler):
    """Any web server: files, and nothing that newsfold's own server does."""

    def log_message(self, *_):
        pass


@unittest.skipIf(is_missing(), is_missing())
class Pages(SiteTestCase):
    def setUp(self):
        super().setUp()
        self.site = self.empty_site()
        # The outlet's own site, so that a link to a source leads somewhere on this machine.
        self.outlet = self.serve(os.path.join(self.temporary, "outlet"))
        os.makedirs(os.path.join(self.temporary, "outlet"))
        with open(os.path.join(self.temporary, "outlet", "hives.html"), "wb") as file:
            file.write(REPORT)
        os.makedirs(self.site.public)
        self.base = self.serve(self.site.public)
        self.site.settings(f"title: The test pages\nbase_url: {self.base}\nlanguage: en\nfeeds:\n  bees: {{ tag: Bees }}\n")
        self.site.write("courier/0.md", event(0, url=self.outlet + "hives.html", tags=["Bees"], date="2026-11-10T08:00:00Z"))
        for number in range(1, 6):
            self.site.write(f"post/{number}.md", event(
                number, outlet="Island Post", tags=["Other"], date=f"2026-11-1{number}T08:00:00Z"))
        self.sync(self.site)

    def serve(self, folder):
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Hosting, directory=folder))
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()

        def end():
            server.shutdown()
            server.server_close()
            thread.join()

        self.addCleanup(end)
        return f"http://127.0.0.1:{server.server_port}/"

    def story(self, path):
        return next(story for story in self.site.stories()
                    if any(self.site.relative(a["path"]) == path for a in story["articles"]))

    def test_from_the_front_page_to_the_story_to_the_source(self):
        with Browser() as browser:
            browser.open(self.base)
            self.assertEqual(len(browser.texts("#list li")), 6)

            browser.click("#list a[href*=beekeepers]")

            self.assertTrue(browser.url.startswith(self.base + "stories/"), browser.url)
            self.assertEqual(browser.texts("h1"), ["Beekeepers of Holmgard elect first queen's warden"])
            browser.click(".sources a")
            self.assertEqual(browser.url, self.outlet + "hives.html")
            self.assertEqual(browser.texts("h1"), ["As the outlet printed it"])

    def test_the_look_can_be_chosen_and_is_kept(self):
        with Browser() as browser:
            browser.open(self.base)
            light = browser.style("html", "background-color")

            browser.click("label:has(#look-dark)")

            dark = browser.style("html", "background-color")
            self.assertNotEqual(dark, light)
            browser.click("#list li a")
            self.assertEqual(browser.style("html", "background-color"), dark, "the next page is light again")
            browser.click("label:has(#look-light)")
            self.assertEqual(browser.style("html", "background-color"), light)
        with Browser(dark=True) as browser:
            browser.open(self.base)
            self.assertEqual(browser.style("html", "background-color"), dark, "the device's look is not followed")

    def test_search_on_static_hosting(self):
        with Browser(width=360) as browser:
            browser.open(self.base)

            browser.write("#words", "GLÀCIER tarn")

            self.assertTrue(wait_until(
                lambda: browser.texts("#found h4") == ["Glacier lake above Tarn Hollow drained by volunteers"], seconds=10))
            browser.write("#words", "aldvik")
            self.assertTrue(wait_until(
                lambda: browser.texts("#found h4") == ["Tunnel under Mount Aldvik breaks through after six years"],
                seconds=10))
            self.assertEqual(browser.texts("#list li"), [], "the list is still shown")
            browser.click("#found a")
            self.assertIn("/stories/tunnel-under-mount-aldvik", browser.url)

    def test_filters_need_no_script(self):
        with Browser(script=False) as browser:
            browser.open(self.base)
            self.assertEqual(browser.texts("#words"), [], "a search that cannot work is offered")
            browser.click("#filter summary")

            browser.click("label:has(input[name=t]:not([value='']))")

            self.assertEqual(browser.texts("#list h4"), ["Beekeepers of Holmgard elect first queen's warden"])
            browser.click("label:has(#look-dark)")
            self.assertEqual(browser.style("html", "color-scheme"), "dark")

    def test_a_merged_story_leads_to_the_other(self):
        old, gone = self.story("courier/0.md"), self.story("post/1.md")
        with open(os.path.join(self.site.folder, "pins.yaml"), "w", encoding="utf-8") as file:
            file.write("together:\n  - [courier/0.md, post/1.md]\n")
        self.sync(self.site)

        with Browser() as browser:
            browser.open(gone["url"])

            self.assertTrue(wait_until(lambda: browser.url.startswith(old["url"]), seconds=10), browser.url)
            self.assertEqual(len(browser.texts(".sources li")), 2)

    def test_every_story_is_reached_by_its_day_without_script(self):
        days = sorted({story["published"][:10] for story in self.site.stories()})
        with Browser(script=False) as browser:
            browser.open(self.base)
            browser.click("a[href='days/index.html']")
            self.assertEqual(browser.url, self.base + "days/index.html")
            self.assertEqual(len(browser.texts(".calendar a")), len(days))
            browser.click(f".calendar a[href*='{days[0]}']")

            seen = []
            for day in days:
                self.assertEqual(browser.url, f"{self.base}days/{day}/index.html")
                seen += browser.texts(".chronicle .title")
                if day != days[-1]:
                    browser.click(".near [rel=next]")
            self.assertEqual(sorted(seen), sorted(story["title"] for story in self.site.stories()))
            self.assertEqual(browser.texts(".near [rel=next]"), [])
            browser.click(".chronicle a")
            browser.click(f".back a[href*='{days[-1]}']")
            self.assertEqual(browser.url, f"{self.base}days/{days[-1]}/index.html")

    def test_every_page_fits_every_screen(self):
        self.site.write("post/long.md", article(
            "Donau" + "dampfschifffahrts" * 12 + " & <b>co</b>", "An endless word. " * 9, date="2026-11-16T08:00:00Z"))
        self.sync(self.site)
        pages = {"front": self.base, "story": self.story("courier/0.md")["url"], "long": self.story("post/long.md")["url"],
                 "about": self.base + "about/", "days": self.base + "days/", "day": self.base + "days/2026-11-16/"}
        for width in (360, 768, 1440):
            for look in ("light", "dark"):
                with Browser(width=width, dark=look == "dark") as browser:
                    for name, url in pages.items():
                        with self.subTest(f"{name} at {width}, {look}"):
                            browser.open(url)
                            self.assertLessEqual(browser.run("return document.documentElement.scrollWidth"), width)
                            if SHOTS:
                                browser.picture(os.path.join(SHOTS, f"{name}-{width}-{look}.png"))


if __name__ == "__main__":
    unittest.main()
