"""A site in a temporary directory, and the built `newsfold` driven from outside, as a stranger would.

The binary is the one that the environment variable NEWSFOLD names. Everything stays on this machine: the loopback
address only, directories below one temporary directory, and only processes that a test started are ended.
"""

import contextlib
import ctypes
import ctypes.util
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "feeds")
BINARY = os.path.abspath(os.environ.get("NEWSFOLD") or os.path.join(ROOT, ".build", "release", "newsfold"))

# Generous, since two cores may be building at the same time; a limit that is part of a promise is stated in its test.
PATIENCE = 60.0

# The exit statuses of BSD's sysexits.h that newsfold uses (Operating.md).
DONE, SET_ASIDE, USAGE, HELD, IO, SETTINGS = 0, 1, 64, 73, 74, 78


class Outcome:
    """What one run of the command gave."""

    def __init__(self, arguments, status, out, err):
        self.arguments, self.status, self.out, self.err = arguments, status, out, err

    @property
    def json(self):
        try:
            return json.loads(self.out)
        except ValueError as error:
            raise AssertionError(f"{self}: standard output is not JSON: {error}") from error

    def __str__(self):
        return (f"newsfold {' '.join(self.arguments)}: status {self.status}\n"
                f"--- out\n{self.out[-3000:]}\n--- err\n{self.err[-3000:]}")


def newsfold(*arguments, cwd=None, environment=None, timeout=PATIENCE, prefix=()):
    """Runs the command to its end."""
    done = subprocess.run(
        [*prefix, BINARY, *arguments], cwd=cwd, env=dict(clean_environment(), **(environment or {})),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout, check=False,
    )
    return Outcome(arguments, done.returncode, done.stdout.decode("utf-8", "replace"),
                   done.stderr.decode("utf-8", "replace"))


def clean_environment():
    return {key: value for key, value in os.environ.items()
            if not key.startswith("NEWSFOLD") and key not in ("NOTIFY_SOCKET", "LISTEN_FDS", "LISTEN_PID")}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, seconds=PATIENCE, pause=0.02):
    """Waits for a condition; returns its value, or the last falsy one when time is up."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value or time.monotonic() > deadline:
            return value
        time.sleep(pause)


class Answer:
    """An HTTP response."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)


def fetch(address, headers=None, method="GET", timeout=10):
    request = urllib.request.Request(address, headers=headers or {}, method=method)
    try:
        with _opener.open(request, timeout=timeout) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())


class Site:
    """A site below a temporary directory."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(self.articles, exist_ok=True)

    @property
    def articles(self):
        return os.path.join(self.folder, "articles")

    @property
    def public(self):
        return os.path.join(self.folder, "public")

    @property
    def state(self):
        return os.path.join(self.folder, "state")

    def settings(self, text):
        with open(os.path.join(self.folder, "newsfold.yaml"), "w", encoding="utf-8") as file:
            file.write(text)

    def write(self, path, content, folder=None):
        """Writes an article file and returns its path."""
        full = os.path.join(folder or self.articles, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
        return full

    def run(self, command, *arguments, **options):
        return newsfold(command, "--site", self.folder, *arguments, **options)

    def stories(self):
        outcome = self.run("stories", "--json")
        if outcome.status != DONE:
            raise AssertionError(str(outcome))
        return outcome.json

    def ids(self):
        return sorted(story["id"] for story in self.stories())

    def partition(self):
        """The stories as sets of article ids."""
        return {frozenset(article["id"] for article in story["articles"]) for story in self.stories()}

    def set_aside(self):
        """Path, relative to the articles directory, -> reason."""
        outcome = self.run("status", "--json")
        if outcome.status not in (DONE, SET_ASIDE):
            raise AssertionError(str(outcome))
        return {self.relative(item["path"]): item["reason"] for item in outcome.json["setAside"]}

    def relative(self, path):
        """A path as newsfold prints it, below the articles directory and without the line in a .jsonl file."""
        path = re.sub(r"(\.jsonl):\d+$", r"\1", os.path.normpath(path))
        for base in (self.articles, os.path.realpath(self.articles)):
            if path.startswith(base + os.sep):
                return path[len(base) + 1:]
        return path[len("articles" + os.sep):] if path.startswith("articles" + os.sep) else path

    def documents(self):
        """Every published file: relative path -> digest."""
        return digests(self.public)

    def stamps(self):
        """Every published file and folder: relative path -> what a write would change."""
        found = {}
        for place, folders, names in os.walk(self.public):
            for name in [*folders, *names, "."]:
                path = os.path.join(place, name)
                status = os.lstat(path)
                found[os.path.relpath(path, self.public)] = (status.st_ino, status.st_mtime_ns, status.st_size)
        return found

    def feed(self):
        with open(os.path.join(self.public, "feed.json"), encoding="utf-8") as file:
            return json.load(file)


def digests(folder):
    """Every file below a folder: relative path -> digest, all of one moment at which none was renamed away."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return digests_now(folder)
        except FileNotFoundError:
            # A publication is under way: it writes beside a document and renames.
            if time.monotonic() > deadline:
                raise


def digests_now(folder):
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def article(title, text, date="2026-11-10T08:00:00Z", outlet="Test Courier", url=None, tags=()):
    """A Markdown article with front matter."""
    lines = ["---", f"title: {json.dumps(title)}", f"source: {outlet}", f"date: {date}", "lang: en"]
    if url:
        lines.append(f"url: {url}")
    if tags:
        lines.append(f"tags: [{', '.join(tags)}]")
    return "\n".join([*lines, "---", "", text, ""])


# Invented events that have no word of weight in common.
EVENTS = [
    ("Beekeepers of Holmgard elect first queen's warden",
     "The guild of beekeepers in Holmgard has elected Rosalind Thackery as its first queen's warden. She promised to "
     "count every hive between the Saltmarsh and Cobbler's Hill before the spring. Forty-one keepers voted in the "
     "malt house, and the count took until midnight because the ballots had stuck together."),
    ("Tunnel under Mount Aldvik breaks through after six years",
     "Miners shook hands under Mount Aldvik on Tuesday when the last eleven metres of granite fell. The railway tunnel, "
     "begun six years ago by the contractor Brunswell and Dray, is 9.3 kilometres long. Engineer Halvard Moen said the "
     "two headings had met within four centimetres of each other."),
    ("Observatory at Kirrin loses mirror to hailstones",
     "Hailstones as large as plums broke the primary mirror of the Kirrin observatory during a thunderstorm. Astronomer "
     "Beatrix Olufsen said the dome had jammed half open. The mirror, ground in 1931, weighed two tonnes, and a new one "
     "will take eighteen months to cast and polish."),
    ("Ballet company of Estermoor cancels season over unpaid wages",
     "Dancers of the Estermoor Ballet have stopped rehearsals of Winter Orchard after three months without wages. "
     "Director Jerome Vasquille blamed a sponsor who withdrew. The musicians' union said the theatre owed 212,000 crowns "
     "to ninety people and that solidarity concerts would be held in the foundry."),
    ("Court clears baker of selling underweight loaves",
     "A magistrate in Netherby acquitted baker Cuthbert Ames of selling loaves below the statutory weight. The scales of "
     "the inspectorate, the court found, had been standing on a crooked floor. Ames, 63, said he would name a new "
     "sourdough after magistrate Philippa Orme."),
    ("Glacier lake above Tarn Hollow drained by volunteers",
     "Volunteers with pumps have lowered the glacier lake above Tarn Hollow by seven metres, removing the threat to the "
     "village of Upper Sedge. Hydrologist Mireille Castain had warned in the summer that the moraine was leaking. The "
     "pumps were lent by the fire brigades of twelve valleys."),
]


def event(number, **options):
    """An article about the numbered event."""
    title, text = EVENTS[number % len(EVENTS)]
    return article(title, text, **options)


class SiteTestCase(unittest.TestCase):
    """Gives each test a site of its own, and ends what it started."""

    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        if not os.access(BINARY, os.X_OK):
            raise AssertionError(f"no newsfold at {BINARY}. Build it, or name it in the environment variable NEWSFOLD.")

    def setUp(self):
        self.temporary = tempfile.mkdtemp(prefix="newsfold-system-")
        self.addCleanup(shutil.rmtree, self.temporary, ignore_errors=True)

    def empty_site(self, name="site"):
        site = Site(os.path.join(self.temporary, name))
        site.settings("title: Test site\n")
        return site

    def event_site(self, count=3, name="site"):
        """A site with one article on each of so many events."""
        site = self.empty_site(name)
        for number in range(count):
            site.write(f"courier/event-{number}.md", event(number, date=f"2026-11-{10 + number}T08:00:00Z"))
        return site

    def sample_site(self, name="site"):
        """A copy of the articles and settings of feeds/."""
        site = Site(os.path.join(self.temporary, name))
        shutil.copytree(os.path.join(SAMPLE, "articles"), site.articles, dirs_exist_ok=True)
        shutil.copy(os.path.join(SAMPLE, "newsfold.yaml"), site.folder)
        return site

    def sync(self, site, *arguments, status=DONE, **options):
        outcome = site.run("sync", *arguments, **options)
        self.assertEqual(outcome.status, status, str(outcome))
        return outcome

    def start_service(self, site, *arguments, environment=None):
        """Starts `newsfold run` and does not wait; the caller ends it."""
        return Service(site, arguments, environment)

    @contextlib.contextmanager
    def service(self, site, *arguments, environment=None, port=None):
        """Runs `newsfold run`, ready when it answers over HTTP; ends it behind the block if it still runs."""
        service = Service(site, arguments, environment, port)
        try:
            service.wait_until_ready()
            yield service
        finally:
            service.end()


class Service:
    """A running `newsfold run`."""

    def __init__(self, site, arguments=(), environment=None, port=None):
        self.site, self.port = site, port or free_port()
        self.base = f"http://127.0.0.1:{self.port}/"
        self.log = os.path.join(os.path.dirname(site.folder), f"run-{self.port}.log")
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [BINARY, "run", "--site", site.folder, "--listen", f"127.0.0.1:{self.port}", *arguments],
                env=dict(clean_environment(), **(environment or {})), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )

    @property
    def pid(self):
        return self.process.pid

    def written(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    def wait_until_ready(self):
        def ready():
            if self.process.poll() is not None:
                raise AssertionError(f"newsfold run left with {self.process.returncode}:\n{self.written()[-3000:]}")
            try:
                return fetch(self.base + "feed.json", timeout=2).status == 200
            except OSError:
                return False

        if not wait_until(ready):
            raise AssertionError(f"newsfold run did not serve {self.base}feed.json:\n{self.written()[-3000:]}")

    def wait_until_looked(self):
        """Until the first look at everything is done: /readyz says so, and what it found is on the disk, too."""
        if not wait_until(lambda: fetch(self.base + "readyz").status == 200):
            raise AssertionError(f"newsfold run did not get ready:\n{self.written()[-3000:]}")

    def titles(self):
        return {item["title"] for item in json.loads(fetch(self.base + "feed.json").body)["items"]}

    def signal(self, number):
        self.process.send_signal(number)

    def wait(self, seconds=PATIENCE):
        return self.process.wait(seconds)

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


class Reads:
    """Which files below a directory are opened and read while the block runs (inotify; Linux only)."""

    IN_ACCESS, IN_OPEN, IN_ISDIR = 0x1, 0x20, 0x40000000

    def __init__(self, folder):
        self.folder, self.names, self.folders = folder, set(), {}

    def __enter__(self):
        if not sys.platform.startswith("linux"):
            raise unittest.SkipTest("needs inotify")
        self.library = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
        self.descriptor = self.library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self.descriptor < 0:
            raise OSError(ctypes.get_errno(), "inotify_init1")
        for place, _, _ in os.walk(self.folder):
            watch = self.library.inotify_add_watch(self.descriptor, os.fsencode(place), self.IN_ACCESS | self.IN_OPEN)
            if watch < 0:
                raise OSError(ctypes.get_errno(), "inotify_add_watch")
            self.folders[watch] = place
        return self

    def __exit__(self, *_):
        with contextlib.suppress(BlockingIOError):
            while block := os.read(self.descriptor, 1 << 16):
                position = 0
                while position < len(block):
                    watch, mask, _, length = struct.unpack_from("iIII", block, position)
                    name = block[position + 16: position + 16 + length].rstrip(b"\0").decode("utf-8", "replace")
                    position += 16 + length
                    if name and not mask & self.IN_ISDIR and mask & self.IN_ACCESS:
                        self.names.add(os.path.relpath(os.path.join(self.folders[watch], name), self.folder))
        os.close(self.descriptor)


def is_root():
    return os.geteuid() == 0


__all__ = [name for name in dir() if not name.startswith("_")]
