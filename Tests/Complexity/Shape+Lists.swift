extension Shape {
  static let texts: [Shape] =
    [
      "a", "word ", "Word ", "a\n", "ab cd\n", "\n", ". ", "? ", "… ", "! ? ", ".", "a. ", "A. ",
      "Mr. ",
      "“", "” ", "“a” ", "\"", "\" ", "„a“ ", "« ", "(", ") ", "[…] ", "(a) ", "'", "a'", "’s ",
      "-",
      "- ", "- a\n", "* a\n", "— ", "1", "1 ", "12, ", "1.5 ", "1,000 ", "$12.5 million, ", "$1 ",
      "5% ",
      "5 people died ", "killed 14 ", "at least 14 people were killed in Quillmere, ", "2026 ",
      "2026-01-01\n", "Date: 2026-01-01\n", "By Ann Ames\n", "Source: Quay Post\n", "jan ",
      "12:30 ", "|",
      "a | b ", "a - b ", "a, b; ", "a and b ", "&", "&amp;", "&#65;", "&amp", "<", "<b>",
      "<b>a</b>", "< a",
      "\u{301}", "e\u{301}", "\u{200D}", "\u{1F468}\u{200D}", "\u{1F1E6}", "\u{FE0F}", "\u{200B}",
      "\u{FFFD}",
      "\u{E000}", character(0x10FFFF), "日", "日本。", "ก", "한", "\u{1100}", "د", "ا ", "я ", "é", "Ã©",
      "\u{00A0}", "\t",
      "\r", "\r\n", "\\", "\\n", "http://a.example/ ", "a@b.example ", "a.b", "@", "#", "_", "~",
      "He said “no.” ", "It is said that the quay is shut. ",
      "A line without an end that is long enough for a caption\n",
      " read more…", "…", "Photo: a\n", "Advertisement\n", "Read more: a\n", "AB ",
      "THE QUAY IS SHUT ",
      "KYIV — ", "one hundred ", "twenty-one ", "including three ",
      "=?utf-8?q?a?= ", "=?", "=20", "=\n", "--b\n", "--b\n\na\n", " a\n", "Subject: a\n",
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n", "From a@b Fri Nov 20 09:05:00 2026\n",
      "a,b\n", "\"a\",", "\"\"", "1 of 1 DOCUMENTS\n", "LENGTH: 2 words\n", "WARC/1.0\r\n",
      "WARC/1.0\r\nContent-Length: 1\r\n\r\na\r\n\r\n",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n",
    ].map { again($0) } + [
      then(". ", "a"), then("“", "a. "), then("a ", "\n"), then("(", ")"), then("Word ", "5 "),
      then("1", "a"),
      then("- a\n", "a. "), numbered("w", " "), numbered("W", ". "), numbered("5", " people, "),
      numbered("“q", " was said by him” "),
      numbered("Line ", " is a sentence that says something new.\n"),
    ]

  static let markups: [Shape] =
    [
      "a", "a ", "<", "<>", "<a", "<a ", "<a b", "<a b=", "<a b='", "<p>", "<p>a", "</p>", "</",
      "<b>", "<b>a</b>",
      "<i><b>a</i></b>", "<div>", "<div></div>", "<div>a", "<br>", "<hr>", "<img src=a>",
      "<img src=http://e.example/a>",
      "<a href=b>c</a>", "<li>", "<ul><li>", "<ul><li>a</ul>", "<td>", "<table>",
      "<table><tr><td>a", "<tr>", "<!--",
      "<!-- -->", "<!-- --> ", "<!-- --!>", "<!-->", "<!", "<?", "<!a>", "<![CDATA[",
      "<![CDATA[a]]>", "]]>", "&", "&amp;",
      "&amp", "&#65;", "&#", "&a", "&#x110000;", "<script>", "<script></script>", "<scriptx>",
      "<style>a</style>", "</script>",
      "<title>", "<title>a</title>", "<textarea>", "<select><option>", "<form>", "<h1>a</h1>",
      "<h2>a", "<pre>\n", "<span lang=en>a",
      "<span>", "<blockquote>a", "<figure><figcaption>a", "<svg>", "<math><mi>", "<template>",
      "<frameset>", "<body>", "<html>",
      "<head>", "<meta name=a content=b>", "<link rel=a href=b>", "<p class='a b c'>d", "<p/>",
      "\n", "<ruby><rt>", "<dl><dt>a<dd>b",
      "<p>A sentence of the report, which says that the quay is shut.</p>", "<nav>a</nav>",
      "<aside>", "<article><p>a",
      "<video src=http://e.example/a.mp4>", "<time datetime=2026-01-01>a</time>", "<button>",
      "<option>", "<p>2026-01-01</p>",
      "<script type=application/ld+json>{}</script>", "<p itemprop=articleBody>a", "é", "\u{301}",
      "\u{FFFD}", "\r",
    ].map { again($0) } + [
      numbered(" a", "=1", opening: "<p"), numbered(" a", "=1", opening: "<!-- x --!><p"),
      numbered(" a", "=1", opening: "<scriptx><p"), numbered(" a", "", opening: "<p = \"> <b "),
      numbered(" a", "=1", opening: "<p \" > <q"), numbered(" a", "=1", opening: "</p"),
      again(" a=1", after: "<p"), then("<b>", "</b>"), then("<b>", "</i>"), then("<div>", "</div>"),
      then("<p>", "</p>"), then("<a href=b>", "<p>"), numbered("<x", ">"), numbered("</x", ">"),
      again(" ad-x", after: "<p class='"), again("a ", after: "<p>"),
      again("<img src=http://e.example/a>", after: "<figure>"),
    ]

  static let markdowns: [Shape] =
    [
      "a", "a ", "a\n", "\n", "[", "]", "![", "![[]()", "[]()", "[a](b)", "![a](b)", "[a](<b",
      "[a](b \"", "[a]: b\n", "[a]\n", "(",
      "*", "* ", "*a", "a*", "*a*", "**", "**a", "***a ", "_", "_a", "a_", "*_", "`", "``", "`a",
      "``a`", "<", "<a", "<a b=\"",
      "<a@b", "<http://a", "<!--", "<?", "<!A ", "<![CDATA[", "</a", "&", "&amp", "&#1", "\\",
      "\\[", "> ", ">", "> a\n", ">> a\n",
      "- ", "- a\n", "+ a\n  - b\n", "1. ", "1. a\n", "1) a\n\n", "#", "# a\n", "a\n=\n", "a\n-\n",
      "---\n", "***\n", "```\n", "```a\n",
      "~~~\n", "    a\n", "\t", "\ta\n", "|", "|a|b|\n", "|-|-|\n", "a  \n", "\u{301}", "é", "é*",
      "\u{A0}", ":", "a: b\n", "- a: b\n",
      "[a, ", "{a: ", "? a\n", "'", "\"", "&a *a\n", "!!str a\n", "...\n", "---\n---\n", "%a\n",
      "a: |\n b\n", "`a <b>`_ ", ".. a::\n", ".. |a| b::\n", "a::\n", "http://a.example[b] ",
      "|===\n",
      "____\n", "----\n", "[[a][b]] ", "[[a", "#+BEGIN_QUOTE\n", "#+a: b\n", ":a: b\n", "== a\n",
      "+a", "~a~ ",
      "=a= ", "/a/ ",
    ].map { again($0) } + [
      then("![", "[]()"), then("- ", "\n"), then("> ", "\n"), then("1. ", "\n"), then("[", "]"),
      then("[a", "](b)"),
      then("*a **a ", "b** a* "), then("`", "a"), then("<", ">"), again("\n", after: "- - - a"),
      then("![", "](b)"),
      numbered("[r", "]: /u\n"), numbered("k", ": v\n"),
      again("[r] ", after: "[r]: /uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu\n\n"),
      numbered("`", "`` "), then("[a]: b\n", "[a] "), then("  - a\n", "\n"),
    ]

  static let datas: [Shape] =
    [
      "[", "]", "{", "{\"a\":", "{}\n", "[{},", "\"", "\"a\",", "1", "1,", "1\n", "true,", "\\",
      "\\u0041", " ", "\n",
      "{\"title\":\"a b c\"}\n", "{\"title\":\"a\",\"text\":\"b\"},", "{\"author\":[\"a\"]}\n", "<",
      "<a>", "<a b='c'>", "<a/>",
      "</a>", "&amp;", "&", "<!--a-->", "<?a?>", "<![CDATA[a]]>", "\u{0}", "\u{1}", "é", "a",
      "<item><title>a</title></item>", "<item>", "<title>a</title>",
      "<description>&lt;p&gt;a</description>",
      "<entry><title>a</title><content type='html'>&lt;p&gt;a</content></entry>",
      "<category>a</category>",
      "<inlineXML><p>a</p></inlineXML>", "<p>a</p>", "<hl1>a</hl1>", "<block>", "k = 1\n", "[a]\n",
      "[[a]]\n",
      "k = [", "k = {a=1}\n", "k = {", "k = \"\"\"a\n", "a.b = 1\n", "a.", "# a\n",
    ].map { again($0) } + [
      again("{\"title\":\"a\"},", after: "["),
      again("\"a\",", after: "{\"title\":\"x y\",\"author\":["),
      again("\"title\":\"x\",", after: "{"), numbered("\"k", "\":1,", opening: "{\"title\":\"x\","),
      again("a,b;", after: "{\"title\":\"x\",\"tags\":\""),
      again("\\u00e9", after: "{\"title\":\""),
      again("\\ud800", after: "{\"title\":\""), again("<b/>", after: "<a>"), then("<a>", "</a>"),
      numbered(" a", "='b'", opening: "<a"),
      numbered("<a xmlns:p", "='q'>", opening: "<a>"), numbered("k", " = 1\n"),
      numbered("[k", "]\n"), numbered("<item><guid>", "</guid><title>a</title></item>"),
    ]
}

/// The character of a code point that no literal may hold.
private func character(_ value: UInt32) -> String {
  Unicode.Scalar(value).map { String($0) } ?? ""
}
