#!/usr/bin/env python3
"""Requests per second for feed documents, beside nginx on the same files in the same run.

  NEWSFOLD=.build/release/newsfold serving.py [--seconds 5] [--rounds 3] [--connections 32]

Prints a line a request: both rates, the ratio of the medians, and the slowest percentile of each. Wants wrk and nginx (Debian
packages). Rounds alternate between the two, so that what else the machine does hits both. Everything is on the loopback
address and below a temporary directory; nginx runs with one worker, its log off and the lines of the README.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "System"))
from newsfold_site import SAMPLE, Service, Site, fetch, free_port, wait_until  # noqa: E402
from test_static_hosting import block  # noqa: E402

UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0}


def sample_site(folder):
    site = Site(folder)
    shutil.copytree(os.path.join(SAMPLE, "articles"), site.articles, dirs_exist_ok=True)
    shutil.copy(os.path.join(SAMPLE, "newsfold.yaml"), site.folder)
    return site


def nginx(folder, public, port):
    configuration = os.path.join(folder, "nginx.conf")
    for place, _, _ in os.walk(folder):
        os.chmod(place, 0o755)
    with open(configuration, "w", encoding="utf-8") as file:
        file.write(f"""
            daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log stderr;
            events {{ worker_connections 4096; }}
            http {{
              include /etc/nginx/mime.types; access_log off; sendfile on; tcp_nopush on; open_file_cache max=100;
              keepalive_requests 1000000;
              client_body_temp_path {folder}/a; proxy_temp_path {folder}/b;
              fastcgi_temp_path {folder}/c; uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
              server {{ listen 127.0.0.1:{port}; {block("nginx", public)} }}
            }}""")
    return subprocess.Popen(["nginx", "-c", configuration, "-e", "stderr"], stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def load(base, path, headers, options):
    """One round: requests a second, and the 99th percentile in seconds."""
    command = ["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}s", "--latency"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    text = subprocess.run([*command, base + path], capture_output=True, check=True, text=True,
                          timeout=options.seconds + 60).stdout
    if "Non-2xx" in text or "Socket errors" in text:
        raise SystemExit(f"{base + path}: {text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s)", text)
    return rate, float(slow.group(1)) * UNITS[slow.group(2)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=5, help="the length of one round")
    parser.add_argument("--rounds", type=int, default=3, help="rounds for each server and request")
    parser.add_argument("--connections", type=int, default=32)
    options = parser.parse_args()
    for program in ("wrk", "nginx"):
        if not shutil.which(program):
            raise SystemExit(f"no {program} here. Install Debian's package.")
    folder = tempfile.mkdtemp(prefix="newsfold-serving-")
    service = other = None
    try:
        site = sample_site(os.path.join(folder, "site"))
        service = Service(site)
        service.wait_until_ready()
        if not wait_until(lambda: fetch(service.base + "readyz").status == 200):
            raise SystemExit("the first pass is not done")
        time.sleep(1)
        port = free_port()
        other = nginx(folder, site.public, port)
        bases = {"newsfold": service.base, "nginx": f"http://127.0.0.1:{port}/"}

        def up():
            try:
                return fetch(bases["nginx"] + "atom.xml").status == 200
            except OSError:
                return False

        if not wait_until(up, 20):
            raise SystemExit("nginx does not serve")
        page = "stories/" + sorted(os.listdir(os.path.join(site.public, "stories")))[0] + "/index.html"
        print(f"{options.connections} connections, {options.rounds} rounds of {options.seconds} s each, "
              f"load average {os.getloadavg()[0]:.1f}")
        for label, path, headers in [
            ("atom.xml", "atom.xml", {}),
            ("atom.xml gzip", "atom.xml", {"Accept-Encoding": "gzip"}),
            ("feed.json gzip", "feed.json", {"Accept-Encoding": "gzip"}),
            ("atom.xml 304", "atom.xml", None),
            ("story page gzip", page, {"Accept-Encoding": "gzip"}),
        ]:
            rounds = {name: [] for name in bases}
            for _ in range(options.rounds):
                for name, base in bases.items():
                    sent = headers
                    if sent is None:
                        sent = {"If-None-Match": fetch(base + path).headers["ETag"]}
                    rounds[name].append(load(base, path, sent, options))
            rates = {name: statistics.median(rate for rate, _ in found) for name, found in rounds.items()}
            slow = {name: statistics.median(slow for _, slow in found) for name, found in rounds.items()}
            print(f"{label:16} newsfold {rates['newsfold']:8.0f}/s  nginx {rates['nginx']:8.0f}/s  "
                  f"ratio {rates['newsfold'] / rates['nginx']:.2f}  "
                  f"99th percentile {slow['newsfold'] * 1e3:.1f} ms, {slow['nginx'] * 1e3:.1f} ms", flush=True)
    finally:
        for process in (service.process if service else None, other):
            if process:
                process.terminate()
                process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
