import FoundationEssentials
import Testing

@testable import Articles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files of the newer formats made to take for ever; compared as in `BoundedTimeTests`.
@Suite("Every format in bounded time", .serialized)
struct FormatBombTests {
  struct Bomb: Sendable, CustomTestStringConvertible {
    var path: String
    var name: String
    var make: @Sendable (Int) -> String
    var testDescription: String { "\(path), \(name)" }
  }

  @Test("grows with the size alone", arguments: bombs)
  func linear(bomb: Bomb) {
    let small = seconds(bomb, 20_000)
    let large = seconds(bomb, 80_000)

    // Quadratic reading takes 16 times as long; two seconds forgive a processor that is shared.
    #expect(large < small * 9 + 2, "\(bomb.name): \(small) s, then \(large) s")
  }

  private func seconds(_ bomb: Bomb, _ size: Int) -> Double {
    let bytes = Array(bomb.make(size).utf8)
    let start = Self.usedTime
    // Refusing is as good as reading here.
    _ = try? read(bomb.path, bytes: bytes)
    return Self.usedTime - start
  }

  private static var usedTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func repeated(_ piece: String, _ size: Int) -> String {
    String(repeating: piece, count: max(size / piece.utf8.count, 1))
  }

  private static func rss(_ inside: String) -> String {
    "<rss version='2.0'><channel><title>x</title>" + inside + "</channel></rss>"
  }

  static let bombs: [Bomb] = [
    Bomb(path: "a.rss", name: "items") { rss(repeated("<item><title>a b c</title></item>", $0)) },
    Bomb(path: "a.rss", name: "elements beside items") {
      rss(repeated("<a/>", $0) + repeated("<item><title>x</title></item>", $0))
    },
    Bomb(path: "a.rss", name: "elements in an item") {
      rss("<item><title>x</title>" + repeated("<category>a</category>", $0) + "</item>")
    },
    Bomb(path: "a.rss", name: "media in an item") {
      rss(
        "<item><title>x</title>"
          + repeated("<media:group><media:content url='http://e.example/x.jpg'/></media:group>", $0)
          + "</item>")
    },
    Bomb(path: "a.rss", name: "nested elements") { rss(repeated("<item>", $0)) },
    Bomb(path: "a.rss", name: "namespaces") { size in
      let open = (0..<200).map { level in
        "<a " + (0..<20).map { "xmlns:p\(level)x\($0)='u'" }.joined(separator: " ") + ">"
      }
      return rss(
        open.joined() + repeated("<b/>", size) + String(repeating: "</a>", count: 200))
    },
    Bomb(path: "a.rss", name: "attributes") {
      rss("<a " + (0..<($0 / 8)).map { "b\($0)='' " }.joined() + "/>")
    },
    Bomb(path: "a.rss", name: "entities of its own") { size in
      let entities = (1...40).map {
        "<!ENTITY e\($0) '&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);'>"
      }.joined()
      return "<!DOCTYPE rss [<!ENTITY e0 'lol'>\(entities)]>"
        + rss("<item><title>x" + repeated("&e40;", size) + "</title></item>")
    },
    Bomb(path: "a.rss", name: "references") {
      rss("<item><title>" + repeated("&nbsp;&#x41;&", $0) + "</title></item>")
    },
    Bomb(path: "a.rss", name: "CDATA that never ends") { rss(repeated("<![CDATA[", $0)) },
    Bomb(path: "a.rss", name: "declarations") { "<rss>" + repeated("<!DOCTYPE a [", $0) },
    Bomb(path: "a.rss", name: "tombstones") { rss(repeated("<at:deleted-entry ref='x'/>", $0)) },
    Bomb(path: "a.xml", name: "items of NewsML") {
      "<newsMessage>" + repeated("<newsItem><headline>x</headline></newsItem>", $0)
        + "</newsMessage>"
    },
    Bomb(path: "a.nitf", name: "blocks") {
      "<nitf><body><body.content>" + repeated("<block><p>x</p>", $0)
    },
    Bomb(path: "a.eml", name: "header lines") {
      "Subject: x\nFrom: y\n" + repeated("To: a@b.example\n", $0) + "\nx"
    },
    Bomb(path: "a.eml", name: "a folded header") {
      "From: y\nSubject: x\n" + repeated(" x\n", $0) + "\nx"
    },
    Bomb(path: "a.eml", name: "encoded words") {
      "From: y\nSubject: " + repeated("=?utf-8?Q?a?= ", $0) + "\n\nx"
    },
    Bomb(path: "a.eml", name: "words that never end") {
      "From: y\nSubject: " + repeated("=?", $0) + "\n\nx"
    },
    Bomb(path: "a.eml", name: "parts") {
      "From: y\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
        + repeated("--b\n\nx\n", $0)
    },
    Bomb(path: "a.eml", name: "parts in parts") {
      "From: y\nSubject: x\n" + repeated("Content-Type: multipart/mixed; boundary=b\n\n--b\n", $0)
    },
    Bomb(path: "a.eml", name: "parameters") {
      "From: y\nSubject: x\nContent-Type: text/plain; " + repeated("a=b; ", $0) + "\n\nx"
    },
    Bomb(path: "a.mbox", name: "messages") { repeated("From a 10:00 1\nSubject: x\n\n", $0) },
    Bomb(path: "a.mbox", name: "quoted lines") {
      "From a 10:00 1\nSubject: x\n\n" + repeated(">From \n", $0)
    },
    Bomb(path: "a.warc", name: "records") { repeated("WARC/1.0\r\nContent-Length: 0\r\n\r\n", $0) },
    Bomb(path: "a.warc", name: "no records") {
      "WARC/1.0\r\nContent-Length: 0\r\n\r\n" + repeated("x\n", $0)
    },
    Bomb(path: "a.warc", name: "chunks") { size in
      let body =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + repeated("1\r\nx\r\n", size)
      return
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    },
    Bomb(path: "a.csv", name: "rows") { "title,text\n" + repeated("a b c,x\n", $0) },
    Bomb(path: "a.csv", name: "columns") {
      "title," + repeated("a,", $0) + "\n" + repeated("x,", $0)
    },
    Bomb(path: "a.csv", name: "a quote that never ends") { "title\n\"" + repeated("\"\"", $0) },
    Bomb(path: "a.md", name: "lists of TOML") {
      "+++\na = " + repeated("[", min($0, 60_000)) + "\n+++\nx"
    },
    Bomb(path: "a.md", name: "keys of TOML") {
      "+++\n" + repeated("a = 1\n", min($0, 60_000)) + "\n+++\nx"
    },
    Bomb(path: "a.md", name: "brackets of JSON") { repeated("{", $0) },
    Bomb(path: "a.md", name: "metadata lines") { "title: x\n" + repeated("date: 2026\n", $0) },
    Bomb(path: "a.yaml", name: "members") {
      "articles:\n" + repeated("- title: x\n", min($0, 60_000))
    },
    Bomb(path: "a.rst", name: "marks") { "x\n===\n\n" + repeated("*a ", $0) },
    Bomb(path: "a.rst", name: "ticks") { "x\n===\n\n" + repeated("`a <b ", $0) },
    Bomb(path: "a.rst", name: "fields") { repeated(":a: b\n", $0) },
    Bomb(path: "a.adoc", name: "links") { "= x\n\n" + repeated("http://a ", $0) },
    Bomb(path: "a.adoc", name: "links that never end") { "= x\n\n" + repeated("http://a[", $0) },
    Bomb(path: "a.org", name: "links") { "#+TITLE: x\n\n" + repeated("[[a", $0) },
    Bomb(path: "a.txt", name: "documents of LexisNexis") {
      repeated("1 of 2 DOCUMENTS\n\na\n\nb\n\nc\n", $0)
    },
    Bomb(path: "a.json", name: "lists in lists") { repeated("[{\"articles\":", $0) },
    Bomb(path: "a.json", name: "members of a map") { size in
      "{" + (0..<(size / 30)).map { "\"k\($0)\": {\"title\": \"x\", \"text\": \"y\"}," }.joined()
        + "\"z\": {\"title\": \"x\", \"text\": \"y\"}}"
    },
    Bomb(path: "a.json", name: "what no shape is") { "[" + repeated("{\"a\":1},", $0) + "1]" },
    Bomb(path: "a.html", name: "headlines") {
      "<title>x</title>" + repeated("<h2><a href=x>y</a></h2>", $0)
    },
  ]
}
