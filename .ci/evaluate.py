#!/usr/bin/env python3
"""Folds each labelled collection with `newsfold evaluate`, scores what it wrote, and holds it against floors.

  evaluate.py NEWSFOLD COLLECTIONS SAGAS.jsonl FLOORS.json SCRATCH

COLLECTIONS may be missing; the sagas are our own and in the repository: fifteen affairs of a few days, each event told by several
outlets and followed, a day later, by another one of the same people. Read once as they are, and once with one report of each event
that follows. Beside them lies dense.jsonl, a dense day of our own: headlines and blurbs in eight languages, notices from templates, events of one
kind in several places.

A feed reader's day is denser than most labelled collections and its texts are shorter. So mix-dev's reports are read again with the
starting times of their stories moved into one day (dense.py, which lies with the collections), whole, cut to two sentences and to their
headlines.

The scores are computed here from the predictions, so that the product is not its own judge; pairwise precision, recall and F1
are over all pairs of articles (Miranda et al. 2018), as in the collections' own scorer. Then it compares the pairs above the
threshold with those of an exhaustive comparison: what is missing is what the candidates lose.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter


# Figures that are to be at most what floors.json says.
ATMOST = ("merged", "largest")


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def pairs(count):
    return count * (count - 1) // 2


def figures(hits, predicted, actual):
    precision = hits / predicted if predicted else 0.0
    recall = hits / actual if actual else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def of_clusters(gold, predicted):
    """Pairwise figures of a partition; an article without a prediction is alone."""
    cells = Counter((gold[article], predicted.get(article, ("alone", article))) for article in gold)
    golds, predictions = Counter(), Counter()
    for (story, cluster), count in cells.items():
        golds[story] += count
        predictions[cluster] += count
    scores = figures(
        sum(map(pairs, cells.values())), sum(map(pairs, predictions.values())), sum(map(pairs, golds.values())))
    # B-cubed (Bagga and Baldwin 1998), where one giant story makes most of the pairs.
    precision = sum(count * count / predictions[cluster] for (_, cluster), count in cells.items()) / max(1, len(gold))
    recall = sum(count * count / golds[story] for (story, _), count in cells.items()) / max(1, len(gold))
    scores["b3_f1"] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    # The largest story that holds articles of more than one.
    mixed = Counter(cluster for _, cluster in cells)
    scores["largest"] = max((predictions[cluster] for cluster in mixed if mixed[cluster] > 1), default=1)
    return scores


def of_pairs(judged, predicted):
    """Pairwise figures over judged pairs alone, and how many the prediction merges."""
    def together(pair):
        cluster = predicted.get(pair["a"])
        return cluster is not None and cluster == predicted.get(pair["b"])

    judged = [pair for pair in judged if pair["same"] is not None]
    hits = sum(1 for pair in judged if pair["same"] and together(pair))
    merged = sum(1 for pair in judged if together(pair))
    return dict(figures(hits, merged, sum(1 for pair in judged if pair["same"])), merged=merged, of=len(judged))


def followed_once(sagas):
    """Four copies of the sagas, three years apart, each with another report of the events that follow the first."""
    copies = []
    for number, kept in enumerate((("B1", "C1"), ("B2", "C2"), ("B3", "C1"), ("B1", "C2"))):
        for row in sagas:
            place = row["id"].rsplit("-", 1)[1]
            if place[0] in "AX" or place in kept:
                year, rest = row["published"][:4], row["published"][4:]
                copies.append(dict(
                    row, id=f"{row['id']}.{number}", story=f"{row['story']}.{number}",
                    published=str(int(year) + 3 * number) + rest))
    return copies


def main(newsfold, collections, sagas_path, floors_path, scratch):
    with open(floors_path, encoding="utf-8") as file:
        limits = json.load(file)
    floors = limits["floors"]
    rows, lost, found = [], [], {}

    def fold(name, directory=collections):
        gold = os.path.join(directory, name + ".jsonl")
        out = os.path.join(scratch, name + ".predicted.jsonl")
        start = time.monotonic()
        found[name] = links(gold, "--predictions", out)
        return read(gold), {row["id"]: row["story"] for row in read(out)}, time.monotonic() - start

    def links(gold, *options):
        told = subprocess.run(
            [newsfold, "evaluate", gold, "--json", *options], check=True, stdout=subprocess.PIPE)
        return json.loads(told.stdout)["links"]

    def labelled(articles):
        return {row["id"]: row["story"] for row in articles if row.get("story") is not None}

    def score(name, articles, predicted, took):
        rows.append((name, of_clusters(labelled(articles), predicted), len(articles), took))

    def dense(name, days, text):
        out = os.path.join(scratch, name + ".jsonl")
        subprocess.run(
            [sys.executable, os.path.join(collections, "dense.py"), os.path.join(collections, "mix-dev.jsonl"), out,
             "--days", str(days), "--text", text, "--natural"], check=True, stderr=subprocess.DEVNULL)
        score(name, *fold(name, scratch))

    sagas = read(sagas_path)
    own = read(os.path.join(os.path.dirname(sagas_path), "dense.jsonl"))
    for name, articles in (
        ("sagas", sagas), ("sagas, followed once", followed_once(sagas)), ("a dense day of our own", own)):
        with open(os.path.join(scratch, name + ".jsonl"), "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in articles)
        score(name, *fold(name, scratch))
    if os.path.isdir(collections):
        articles, predicted, took = fold("mix-dev")
        score("mix-dev", articles, predicted, took)
        dated = [row for row in articles if row.get("published_orig")]
        score("mix-dev, real dates", dated, predicted, None)
        alike = of_pairs(read(os.path.join(collections, "mix-dev-lookalikes.jsonl")), predicted)
        rows.append(("mix-dev-lookalikes", alike, alike["of"], None))
        for name in ("vmds-dev", "ecbplus-train", "allsides-dev"):
            score(name, *fold(name))
        articles, predicted, took = fold("semeval-dev-articles")
        judged = read(os.path.join(collections, "semeval-dev-pairs.jsonl"))
        for name, same in (("semeval-dev, one language", True), ("semeval-dev, across languages", False)):
            chosen = [pair for pair in judged if (pair["langs"][0] == pair["langs"][1]) == same]
            rows.append((name, of_pairs(chosen, predicted), len(chosen), took if same else None))

        for text in ("full", "two", "headline"):
            dense(f"mix-dev in one day, {text}", 1, text)
        real = os.path.join(collections, "dense")
        if os.path.isdir(real):
            with open(os.path.join(scratch, "gn.jsonl"), "w", encoding="utf-8") as file:
                for part in ("gn", "gn-short"):
                    with open(os.path.join(real, part + ".jsonl"), encoding="utf-8") as source:
                        file.write(source.read())
            score("gn", *fold("gn", scratch))
            for name in ("kite-headlines", "og2021-headlines", "zh-headlines"):
                score(name, *fold(name, real))

    # What is above the threshold when every article is compared with every other, and what of it no candidates are.
    for name, limit in limits["lost"].items():
        if name not in found:
            continue
        start = time.monotonic()
        there = links(os.path.join(collections, name + ".jsonl"), "--exhaustive")
        lost.append((name, there, there - found[name], time.monotonic() - start, limit))

    good = True
    print(f"{'collection':32} {'P':>6} {'R':>6} {'F1':>6} {'B3 F1':>6} {'largest':>7} {'merged':>7} {'of':>6} {'s':>7}  floor")
    for name, scores, count, took in rows:
        floor = floors.get(name, {})
        below = [
            key for key, least in floor.items()
            if (scores[key] > least if key in ATMOST else round(scores[key], 3) < least)
        ]
        good = good and not below
        cubed = f"{scores['b3_f1']:.3f}" if "b3_f1" in scores else ""
        print(
            f"{name:32} {scores['precision']:6.3f} {scores['recall']:6.3f} {scores['f1']:6.3f} "
            f"{cubed:>6} {scores.get('largest', ''):>7} "
            f"{scores.get('merged', ''):>7} {count:6} {f'{took:.1f}' if took is not None else '':>7}  "
            + (f"BELOW: {', '.join(below)}; " if below else "")
            + ", ".join(f"{key} {'≤' if key in ATMOST else '≥'} {value}" for key, value in floor.items())
        )
    print(f"{'collection':32} {'links':>7} {'lost':>6} {'s':>7}  limit")
    for name, there, missing, took, limit in lost:
        good = good and missing <= limit
        print(
            f"{name:32} {there:7} {missing:6} {took:7.1f}  "
            + ("" if missing <= limit else "ABOVE: ") + f"≤ {limit}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
