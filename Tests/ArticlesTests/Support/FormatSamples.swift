@testable import Articles

/// A small file of each format, for what is to hold for all of them.
enum FormatSamples {
  static let all: [(format: String, path: String, bytes: [UInt8])] =
    texts.map { ($0.format, $0.path, Array($0.text.utf8)) } + [
      ("gzip, Zstandard, bzip2, xz", "a.jsonl.gz", PackedFiles.bytes(PackedFiles.gz)),
      ("gzip, Zstandard, bzip2, xz", "a.jsonl.zst", PackedFiles.bytes(PackedFiles.zst)),
      ("Word, OpenDocument", "a.docx", PackedFiles.bytes(PackedFiles.docx)),
      ("Word, OpenDocument", "a.odt", PackedFiles.bytes(PackedFiles.odt)),
    ]

  private static let answer =
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    + "49\r\n<html><h1>Bell recast</h1><article><p>It was recast.</p></article></html>\r\n0\r\n\r\n"

  private static let texts: [(format: String, path: String, text: String)] = [
    (
      "WARC", "a.warc",
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://g.example/1\r\nContent-Type: application/http\r\n"
        + "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n"
    ),
    (
      "RSS, Atom", "a.rss",
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss version='2.0' xmlns:c='http://purl.org/rss/1.0/modules/content/'><channel><title>G</title><item><title>Bell &a; recast</title><link>https://g.example/1</link><c:encoded><![CDATA[<p>It was &nbsp; recast.</p>]]></c:encoded></item></channel></rss>"
    ),
    (
      "NewsML-G2", "a.xml",
      "<newsItem guid='u'><contentMeta><headline>Bell recast</headline></contentMeta><contentSet><inlineXML><html><body><p>It was.</p></body></html></inlineXML></contentSet></newsItem>"
    ),
    (
      "NITF", "a.nitf",
      "<nitf><body><body.head><hedline><hl1>Bell recast</hl1></hedline></body.head><body.content><p>It was.</p></body.content></body></nitf>"
    ),
    (
      "TEI, trafilatura", "a.tei",
      "<TEI><teiHeader><titleStmt><title>Bell recast</title></titleStmt></teiHeader><text><body><p>It was.</p></body></text></TEI>"
    ),
    (
      "Mailbox", "a.mbox",
      "From n@g.example Fri Nov 20 09:05:00 2026\nFrom: G <n@g.example>\nSubject: =?UTF-8?Q?Bell?= recast\n\nIt was.\n"
    ),
    (
      "Mail, MHTML", "a.eml",
      "From: G <n@g.example>\nSubject: Bell recast\nDate: Fri, 20 Nov 2026 09:05:00 +0100\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Transfer-Encoding: base64\n\nSXQgd2FzLg==\n--b--\n"
    ),
    (
      "HTML", "a.html",
      "<!DOCTYPE html><title>Bell recast</title><body><article><p>It was recast on Friday.</p></article>"
    ),
    (
      "JSON, JSON Feed", "a.json",
      "{\"items\": [{\"title\": \"Bell recast\", \"url\": \"https://g.example/1\", \"tags\": [\"a, b\"]}]}"
    ),
    (
      "JSON Lines", "a.jsonl",
      "{\"title\": \"Bell recast\", \"text\": \"It was.\"}\n{\"title\": \"B\", \"text\": \"x\"}\n"
    ),
    (
      "Markdown", "a.md",
      "+++\ntitle = \"Bell recast\"\ntags = [\"a\", 'b']\n[extra]\nx = { y = 1 }\n+++\nIt *was*.\n"
    ),
    ("YAML", "a.yaml", "title: Bell recast\ntext: It was.\n"),
    ("CSV, TSV", "a.csv", "title,text\n\"Bell, recast\",\"It \"\"was\"\".\"\n"),
    (
      "reStructuredText, AsciiDoc, Org", "a.rst",
      "Bell recast\n===========\n\n:date: 2026-11-20\n\nIt **was** `so <https://b.example>`_.\n"
    ),
    (
      "reStructuredText, AsciiDoc, Org", "a.adoc",
      "= Bell recast\nA B <a@b.example>\n\nIt *was* https://b.example[so].\n"
    ),
    (
      "reStructuredText, AsciiDoc, Org", "a.org",
      "#+TITLE: Bell recast\n\nIt *was* [[https://b.example][so]].\n"
    ),
    (
      "LexisNexis", "a.txt",
      "1 of 1 DOCUMENTS\n\nGazette\n\nNovember 20, 2026 Friday\n\nBell recast\n\nLENGTH: 2 words\n\nIt was.\n"
    ),
    (
      "Plain text", "a.txt",
      "Bell recast\n\nBy Ann Ames\n\nIt was recast on Friday, and rings again.\n"
    ),
  ]
}
