"""The version that sources tell: of a tag, of what came after it, of an archive, of none of these."""

import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Version(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="newsfold-version-")
        self.addCleanup(shutil.rmtree, self.folder)
        os.makedirs(os.path.join(self.folder, ".packaging"))
        for name in (".packaging/version", ".packaging/archived-version", "Package.swift", ".gitattributes"):
            shutil.copy(os.path.join(ROOT, name), os.path.join(self.folder, name))

    def run_in(self, folder, *command):
        environment = dict(os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_SYSTEM="/dev/null", GIT_CEILING_DIRECTORIES=folder)
        done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode().strip()

    def git(self, *arguments):
        return self.run_in(self.folder, "git", "-c", "user.name=a", "-c", "user.email=a@b.example", *arguments)

    def version(self, folder=None):
        return self.run_in(folder or self.folder, ".packaging/version")

    def test_sources_without_a_history_tell_the_version_of_the_manifest(self):
        self.assertRegex(self.version(), r"^\d+\.\d+\.\d+$")

    def test_a_history_tells_the_tag_and_what_came_after_it(self):
        self.git("init", "-q")
        self.git("add", "-A")
        self.git("commit", "-qm", "one")
        self.assertRegex(self.version(), r"^\d+\.\d+\.\d+\+g[0-9a-f]+$")
        self.git("tag", "-am", "1.2.0", "v1.2.0")
        self.assertEqual(self.version(), "1.2.0")
        self.git("commit", "-qm", "two", "--allow-empty")
        self.assertRegex(self.version(), r"^1\.2\.0\+1\.g[0-9a-f]+$")
        # As Debian's versions are.
        self.assertRegex(self.version(), r"^[0-9][A-Za-z0-9.+~]*$")

    def test_an_archive_carries_the_version_of_its_tag(self):
        self.git("init", "-q")
        self.git("add", "-A")
        self.git("commit", "-qm", "one")
        self.git("tag", "-am", "1.2.0", "v1.2.0")
        self.git("archive", "-o", "sources.tar", "HEAD")
        unpacked = os.path.join(self.folder, "unpacked")
        os.makedirs(unpacked)
        self.run_in(unpacked, "tar", "-xf", "../sources.tar")

        self.assertEqual(self.version(unpacked), "1.2.0")


if __name__ == "__main__":
    unittest.main()
