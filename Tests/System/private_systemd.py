"""A systemd of its own: namespaces in which `make install` and the installed units run for real, and this machine stays as it is.

Process ids, mounts, network, cgroups and host name are private; /etc and /usr/local are overlays, /run and /var are empty. Everything
in there ends, and is forgotten, with its process 1. Needs root and Linux; `unavailable()` says what is missing.
"""

import contextlib
import glob
import os
import shutil
import subprocess
import sys
import time

from newsfold_site import ROOT, BINARY, wait_until

SYSTEMD = "/usr/lib/systemd/systemd"

# The units of the system that ours name, without what Debian's own would start.
TARGETS = ["sysinit", "basic", "sockets", "timers", "paths", "slices", "multi-user", "shutdown", "network", "local-fs", "umount", "test"]

BOOT = r"""
set -e
mount --make-rprivate /
mount -t tmpfs tmpfs /run
mkdir -p /run/lock /run/newsfold-test
for place in etc usr/local; do
  mkdir -p /run/newsfold-test/$place/upper /run/newsfold-test/$place/work
  mount -t overlay overlay -o lowerdir=/$place,upperdir=/run/newsfold-test/$place/upper,workdir=/run/newsfold-test/$place/work /$place
done
mount -t tmpfs tmpfs /var
mkdir -p /var/lib /var/log /var/tmp
chmod 1777 /var/tmp
umount -l /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup
ip link set lo up
mkdir -p /etc/newsfold-test-units
for target in $TARGETS; do
  printf '[Unit]\nDescription=%s\nDefaultDependencies=no\n' "$target" >"/etc/newsfold-test-units/$target.target"
done
cp /usr/lib/systemd/system/systemd-journald* /etc/newsfold-test-units/
export container=newsfold-test
export SYSTEMD_UNIT_PATH=/run/systemd/system:/etc/newsfold-test-units:/usr/local/lib/systemd/system
exec """ + SYSTEMD + " --system --unit=test.target --show-status=no"


def cgroup_root():
    """Where the unified hierarchy is mounted: alone, or beside version 1."""
    for place in ("/sys/fs/cgroup/unified", "/sys/fs/cgroup"):
        if os.path.exists(os.path.join(place, "cgroup.procs")):
            return place
    return None


def unavailable():
    """Why no private systemd can be had here, or None."""
    if not sys.platform.startswith("linux"):
        return "needs Linux"
    if os.geteuid() != 0:
        return "needs root"
    for tool in (SYSTEMD, "unshare", "nsenter", "ip", "systemctl", "journalctl", "setpriv", "curl", "make"):
        if not shutil.which(tool):
            return f"needs {tool}"
    if not cgroup_root():
        return "needs cgroup version 2"
    with open("/proc/filesystems", encoding="utf-8") as file:
        if "overlay" not in file.read():
            return "needs overlayfs"
    return None


class PrivateSystemd:
    """A running systemd; `run` executes in its namespaces."""

    def __enter__(self):
        self.cgroup = os.path.join(cgroup_root(), f"newsfold-test-{os.getpid()}")
        os.mkdir(self.cgroup)
        script = (f"echo $$ >{self.cgroup}/cgroup.procs && exec unshare --mount --pid --net --ipc --uts --cgroup --fork --mount-proc "
                  "--kill-child bash -c \"$BOOT\"")
        self.outer = subprocess.Popen(
            ["bash", "-c", script], env=dict(os.environ, BOOT=BOOT, TARGETS=" ".join(TARGETS)),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            if not wait_until(lambda: self.ask("systemctl", "is-system-running").strip() in ("running", "degraded"), 30, 0.1):
                raise AssertionError(f"the private systemd did not start: {self.ended()}")
            self.run("systemctl", "start", "systemd-journald.service")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.outer.kill()
        self.outer.wait()
        self.outer.stderr.close()
        # The kernel takes the group away once the last process has left it.
        deadline = time.monotonic() + 10
        while os.path.isdir(self.cgroup) and time.monotonic() < deadline:
            for place, _, _ in os.walk(self.cgroup, topdown=False):
                with contextlib.suppress(OSError):
                    os.rmdir(place)
            time.sleep(0.05)

    def ended(self):
        if self.outer.poll() is None:
            return "it is not ready"
        return self.outer.stderr.read().decode("utf-8", "replace")[-2000:]

    def init(self):
        """The process id of its process 1, seen from here; None until it is there."""
        children = glob.glob(f"/proc/{self.outer.pid}/task/{self.outer.pid}/children")
        for path in children:
            with contextlib.suppress(OSError, IndexError):
                with open(path, encoding="utf-8") as file:
                    return int(file.read().split()[0])
        return None

    def prefix(self):
        init = self.init()
        if init is None:
            raise AssertionError(f"the private systemd is gone: {self.ended()}")
        return ["nsenter", "-t", str(init), "--mount", "--pid", "--net", "--ipc", "--uts", "--cgroup", "--wd=/"]

    def start(self, *arguments, **options):
        """Starts a program beside the units."""
        return subprocess.Popen([*self.prefix(), *arguments], stdin=subprocess.DEVNULL, **options)

    def ask(self, *arguments, timeout=120):
        """What a program prints, whatever its status; nothing if it cannot be started yet."""
        if self.init() is None:
            return ""
        return subprocess.run([*self.prefix(), *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=timeout, check=False).stdout.decode("utf-8", "replace")

    def run(self, *arguments, timeout=120):
        """What a program prints; it must succeed."""
        done = subprocess.run([*self.prefix(), *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=timeout, check=False)
        if done.returncode:
            raise AssertionError(f"{' '.join(arguments)}: status {done.returncode}\n{done.stdout.decode()[-2000:]}\n"
                                 f"{done.stderr.decode()[-2000:]}\n{self.journal()[-3000:]}")
        return done.stdout.decode("utf-8", "replace")

    def write(self, path, text):
        """Writes a file in there."""
        subprocess.run([*self.prefix(), "bash", "-c", 'mkdir -p "$(dirname "$0")" && cat >"$0.part" && mv "$0.part" "$0"', path],
                       input=text.encode("utf-8"), check=True, timeout=60)

    def install(self):
        """`make install`, as an administrator would; then a site in /var/lib/newsfold."""
        self.run("make", "--no-print-directory", "-C", ROOT, "install", "PREFIX=/usr/local", f"NEWSFOLD_BINARY={BINARY}")
        self.run("setpriv", "--reuid=newsfold", "--regid=newsfold", "--clear-groups", "/usr/local/bin/newsfold", "init", "/var/lib/newsfold")

    def drop_in(self, unit, text):
        """Extends a unit until the end of the test."""
        self.write(f"/run/systemd/system/{unit}.d/test.conf", text)
        self.run("systemctl", "daemon-reload")

    def show(self, unit, name):
        return self.ask("systemctl", "show", "-p", name, "--value", unit).strip()

    def journal(self, *arguments):
        return self.ask("journalctl", "-D", "/run/log/journal", "--no-pager", "-o", "short-precise", *arguments)

    def fetch(self, path="feed.json", port=8080):
        """What it serves; empty if nothing answers."""
        return self.ask("curl", "-s", "-m", "5", f"http://127.0.0.1:{port}/{path}")
