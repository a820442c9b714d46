"""What one change costs, counted: bytes and calls of the service's process (/proc/PID/io), however much is remembered."""

import os
import random
import statistics
import unittest

from newsfold_site import SiteTestCase, article, wait_until

# Ten times as much remembered must not show. `.ci/run soak` asks for 10,000, which takes minutes.
MANY = int(os.environ.get("NEWSFOLD_REMEMBERED", "3000"))
FEW = MANY // 10
CHANGES = 15
# Nobody looks but who is told to.
QUIET = "watch: polling\npoll: 1h\nrescan: 1h\n"


def words(chance, count):
    """Invented words, so that no two articles are one story."""
    return " ".join(
        "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))
        for _ in range(count))


def invented(chance, number, day):
    return article(words(chance, 6).capitalize(), words(chance, 80) + ".",
                   date=f"2026-{1 + day // 28:02}-{1 + day % 28:02}T{number % 24:02}:{number // 24 % 60:02}:00Z",
                   outlet=f"Outlet {number % 40}")


class Cost(SiteTestCase):
    def measured(self, behind, settings):
        """Medians over some changes: bytes and calls written and read, documents."""
        chance, last_day = random.Random(behind), random.Random(1)
        site = self.empty_site(f"{behind}")
        site.settings(settings)
        for number in range(behind):
            # The same on the last day: what the feeds show, and how long its page is, do not depend on how much is behind them. A
            # document that is as long as before is read once more, to see whether it is the same.
            left = behind - number
            text = invented(last_day, left, 279) if left <= 150 else invented(chance, number, number * 270 // behind)
            site.write(f"{number % 50}/{number}.md", text)
        self.sync(site, timeout=600)
        service = self.start_service(site)
        self.addCleanup(service.end)
        self.assertTrue(wait_until(lambda: site.run("status", "--json").json.get("lastScan")), service.written()[-2000:])
        costs = []
        for number in range(CHANGES + 5):
            path = site.write(f"late/{number}.md", invented(last_day, 200 + number, 279))
            before = self.counts(service.pid)
            report = site.run("resync", path, "--json").json
            after = self.counts(service.pid)
            self.assertEqual(report["articlesChanged"], 1, report)
            costs.append({**{key: after[key] - before[key] for key in after}, "documents": len(report["documentsWritten"])})
        service.end()
        # The first ones move the window, and fill what is written once.
        return {key: statistics.median(cost[key] for cost in costs[5:]) for key in costs[0]}

    def counts(self, process):
        with open(f"/proc/{process}/io", encoding="ascii") as file:
            lines = dict(line.split(": ") for line in file.read().splitlines())
        return {"bytes written": int(lines["wchar"]), "calls written": int(lines["syscw"]),
                "bytes read": int(lines["rchar"]), "calls read": int(lines["syscr"])}

    def assert_same_cost(self, settings):
        few, many = self.measured(FEW, settings), self.measured(MANY, settings)
        print(f"one change behind {FEW}: {few}; behind {MANY}: {many}", flush=True)
        for key, count in few.items():
            # A tenth for longer numbers and other words; a watcher's turn meanwhile is a few calls.
            self.assertLessEqual(many[key], count * 1.1 + 20, f"{key}: {few} became {many}")

    def test_a_change_costs_the_same_with_ten_times_as_much_at_hand(self):
        self.assert_same_cost("archive_after: never\n" + QUIET)

    def test_a_change_costs_the_same_with_ten_times_as_much_in_the_archive(self):
        self.assert_same_cost("archive_after: 30d\n" + QUIET)


if __name__ == "__main__":
    unittest.main()
