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

    def test_nginx(self):
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
                  server {{ listen 127.0.0.1:{self.port}; {block("nginx", self.site.public)} }}
                }}""")
        self.serve("nginx", "-c", configuration, "-e", "stderr")

        self.assert_served(TYPES)

    def test_caddy(self):
        if not shutil.which("caddy"):
            self.skipTest("no caddy here")
        configuration = os.path.join(self.temporary, "Caddyfile")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(f"{{\n admin off\n auto_https off\n}}\nhttp://127.0.0.1:{self.port} {{\n{block('caddyfile', self.site.public)}}}\n")
        self.serve("caddy", "run", "--config", configuration, "--adapter", "caddyfile",
                   HOME=self.temporary, XDG_DATA_HOME=self.temporary, XDG_CONFIG_HOME=self.temporary)

        self.assert_served({**TYPES, "feed.json": "application/json"})


if __name__ == "__main__":
    unittest.main()
