"""What the program knows and what the documentation says are the same; links lead somewhere."""

import glob
import os
import re
import unittest

from newsfold_site import ROOT, SiteTestCase, newsfold


# Where the manual is.
MANUAL = os.path.join("Sources", "newsfold", "newsfold.docc")


def read(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        return file.read()


def headings(text):
    return {line.lstrip("#").strip().strip("`") for line in text.splitlines() if line.startswith("##")}


class Documentation(SiteTestCase):
    def test_every_setting_that_init_writes_has_a_heading_and_the_other_way_round(self):
        folder = os.path.join(self.temporary, "site")
        newsfold("init", folder)
        with open(os.path.join(folder, "newsfold.yaml"), encoding="utf-8") as file:
            keys = set(re.findall(r"(?m)^#?([a-z_]+):", file.read()))

        documented = {heading for heading in headings(read(MANUAL, "Settings.md")) if re.fullmatch(r"[a-z_]+", heading)}

        self.assertEqual(documented, keys)

    def test_every_command_stands_in_the_readme_or_in_json(self):
        commands = re.findall(r"(?m)^  ([a-z]+) ", newsfold("--help").out.split("SUBCOMMANDS", 1)[-1])
        text = read("README.md") + read(MANUAL, "JSONOutput.md")

        self.assertTrue(commands)
        for command in commands:
            if command != "help":
                self.assertRegex(text, rf"newsfold {command}\b")

    def test_every_switch_of_tests_and_tasks_stands_in_contributing_and_the_other_way_round(self):
        used = set()
        for pattern in ("Tests/**/*.py", "Tests/**/*.swift", ".ci/*", "Package.swift", "Makefile", "systemd/*.mk"):
            for path in glob.glob(pattern, root_dir=ROOT, recursive=True):
                if os.path.isfile(os.path.join(ROOT, path)):
                    used |= set(re.findall(
                        r"""(?:environ(?:\.get\(|\[)|environment\[|os\.environ, )"?(NEWSFOLD_[A-Z_]+)|\$[{(](NEWSFOLD_[A-Z_]+)""", read(path)))
        used = {name for names in used for name in names if name}
        section = read("CONTRIBUTING.md").split("## Switches of tests and tasks", 1)[1].split("\n## ", 1)[0]

        self.assertEqual(used, set(re.findall(r"NEWSFOLD_[A-Z_]+", section)))

    def test_relative_links_lead_to_files(self):
        pages = glob.glob("Sources/*/*.docc/*.md", root_dir=ROOT)
        self.assertTrue(pages)
        for path in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *pages]:
            for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", read(path)):
                with self.subTest(f"{path}: {link}"):
                    self.assertTrue(os.path.exists(os.path.join(ROOT, os.path.dirname(path), link)))

    def test_the_figures_of_the_sample_in_the_readme_are_those_of_the_sample(self):
        site = self.sample_site()
        self.sync(site)
        stories = site.stories()
        articles = [article for story in stories for article in story["articles"]]
        claim = re.search(r"(\d+) invented\s+articles from (\d+) outlets become (\d+) stories", read("README.md"))

        self.assertEqual(
            tuple(map(int, claim.groups())),
            (len(articles), len({article["source"] for article in articles}), len(stories)))


if __name__ == "__main__":
    unittest.main()
