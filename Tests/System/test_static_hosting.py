"""public/ served by other web servers, with the very lines that the README gives."""

import gzip
import os
import re
import shutil
import subprocess
import unittest

from newsfold_site import ROOT, SiteTestCase, fetch, free_port, wait_until

TYPES = {
    "atom.xml": "application/atom+xml", "deutsch/atom.xml": "application/atom+xml", "rss.xml": "application/rss+xml",
    "feed.json": "application/feed+json", "": "text/html", "index.html": "text/html",
}


def block(language, public):
    """The lines of the README for this server, with this site's directory in place of the installed one."""
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        lines = re.search(rf"```{language}\n(.*?)```", file.read(), re.S).group(1)
    return lines.replace("/var/lib/newsfold/public", public)


class StaticHosting(SiteTestCase):
    def setUp(self):
        super().setUp()
        self.site = self.sample_site()
        self.sync(self.site)
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}/"

    def serve(self, *command, **environment):
        server = subprocess.Popen(command, env=dict(os.environ, **environment), stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

        def end():
            server.terminate()
            server.communicate(timeout=10)

        self.addCleanup(end)

        def up():
            self.assertIsNone(server.poll(), "the server left")
            try:
                return fetch(self.base + "atom.xml").status
            except OSError:
                return None

        self.assertTrue(wait_until(up, pause=0.1))

    def assert_served(self, types):
        for name, kind in types.items():
            with self.subTest(name):
                plain = fetch(self.base + name)
                coded = fetch(self.base + name, {"Accept-Encoding": "gzip"})

                self.assertEqual(plain.status, 200)
                self.assertEqual(plain.headers["Content-Type"].split(";")[0], kind)
                with open(os.path.join(self.site.public, name or "index.html"), "rb") as file:
                    self.assertEqual(plain.body, file.read())
                self.assertEqual(coded.headers["Content-Encoding"], "gzip")
                self.assertEqual(gzip.decompress(coded.body), plain.body)
                with open(os.path.join(self.site.public, (name or "index.html") + ".gz"), "rb") as file:
                    self.assertEqual(coded.body, file.read(), "not the copy that newsfold made")

    def serve_with_nginx(self, server):
        if not shutil.which("nginx"):
            self.skipTest("no nginx here")
        os.chmod(self.temporary, 0o755)
        for place, _, _ in os.walk(self.temporary):
            os.chmod(place, 0o755)
        configuration = os.path.join(self.temporary, "nginx.conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(f"""
                daemon off; master_process off; pid {self.temporary}/nginx.pid; error_log stderr;
                events {{ }}
                http {{
                  include /etc/nginx/mime.types; access_log off;
                  client_body_temp_path {self.temporary}/a; proxy_temp_path {self.temporary}/b;
                  fastcgi_temp_path {self.temporary}/c; uwsgi_temp_path {self.temporary}/d; scgi_temp_path {self.temporary}/e;
                  server {{ listen 127.0.0.1:{self.port}; {server} }}
                }}""")
        self.serve("nginx", "-c", configuration, "-e", "stderr")

    def serve_with_caddy(self, server):
        if not shutil.which("caddy"):
            self.skipTest("no caddy here")
        configuration = os.path.join(self.temporary, "Caddyfile")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(f"{{\n admin off\n auto_https off\n}}\nhttp://127.0.0.1:{self.port} {{\n{server}}}\n")
        self.serve("caddy", "run", "--config", configuration, "--adapter", "caddyfile",
                   HOME=self.temporary, XDG_DATA_HOME=self.temporary, XDG_CONFIG_HOME=self.temporary)

    def test_nginx(self):
        self.serve_with_nginx(block("nginx", self.site.public))

        self.assert_served(TYPES)

    def test_caddy(self):
        self.serve_with_caddy(block("caddyfile", self.site.public))

        self.assert_served({**TYPES, "feed.json": "application/json"})

    def retire(self):
        """Settings for every host, one story folded into another and one withdrawn; their addresses."""
        with open(os.path.join(self.site.folder, "newsfold.yaml"), "a", encoding="utf-8") as file:
            file.write("static_host: [nginx, caddy, netlify, github]\n")
        alone = [story for story in self.site.stories() if len(story["articles"]) == 1]
        files = [self.site.relative(story["articles"][0]["path"]) for story in alone]
        withdrawn = next(number for number, name in enumerate(files)
                         if os.path.exists(os.path.join(self.site.articles, name)))
        os.remove(os.path.join(self.site.articles, files[withdrawn]))
        one, other = [story for number, story in enumerate(alone) if number != withdrawn][:2]
        self.assertEqual(self.site.run("pin", "together", one["articles"][0]["id"], other["articles"][0]["id"]).status, 0)
        self.site.run("sync", "--json")
        left = {story["url"] for story in self.site.stories()}
        merged = one if one["url"] not in left else other
        survivor = other if merged is one else one
        self.assertIn(survivor["url"], left)
        return ["/" + address.split("/", 3)[3] for address in (merged["url"], survivor["url"], alone[withdrawn]["url"])]

    def assert_told(self, merged, survivor, withdrawn):
        self.assert_served(TYPES)
        moved = fetch(self.base.rstrip("/") + merged)
        self.assertEqual(moved.status, 308)
        self.assertTrue(moved.headers["Location"].endswith(survivor), moved.headers["Location"])
        self.assertEqual(fetch(self.base.rstrip("/") + survivor).status, 200)
        self.assertEqual(fetch(self.base.rstrip("/") + withdrawn).status, 410)
        for name in ("atom.xml", "deutsch/rss.xml", "feed.json", "feeds.opml"):
            answer = fetch(self.base + name)
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff", name)
            self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "*", name)
            self.assertIn("max-age=300", answer.headers["Cache-Control"], name)
        page = fetch(self.base)
        self.assertIn("script-src 'self'", page.headers["Content-Security-Policy"])
        self.assertIn("max-age=300", page.headers["Cache-Control"])
        for name in ("_nginx.conf", "_Caddyfile", "_headers", "_redirects"):
            self.assertEqual(fetch(self.base + name).status, 404, name)

    def test_nginx_with_what_is_written_for_it(self):
        told = self.retire()
        self.serve_with_nginx(f"root {self.site.public}; include {self.site.public}/_nginx.conf;")

        self.assert_told(*told)

    def test_caddy_with_what_is_written_for_it(self):
        told = self.retire()
        self.serve_with_caddy(f"root * {self.site.public}\nimport {self.site.public}/_Caddyfile\n")

        self.assert_told(*told)

    def test_netlify_and_github(self):
        merged, survivor, withdrawn = self.retire()
        with open(os.path.join(self.site.public, "_redirects"), encoding="utf-8") as file:
            rules = [line.split() for line in file.read().splitlines()]

        self.assertIn([merged, f"http://127.0.0.1:8080{survivor}", "301!"], rules)
        self.assertIn([withdrawn, withdrawn + "index.html", "410!"], rules)
        self.assertTrue(os.path.exists(os.path.join(self.site.public, "_headers")))
        self.assertTrue(os.path.exists(os.path.join(self.site.public, ".nojekyll")))


if __name__ == "__main__":
    unittest.main()
