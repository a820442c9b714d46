"""`newsfold run` over HTTP: changes that nobody misses, many clients, hubs, a resync from outside."""

import contextlib
import http.server
import json
import os
import resource
import select
import signal
import socket
import threading
import time
import unittest
import urllib.parse

from newsfold_site import SiteTestCase, event, fetch, free_port, wait_until

# Promised: it leaves within a second, whatever is open.
SECOND = 1.0


def connect(service):
    return socket.create_connection(("127.0.0.1", service.port), timeout=30)


def read_until(connection, mark, seconds=60, answer=b""):
    """What comes up to a mark, or to the end or the time, behind what came before."""
    deadline = time.monotonic() + seconds
    while mark not in answer and time.monotonic() < deadline:
        piece = connection.recv(65536)
        if not piece:
            break
        answer += piece
    return answer


def read_head(connection):
    return read_until(connection, b"\r\n\r\n")


def stream(service, cursor=None):
    """Opens a stream of server-sent events, and reads its head."""
    connection = connect(service)
    resumed = f"Last-Event-ID: {cursor}\r\n" if cursor else ""
    connection.sendall(
        f"GET /changes HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n{resumed}\r\n".encode())
    return connection, read_head(connection)


def changes(service, since=None, wait=None):
    query = urllib.parse.urlencode({key: value for key, value in (("since", since), ("wait", wait)) if value})
    return json.loads(fetch(service.base + "changes?" + query, timeout=60).body)


def cursor_of(service):
    """The cursor behind the first publication: documents are readable a moment before their changes are told."""
    told = wait_until(lambda: (lambda told: told["changes"] and told)(changes(service)))
    return told["next"]


class Changes(SiteTestCase):
    def test_a_cursor_outlives_kills_and_misses_nothing(self):
        site = self.event_site(1)
        seen, cursor = [], None
        for number in range(1, 5):
            with self.service(site) as service:
                told = changes(service, cursor, wait=10)
                seen += told["changes"]
                cursor = told["next"]
                site.write(f"courier/event-{number}.md", event(number))
                # Killed once it is readable: what a client can have seen is told.
                self.assertTrue(wait_until(lambda: len(service.titles()) == number + 1))
                if number % 2:
                    service.signal(signal.SIGKILL)
                    service.wait()
        with self.service(site) as service:
            seen += changes(service, cursor)["changes"]

        numbers = [change["id"] for change in seen if change["kind"] == "created"]
        self.assertEqual(len(numbers), 5, seen)
        self.assertEqual(len(set(numbers)), 5, "told twice as new")

    def test_a_long_poll_answers_when_something_changes(self):
        site = self.event_site(1)
        with self.service(site) as service:
            cursor = cursor_of(service)
            threading.Timer(0.5, site.write, ("courier/new.md", event(3))).start()
            start = time.monotonic()

            told = changes(service, cursor, wait=50)

            self.assertEqual([change["kind"] for change in told["changes"]], ["created"])
            self.assertLess(time.monotonic() - start, 30)

    def test_a_stream_goes_on_after_a_restart_where_it_was(self):
        site = self.event_site(1)
        with self.service(site) as service:
            connection, head = stream(service, cursor_of(service))
            self.assertIn(b"text/event-stream", head)
            site.write("courier/one.md", event(3))
            text = read_until(connection, b"}\n\n", answer=head)
            connection.close()
        cursor = [line[4:] for line in text.decode().splitlines() if line.startswith("id: ")][-1]
        site.write("courier/two.md", event(4))
        with self.service(site) as service:
            connection, head = stream(service, cursor)
            again = read_until(connection, b"}\n\n", answer=head)
            connection.close()

            self.assertIn(b"Court clears", again)
            self.assertNotIn(b"Ballet", again, "told again")


class ManyClients(SiteTestCase):
    COUNT = 500  # of each kind

    def setUp(self):
        super().setUp()
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        # The service inherits it, and takes connections for half of its files.
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))

    def memory(self, service):
        with open(f"/proc/{service.pid}/status", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS:")) * 1024

    def test_a_thousand_connections_cost_little_get_every_change_and_do_not_delay_the_end(self):
        site = self.event_site(1)
        with self.service(site) as service, contextlib.ExitStack() as open_ones:
            cursor = cursor_of(service)
            before = self.memory(service)
            streams = []
            for _ in range(self.COUNT):
                connection, head = stream(service, cursor)
                open_ones.enter_context(connection)
                self.assertIn(b"200 OK", head)
                streams.append(connection)
            for _ in range(self.COUNT):
                connection = open_ones.enter_context(connect(service))
                connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
                self.assertIn(b"200 OK", read_head(connection))
            cost = (self.memory(service) - before) / (2 * self.COUNT)

            site.write("courier/new.md", event(3))
            waiting = set(streams)
            deadline = time.monotonic() + 30
            while waiting and time.monotonic() < deadline:
                for connection in select_readable(waiting):
                    if b"event: created" in connection.recv(65536):
                        waiting.discard(connection)
            answers = fetch(service.base + "atom.xml").status
            start = time.monotonic()
            service.signal(signal.SIGTERM)
            status = service.wait()
            delay = time.monotonic() - start

        self.assertEqual(len(waiting), 0, "streams that were told nothing")
        self.assertEqual(answers, 200)
        # 32 KiB was seen, in a release build; buffers of the allocator come and go.
        self.assertLess(cost, 100_000, "bytes a connection")
        self.assertEqual(status, 0)
        self.assertLess(delay, SECOND)

    def test_listeners_over_the_limit_are_told_to_come_again(self):
        site = self.event_site(1)
        with self.service(site) as service, contextlib.ExitStack() as open_ones:
            heads = []
            for _ in range(1_001):
                connection, head = stream(service)
                open_ones.enter_context(connection)
                heads.append(head.split(b"\r\n")[0])

            self.assertEqual(heads.count(b"HTTP/1.1 200 OK"), 1_000)
            self.assertIn(b"503", heads[-1])
            self.assertEqual(fetch(service.base + "atom.xml").status, 200)

    def test_half_a_request_is_dropped(self):
        site = self.event_site(1)
        with self.service(site) as service:
            connection = connect(service)
            connection.sendall(b"GET /atom.xml HTTP/1.1\r\nHo")
            start = time.monotonic()
            answer = read_head(connection)
            connection.close()

            self.assertIn(b"408", answer.split(b"\r\n")[0])
            self.assertLess(time.monotonic() - start, 20)


def select_readable(connections):
    """Those that can be read; poll, since select stops at 1,024 descriptors."""
    poll = select.poll()
    found = {connection.fileno(): connection for connection in connections}
    for descriptor in found:
        poll.register(descriptor, select.POLLIN)
    return [found[descriptor] for descriptor, _ in poll.poll(500)]


class Withdrawn(SiteTestCase):
    def test_a_page_is_gone_while_its_story_is_and_comes_back_with_it(self):
        site = self.event_site(2)
        with self.service(site) as service:
            item = next(item for item in json.loads(fetch(service.base + "feed.json").body)["items"]
                        if "Beekeepers" in item["title"])
            page = service.base + "stories/" + item["url"].split("/stories/")[1]
            answers = [fetch(page).status]

            def becomes(status):
                answers.append(status if wait_until(lambda: fetch(page).status == status) else fetch(page).status)

            os.remove(os.path.join(site.articles, "courier/event-0.md"))
            becomes(410)
            site.write("courier/event-0.md", event(0))
            becomes(200)
            back = next(item for item in json.loads(fetch(service.base + "feed.json").body)["items"]
                        if "Beekeepers" in item["title"])
        with self.service(site) as service:
            page = service.base + "stories/" + back["url"].split("/stories/")[1]
            answers.append(fetch(page).status)

        self.assertEqual(answers, [200, 410, 200, 200])
        self.assertEqual(back["id"], item["id"], "another id")


class Resync(SiteTestCase):
    def test_it_is_asked_with_the_token_of_the_file_and_no_other(self):
        site = self.event_site(1)
        token = "4f1c2f0e9d8b7a6c5e4d3c2b1a09f8e7"
        path = os.path.join(self.temporary, "token")
        with open(path, "w", encoding="ascii") as file:
            file.write(token + "\n")
        site.settings(f"resync_token_file: {path}\n")
        with self.service(site) as service:
            address = service.base + "resync"
            wrong = fetch(address, {"Authorization": "Bearer " + token[::-1]}, method="POST")
            none = fetch(address, method="POST")
            right = fetch(address, {"Authorization": "Bearer " + token}, method="POST", timeout=60)
            again = fetch(address, {"Authorization": "Bearer " + token}, method="POST")

        self.assertEqual([wrong.status, none.status, right.status, again.status], [401, 401, 200, 429])
        self.assertEqual(json.loads(right.body)["articles"], 1)
        self.assertGreater(int(again.headers["Retry-After"]), 0)

    def test_it_is_off_without_a_token(self):
        site = self.event_site(1)
        with self.service(site) as service:
            self.assertIn(fetch(service.base + "resync", method="POST").status, (404, 405))


class Hub(http.server.ThreadingHTTPServer):
    """Takes pings, and fetches what they name, as hubs do."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), HubAnswers)
        self.pings, self.fetched, self.failed, self.trouble = [], {}, [], 0
        self.address = f"http://127.0.0.1:{self.server_port}/hub"
        threading.Thread(target=self.serve_forever, daemon=True).start()


class HubAnswers(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.pings.append(form)
        if self.server.trouble > 0:
            self.server.trouble -= 1
            self.send_response(503)
        else:
            topic = form["hub.url"][0]
            try:
                self.server.fetched[topic] = fetch(topic)
            except OSError as error:
                self.server.failed.append((topic, error))
            self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


class WebSub(SiteTestCase):
    def setUp(self):
        super().setUp()
        self.hub = Hub()
        self.addCleanup(self.hub.server_close)
        self.addCleanup(self.hub.shutdown)
        # The base address is where it listens, so that the hub can fetch what it is told of.
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}/"
        self.site = self.event_site(1)
        self.site.settings(f"base_url: {self.base}\nhub: {self.hub.address}\n")
        self.topics = {self.base + name for name in ("atom.xml", "rss.xml", "feed.json")}

    def standing(self):
        return self.site.run("status", "--json").json["hubs"]

    def told(self, title):
        """Whether the hub has fetched this title in each feed."""
        return wait_until(lambda: all(
            topic in self.hub.fetched and title in self.hub.fetched[topic].body.decode() for topic in self.topics))

    def test_the_hub_is_told_of_each_change_once_it_is_readable(self):
        with self.service(self.site, port=self.port):
            self.assertTrue(self.told("Beekeepers"), self.hub.pings)
            count = len(self.hub.pings)
            self.site.run("resync", "--full")
            self.site.write("courier/new.md", event(3))
            self.assertTrue(self.told("Ballet"), self.hub.pings)

        self.assertEqual({form["hub.mode"][0] for form in self.hub.pings}, {"publish"})
        self.assertEqual({form["hub.url"][0] for form in self.hub.pings}, self.topics)
        self.assertEqual(len(self.hub.pings), count + 3, "told of what had not changed")
        links = self.hub.fetched[self.base + "atom.xml"].headers["Link"]
        self.assertIn(f'<{self.hub.address}>; rel="hub"', links)
        self.assertIn(f'<{self.base}atom.xml>; rel="self"', links)

    def test_a_hub_in_trouble_delays_nothing_is_in_status_and_is_told_later(self):
        self.hub.trouble = 1
        with self.service(self.site, port=self.port) as service:
            self.assertTrue(wait_until(lambda: self.standing()[:1] and self.standing()[0].get("problem")))
            standing = self.standing()[0]
            text = fetch(service.base + "metrics").body.decode()

            self.assertEqual(standing["problem"], "it answers 503")
            self.assertIn("nextAttempt", standing)
            self.assertIn('newsfold_websub_pings_total{outcome="failed"} 1', text)
            self.assertTrue(self.told("Beekeepers"), self.hub.pings)

    def test_what_changed_while_it_was_down_is_told_at_the_start(self):
        with self.service(self.site, port=self.port):
            self.assertTrue(self.told("Beekeepers"))
        self.hub.pings.clear()
        self.site.write("courier/new.md", event(3))
        self.sync(self.site)
        with self.service(self.site, port=self.port):
            self.assertTrue(self.told("Ballet"))
        self.assertEqual({form["hub.url"][0] for form in self.hub.pings}, self.topics)
        self.hub.pings.clear()

        with self.service(self.site, port=self.port):
            self.site.run("resync")
        self.assertEqual(self.hub.pings, [], "told again of what it knew")
        self.assertEqual(self.hub.failed, [], "told before it was readable")


if __name__ == "__main__":
    unittest.main()
