"""Swift source with comments and the insides of strings blanked, for checks that look at code only.

Columns and line numbers stay what they were. Code inside string interpolations is kept.
"""

import re

_QUOTE = re.compile(r'(#*)("""|")')


def blanked(text):
    """Returns `text` with comments and string contents replaced by spaces (line ends kept)."""
    out = list(text)
    _code(text, 0, out, closing=None)
    return "".join(out)


def _blank(out, start, end):
    for index in range(start, end):
        if out[index] != "\n":
            out[index] = " "


def _code(text, position, out, closing):
    """Walks code from `position`; with `closing` stops behind the parenthesis that ends an interpolation."""
    depth = 0
    while position < len(text):
        if text.startswith("//", position):
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            _blank(out, position, end)
            position = end
            continue
        if text.startswith("/*", position):
            end = _comment_end(text, position)
            _blank(out, position, end)
            position = end
            continue
        quote = _QUOTE.match(text, position)
        if quote:
            position = _string(text, quote, out)
            continue
        if closing and text[position] == "(":
            depth += 1
        elif closing and text[position] == ")":
            if depth == 0:
                return position + 1
            depth -= 1
        position += 1
    return position


def _comment_end(text, position):
    depth = 0
    while position < len(text):
        if text.startswith("/*", position):
            depth += 1
            position += 2
        elif text.startswith("*/", position):
            depth -= 1
            position += 2
            if depth == 0:
                return position
        else:
            position += 1
    return position


def _string(text, quote, out):
    hashes, mark = quote.groups()
    end_mark = mark + hashes
    escape = "\\" + hashes
    position = quote.end()
    while position < len(text):
        if text.startswith(end_mark, position):
            return position + len(end_mark)
        if text.startswith(escape + "(", position):
            start = position + len(escape) + 1
            _blank(out, position, start)
            after = _code(text, start, out, closing=")")
            _blank(out, after - 1, after)
            position = after
        elif text.startswith(escape, position):
            _blank(out, position, min(len(text), position + len(escape) + 1))
            position += len(escape) + 1
        elif mark == '"' and text[position] == "\n":
            return position  # not closed on its line: no Swift, or a regex literal; go on behind it
        else:
            _blank(out, position, position + 1)
            position += 1
    return position
