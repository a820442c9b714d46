#!/usr/bin/env python3
"""Reads articles and finds near-duplicates with one of the libraries that people use for it; a process of its own, so that time and
memory are its own.

  peers.py datasketch|rensa|trafilatura FOLDER

The usual recipe: 128 permutations, word triples, a threshold of .5 (the libraries' own examples). trafilatura reads pages, and datasketch finds
the duplicates among them. Prints JSON: {"articles", "pairs", "peakMB"}.
"""

import json
import os
import re
import resource
import sys

WORD = re.compile(r"\w+")


def texts(folder, reads_pages):
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            with open(os.path.join(place, name), encoding="utf-8") as file:
                content = file.read()
            if reads_pages:
                import trafilatura
                document = trafilatura.bare_extraction(content, with_metadata=True)
                yield f"{document.title} {document.text}" if document else ""
            else:
                value = json.loads(content)
                yield f"{value['headline']} {value['articleBody']}"


def triples(text):
    words = WORD.findall(text.lower())
    return {" ".join(words[n:n + 3]) for n in range(max(1, len(words) - 2))}


def with_datasketch(found):
    from datasketch import MinHash, MinHashLSH
    index, count, pairs = MinHashLSH(threshold=0.5, num_perm=128), 0, 0
    for text in found:
        sketch = MinHash(num_perm=128)
        sketch.update_batch([triple.encode() for triple in triples(text)])
        pairs += len(index.query(sketch))
        index.insert(count, sketch)
        count += 1
    return count, pairs


def with_rensa(found):
    from rensa import RMinHash, RMinHashLSH
    index, count, pairs = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32), 0, 0
    for text in found:
        sketch = RMinHash(num_perm=128, seed=1)
        sketch.update(list(triples(text)))
        pairs += len(index.query(sketch))
        index.insert(count, sketch)
        count += 1
    return count, pairs


def main():
    peer, folder = sys.argv[1:]
    found = texts(folder, peer == "trafilatura")
    count, pairs = with_rensa(found) if peer == "rensa" else with_datasketch(found)
    print(json.dumps({"articles": count, "pairs": pairs, "peakMB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
