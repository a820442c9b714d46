"""The tutorial, typed as it stands."""

import os
import re
import subprocess
import unittest

from newsfold_site import BINARY, PATIENCE, ROOT, SiteTestCase, clean_environment, newsfold

TUTORIAL = os.path.join(ROOT, "Sources", "newsfold", "newsfold.docc", "Tutorial.md")


class Tutorial(SiteTestCase):
    def test_its_commands_do_what_it_says(self):
        with open(TUTORIAL, encoding="utf-8") as file:
            blocks = re.findall(r"(?ms)^```sh\n(.*?)^```$", file.read())
        self.assertGreaterEqual(len(blocks), 5)
        tools = os.path.join(self.temporary, "bin")
        os.mkdir(tools)
        os.symlink(BINARY, os.path.join(tools, "newsfold"))
        environment = clean_environment()
        environment["PATH"] = tools + os.pathsep + environment["PATH"]

        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", "\n".join(blocks)], cwd=self.temporary, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE, check=False)

        self.assertEqual(done.returncode, 0, done.stdout.decode("utf-8", "replace"))
        stories = newsfold("stories", "--json", "--site", os.path.join(self.temporary, "news")).json
        members = sorted(sorted(article["path"] for article in story["articles"]) for story in stories)
        self.assertEqual(members, [
            ["dunmore-chronicle/2026-11-20-ostrava.txt", "harbour-gazette/ferry.md"],
            ["dunmore-chronicle/wool.txt"],
        ])


if __name__ == "__main__":
    unittest.main()
