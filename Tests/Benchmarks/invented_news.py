"""A stream of news of any length, made by a seed from reports that there are: the same words as often, other names, figures and days.

The reports are those of a collection (JSON Lines with `title`, `text`, `published`, `source`), or the sample's in this repository. Each
round through them is another time: every name of a person or place becomes an invented one, the same throughout the round, every
figure another, and the dates move on. So reports of one event stay reports of one event, and no round has an event of another.
"""

import datetime
import glob
import hashlib
import html
import json
import os
import re

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
WORD = re.compile(r"\w+")
START = datetime.datetime(2026, 1, 5, tzinfo=datetime.timezone.utc)


def sample_reports():
    """The reports of the sample site that are Markdown or JSON, as its articles have them."""
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, "feeds", "articles", "**", "*.*"), recursive=True)):
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        if path.endswith(".json"):
            value = json.loads(text)
            body = value.get("articleBody") or value.get("text") or value.get("content_text")
            if isinstance(body, str):
                found.append({"title": value.get("headline") or value.get("title") or "", "text": body})
        elif path.endswith(".md") and text.startswith("---"):
            head, body = text[3:].split("\n---", 1)
            title = re.search(r"^title: *(.*)$", head, re.M)
            found.append({"title": title.group(1).strip("\"'") if title else "", "text": body.strip()})
    for number, report in enumerate(found):
        report.update(source=f"Outlet {number % 12}", published=f"2026-01-05T{number % 24:02}:00:00Z")
    return found


def reports(collection=None):
    if not collection:
        return sample_reports()
    with open(collection, encoding="utf-8") as file:
        return [report for line in file if (report := json.loads(line)).get("text") and report.get("published")]


def syllables(digest, count):
    return "".join("bdfgklmnprstvz"[digest[2 * n] % 14] + "aeiou"[digest[2 * n + 1] % 5] for n in range(count))


def renamed(text, seed):
    """The text with other names and figures: a word with a capital that does not begin a sentence, and each number of two digits or more."""
    def other(match):
        word = match.group()
        digest = hashlib.blake2s(f"{seed} {word}".encode()).digest()
        if word.isdigit():
            return word if len(word) < 2 or len(word) == 4 else str(10 ** (len(word) - 1) + digest[0] * 7 % (9 * 10 ** (len(word) - 1)))
        before = text[:match.start()].rstrip()[-1:]
        if not word[0].isupper() or len(word) < 3 or before in ("", ".", "!", "?", ":"):
            return word
        return syllables(digest, 2 + digest[30] % 2).capitalize()
    return WORD.sub(other, text)


def articles(count, seed=1, collection=None, days_a_round=30):
    """So many articles as dictionaries, in the order of their dates."""
    base = sorted(reports(collection), key=lambda report: report["published"])
    first = datetime.datetime.fromisoformat(base[0]["published"].replace("Z", "+00:00"))
    last = datetime.datetime.fromisoformat(base[-1]["published"].replace("Z", "+00:00"))
    # A month of the stream holds one round, whatever time the collection spans.
    scale = min(1.0, days_a_round * 86_400 / max(1.0, (last - first).total_seconds()))
    for number in range(count):
        turn, place = divmod(number, len(base))
        report = base[place]
        date = datetime.datetime.fromisoformat(report["published"].replace("Z", "+00:00"))
        date = START + datetime.timedelta(days=turn * days_a_round) + (date - first) * scale
        key, source = f"{seed} {turn}", report.get("source") or "Unnamed"
        yield {
            "headline": renamed(report.get("title") or "", key), "articleBody": renamed(report["text"], key),
            "url": f"https://{hashlib.blake2s(source.encode()).hexdigest()[:8]}.example/{seed}/{number}",
            "datePublished": date.strftime("%Y-%m-%dT%H:%M:%SZ"), "publisher": source,
        }


def write(count, folder, seed=1, collection=None, pages=False):
    """Writes a file an article into a folder, JSON or web pages."""
    for number, article in enumerate(articles(count, seed, collection)):
        path = os.path.join(folder, f"{number // 1000:04}")
        os.makedirs(path, exist_ok=True)
        if pages:
            with open(os.path.join(path, f"{number:07}.html"), "w", encoding="utf-8") as file:
                file.write(page(article))
        else:
            with open(os.path.join(path, f"{number:07}.json"), "w", encoding="utf-8") as file:
                json.dump(article, file, ensure_ascii=False)


def page(article):
    """A page as outlets have them: menus, a consent box, links to other reports around the text."""
    text = "".join(f"<p>{html.escape(part)}</p>" for part in article["articleBody"].split("\n") if part.strip())
    links = "".join(f'<li><a href="/{number}">Another report of the day, number {number}</a></li>' for number in range(40))
    return (f'<!DOCTYPE html><html lang="en"><head><title>{html.escape(article["headline"])} | {html.escape(article["publisher"])}</title>'
            f'<link rel="canonical" href="{article["url"]}"><meta property="og:site_name" content="{html.escape(article["publisher"])}">'
            f'<meta property="article:published_time" content="{article["datePublished"]}"><style>{"a{color:#123}" * 200}</style></head>'
            f'<body><nav><ul>{links}</ul></nav><div class="consent"><p>We and our partners use cookies.</p></div><main><article>'
            f'<h1>{html.escape(article["headline"])}</h1>{text}</article></main><aside><ul>{links}</ul></aside>'
            f'<script>{"window.a=window.a||[];" * 200}</script><footer><p>All rights reserved.</p></footer></body></html>')
