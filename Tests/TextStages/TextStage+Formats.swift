extension TextStage {
  /// The readers of what other programs write: feeds, agencies' documents, mail, tables, light
  /// markup, archives of the web.
  static let formats: [TextStage] = [
    // Whatever it is: the content tells, as for a file whose name says nothing.
    TextStage(name: "read-any", kind: .data) { read($0, "quay-post/article") },
    TextStage(name: "read-rss", kind: .markup) {
      read(
        "<rss version=\"2.0\"><channel><title>Quay Post</title><item><title>Ferry quay closes</title>"
          + "<description><![CDATA[" + $0 + "]]></description></item></channel></rss>", "a.rss")
    },
    TextStage(name: "read-rss-items", kind: .data) {
      read("<rss version=\"2.0\"><channel>" + $0 + "</channel></rss>", "a.rss")
    },
    TextStage(name: "read-atom", kind: .data) {
      read("<feed xmlns=\"http://www.w3.org/2005/Atom\">" + $0 + "</feed>", "a.atom")
    },
    TextStage(name: "read-newsml", kind: .data) {
      read(
        "<newsItem guid=\"u\"><contentMeta><headline>Ferry quay closes</headline></contentMeta>"
          + "<contentSet>" + $0 + "</contentSet></newsItem>", "a.xml")
    },
    TextStage(name: "read-nitf", kind: .data) {
      read(
        "<nitf><body><body.head><hedline><hl1>Ferry quay closes</hl1></hedline></body.head>"
          + "<body.content>" + $0 + "</body.content></body></nitf>", "a.nitf")
    },
    TextStage(name: "read-mail", kind: .text) {
      read("From: Ann <a@quay.example>\nSubject: Ferry quay closes\n\n" + $0, "a.eml")
    },
    TextStage(name: "read-mail-header", kind: .text) {
      read("From: Ann <a@quay.example>\nSubject: Ferry " + $0 + "\n\nIt closed.\n", "a.eml")
    },
    TextStage(name: "read-mail-parts", kind: .text) {
      read(
        "From: Ann <a@quay.example>\nSubject: Ferry quay closes\n"
          + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + $0 + "\n--b--\n", "a.eml")
    },
    TextStage(name: "read-mailbox", kind: .text) {
      read(
        "From a@quay.example Fri Nov 20 09:05:00 2026\nSubject: Ferry quay closes\n\n" + $0,
        "a.mbox")
    },
    TextStage(name: "read-yaml", kind: .markdown) { read("title: Quay\n" + $0, "a.yaml") },
    TextStage(name: "read-toml", kind: .data) {
      read("+++\ntitle = \"Quay\"\n" + $0 + "\n+++\nThe ferry quay closed.\n", "a.md")
    },
    TextStage(name: "read-table", kind: .text) { read("title,text,date\n" + $0, "a.csv") },
    TextStage(name: "read-rst", kind: .markdown) {
      read("Ferry quay closes\n=================\n\n" + $0, "a.rst")
    },
    TextStage(name: "read-adoc", kind: .markdown) {
      read("= Ferry quay closes\n\n" + $0, "a.adoc")
    },
    TextStage(name: "read-org", kind: .markdown) {
      read("#+TITLE: Ferry quay closes\n\n" + $0, "a.org")
    },
    TextStage(name: "read-lexis", kind: .text) {
      read("1 of 1 DOCUMENTS\n\nGazette\n\nNovember 20, 2026\n\nFerry\n\n" + $0, "a.txt")
    },
    TextStage(name: "read-warc", kind: .text) {
      read(
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: "
          + "\($0.count)\r\n\r\n" + $0 + "\r\n\r\n", "a.warc")
    },
  ]
}
