"""`.ci/packages` installs what is missing and nothing else, with the programs that it calls played by stubs."""

import os
import shutil
import stat
import subprocess
import tempfile
import unittest

PACKAGES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "packages")


class Packages(unittest.TestCase):
    def setUp(self):
        self.bin = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.bin)
        self.log = os.path.join(self.bin, "log")
        for tool in ("bash", "tr", "env", "cat"):
            os.symlink(shutil.which(tool), os.path.join(self.bin, tool))

    def stub(self, name, script):
        path = os.path.join(self.bin, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!{shutil.which('bash')}\necho {name} \"$@\" >>{self.log}\n{script}\n")
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)

    def debian(self, user=0, install=0, update=0):
        self.stub("dpkg-query", 'case "${@: -1}" in there*) printf installed;; removed) printf config-files;; *) exit 1;; esac')
        self.stub("apt-get", f'case "$*" in *install*) exit {install};; *) exit {update};; esac')
        self.stub("id", f"echo {user}")

    def run_packages(self, apt, brew=""):
        done = subprocess.run([PACKAGES, apt, brew], env={"PATH": self.bin}, stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        lines = []
        if os.path.exists(self.log):
            with open(self.log, encoding="utf-8") as file:
                lines = [line for line in file.read().splitlines() if not line.startswith(("dpkg-query", "id", "brew list"))]
        return done.returncode, done.stdout, lines

    def test_it_does_and_says_nothing_when_all_is_there(self):
        self.debian()

        self.assertEqual(self.run_packages("there-a there-b"), (0, "", []))

    def test_it_installs_what_is_missing_and_says_what(self):
        self.debian()

        status, said, called = self.run_packages("there-a absent removed")

        self.assertEqual(status, 0)
        self.assertIn("absent removed", said)
        self.assertIn("apt-get update -qq", called)
        self.assertTrue(any(line.endswith("--no-install-recommends absent removed") for line in called), called)
        self.assertFalse(any("there-a" in line or line.startswith("sudo") for line in called))

    def test_it_asks_for_root_only_where_it_is_not(self):
        self.debian(user=1000)
        self.stub("sudo", '"$@"')

        status, _, called = self.run_packages("absent")

        self.assertEqual(status, 0)
        self.assertEqual(sum(line.startswith("sudo") for line in called), 2)

    def test_without_root_and_sudo_it_says_what_it_would_run(self):
        self.debian(user=1000)

        status, said, _ = self.run_packages("absent")

        self.assertNotEqual(status, 0)
        self.assertIn("root", said)

    def test_with_old_lists_and_no_network_it_still_tries(self):
        self.debian(update=100)

        self.assertEqual(self.run_packages("absent")[0], 0)

    def test_a_failed_install_fails(self):
        self.debian(install=100)

        status, said, _ = self.run_packages("absent")

        self.assertNotEqual(status, 0)
        self.assertIn("absent", said)

    def test_homebrew_is_known(self):
        self.stub("brew", 'case "$*" in *there*) exit 0;; list*) exit 1;; esac')

        status, said, called = self.run_packages("absent", "there-x wanted")

        self.assertEqual(status, 0)
        self.assertEqual(called, ["brew install --quiet wanted"])
        self.assertIn("wanted", said)

    def test_on_a_system_it_does_not_know_it_names_what_is_needed(self):
        status, said, _ = self.run_packages("absent")

        self.assertEqual(status, 0)
        self.assertIn("absent", said)


if __name__ == "__main__":
    unittest.main()
