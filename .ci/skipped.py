#!/usr/bin/env python3
"""Which tests a run has skipped, and why: a line a reason, with how many and the first of them.

  skipped.py LOG     what `python3 -m unittest -v` and `swift test` have printed
"""

import re
import sys

# unittest, in its long form: "test_a (module.Class.test_a) ... skipped 'no root'"; a test with a description has that on the line.
UNITTEST = re.compile(r"^(\S.*?)(?: \([\w.]+\))? \.\.\. skipped (['\"])(.*)\2$")
# Swift Testing: '➜ Test "a name" skipped: "no root"'; the reason may be missing.
SWIFT = re.compile(r"^\S+ (?:Test|Suite) (.+?) skipped(?:[:.] ?\"?(.*?)\"?)?$")


def skipped(text):
    """Reason -> names of tests."""
    found = {}
    for line in text.splitlines():
        if match := UNITTEST.match(line):
            found.setdefault(match[3], []).append(match[1])
        elif match := SWIFT.match(line):
            found.setdefault(match[2] or "no reason given", []).append(match[1])
    return found


def main():
    with open(sys.argv[1], encoding="utf-8", errors="replace") as file:
        for reason, names in sorted(skipped(file.read()).items()):
            print(f"{names[0]}: {reason}" if len(names) == 1 else f"{len(names)} tests, {names[0]} among them: {reason}")


if __name__ == "__main__":
    main()
