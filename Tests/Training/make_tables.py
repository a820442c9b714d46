#!/usr/bin/env python3
"""Makes Sources/C/CWordFrequencies from wordfreq: the ten thousand most frequent terms of each language and their weights.

  pip install wordfreq==3.1.1
  make_tables.py [--check] [LANGUAGE ...]

Words go through the package's own scanner and normaliser (Tests/StoriesTests/Training), so that a table holds what articles are
looked up by; frequencies of words with one term are added. A weight is -ln(1 - exp(-400 f)) in twentieths, the surprise
that a text of 400 words holds the word.
--check writes nothing and says which tables differ from the committed ones. Licence of the data: Tables/ATTRIBUTION.md.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
from collections import defaultdict

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TABLES = os.path.join(ROOT, "Sources", "C", "CWordFrequencies", "Tables")
TERMS = 10_000
WORDS_OF_A_TEXT = 400
UNIT = 20
# Rarer than this, a word's frequency is not known well.
LEAST = 5e-8


def weight(frequency):
    """The surprise that a text holds the term, in twentieths, within a byte."""
    return max(0, min(255, round(-math.log(1 - math.exp(-WORDS_OF_A_TEXT * frequency)) * UNIT)))


def coded(entries):
    """Terms and what is said of each, in the order of their bytes: bytes shared with the term before, bytes that follow, those bytes,
    the payload."""
    written, before = bytearray(), b""
    for term, payload in sorted((term.encode(), payload) for term, payload in entries.items()):
        shared = 0
        while shared < min(len(term), len(before), 255) and term[shared] == before[shared]:
            shared += 1
        written += bytes([shared, len(term) - shared]) + term[shared:] + payload
        before = term
    return bytes(written)


def table(frequencies):
    """The bytes of a table, as CWordFrequencies.h describes them."""
    most = sorted(frequencies.items(), key=lambda item: (-item[1], item[0]))[:TERMS]
    return coded({term: bytes([weight(frequency)]) for term, frequency in most})


def read(table_bytes):
    """The terms of a table and their weights."""
    terms, term, index = {}, b"", 0
    while index + 2 < len(table_bytes):
        shared, count = table_bytes[index], table_bytes[index + 1]
        term = term[:shared] + table_bytes[index + 2:index + 2 + count]
        index += 2 + count
        terms[term.decode()] = table_bytes[index]
        index += 1
    return terms


def summed(words, terms):
    """The frequency of each term: the sum over the words that have it."""
    frequencies = defaultdict(float)
    for (_, frequency), line in zip(words, terms):
        for term in line:
            frequencies[term] += frequency
    return {term: frequency for term, frequency in frequencies.items() if frequency > LEAST}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("languages", nargs="*")
    options = parser.parse_args()
    import wordfreq

    languages = options.languages or sorted(name[:-4] for name in os.listdir(TABLES) if name.endswith(".bin"))
    words = {}
    with tempfile.TemporaryDirectory() as scratch:
        for language in languages:
            words[language] = sorted(wordfreq.get_frequency_dict(language, "best").items())
            with open(os.path.join(scratch, f"words-{language}.txt"), "w", encoding="utf-8") as file:
                file.writelines(word + "\n" for word, _ in words[language])
        subprocess.run(
            ["swift", "test", "--scratch-path", ".build-pure", "--filter", "TrainingExport/terms"], cwd=ROOT, check=True,
            stdout=sys.stderr, env=dict(os.environ, NEWSFOLD_ONLY="pure", NEWSFOLD_TRAINING=scratch))
        differing = []
        for language in languages:
            with open(os.path.join(scratch, f"terms-{language}.txt"), encoding="utf-8") as file:
                terms = [line.rstrip("\n").split("\t") if line.strip() else [] for line in file]
            made = table(summed(words[language], terms))
            path = os.path.join(TABLES, language + ".bin")
            if options.check:
                with open(path, "rb") as file:
                    there = read(file.read())
                now = read(made)
                same = sum(there.get(term) == value for term, value in now.items())
                print(f"{language}: {same} of {len(there)} terms the same")
                if now != there:
                    differing.append(language)
            else:
                with open(path, "wb") as file:
                    file.write(made)
                print(f"{language}: {len(made)} bytes")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
