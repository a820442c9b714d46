"""The last lines of CI name what was skipped."""

import importlib.util
import os
import subprocess
import tempfile
import unittest

CI = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
specification = importlib.util.spec_from_file_location("skipped", os.path.join(CI, "skipped.py"))
module = importlib.util.module_from_spec(specification)
specification.loader.exec_module(module)


class Skipped(unittest.TestCase):
    def test_it_knows_the_lines_of_unittest_and_of_swift_testing(self):
        log = (
            "test_a (test_pages.Pages.test_a) ... skipped 'no chromium: apt-get install chromium'\n"
            "test_b (test_pages.Pages.test_b)\nIt has a description. ... skipped \"it's so\"\n"
            "test_c (x.Y.test_c) ... ok\n"
            "test_d (test_pages.Pages.test_d) ... skipped 'no chromium: apt-get install chromium'\n"
            '➜ Test "a name" skipped: "by hand"\n'
            "◇ Test foo() started.\n✔ Test foo() passed after 0.001 seconds.\n")

        self.assertEqual(module.skipped(log), {
            "no chromium: apt-get install chromium": ["test_a", "test_d"], "it's so": ["It has a description."],
            "by hand": ['"a name"']})

    def test_the_summary_of_a_run_says_why_a_task_was_skipped(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [os.path.join(CI, "run"), "quickly"], capture_output=True, text=True, timeout=60, check=False,
                env=dict(os.environ, TMPDIR=folder))

        self.assertEqual(done.returncode, 64)
        self.assertIn("no task 'quickly'", done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
