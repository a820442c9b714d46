import Articles
import FoundationEssentials
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Inputs made to take for ever. Each is read or refused in time that grows with its size alone:
/// the test compares the processor time of an input with that of one four times as large.
@Suite("ArticleReading in bounded time", .serialized)
struct BoundedTimeTests {
  struct Bomb: Sendable, CustomTestStringConvertible {
    var name: String
    var path: String
    /// Makes about so many bytes.
    var make: @Sendable (Int) -> String
    var testDescription: String { name }
  }

  @Test("grows with the size alone", arguments: bombs)
  func linear(bomb: Bomb) {
    let small = seconds(bomb, 20_000)
    let large = seconds(bomb, 80_000)

    // Quadratic reading takes 16 times as long; two seconds forgive a processor that is shared.
    #expect(large < small * 9 + 2, "\(bomb.name): \(small) s, then \(large) s")
  }

  private func seconds(_ bomb: Bomb, _ size: Int) -> Double {
    let file = ArticleFile(
      path: bomb.path, bytes: Array(bomb.make(size).utf8),
      modified: Date(timeIntervalSince1970: 1e9))
    let start = Self.usedTime
    // Refusing is as good as reading here.
    _ = try? ArticleReading().read(file)
    return Self.usedTime - start
  }

  /// The processor time of this thread, in seconds: what others do meanwhile does not count.
  private static var usedTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func repeated(_ piece: String, _ size: Int) -> String {
    String(repeating: piece, count: max(size / piece.utf8.count, 1))
  }

  static let bombs: [Bomb] = [
    Bomb(name: "one line of words", path: "a.txt") { repeated("word ", $0) },
    Bomb(name: "one line of letters", path: "a.txt") { repeated("x", $0) },
    Bomb(name: "empty lines", path: "a.txt") { repeated("\n", $0) + "x" },
    Bomb(name: "short lines", path: "a.txt") { repeated("ab\n", $0) },
    Bomb(name: "bullets", path: "a.txt") { repeated("- a\n", $0) },
    Bomb(name: "dates", path: "a.txt") { repeated("Date: 2026-01-01\n", $0) },
    Bomb(name: "the same line", path: "a.txt") {
      repeated("A line without an end that is told again and again\n", $0)
    },
    Bomb(name: "captions and sentences", path: "a.txt") {
      repeated(
        "A line without an end that is long enough to be a caption\nA sentence that has one and is long.\n",
        $0)
    },
    Bomb(name: "colons", path: "a.txt") { repeated(":", $0) },
    Bomb(name: "combining marks", path: "a.txt") { "e" + repeated("\u{301}\u{323}", $0) },
    Bomb(name: "returns", path: "a.txt") { repeated("\r", $0) + "x" },
    Bomb(name: "digits", path: "a.txt") { repeated("12", $0) },
    Bomb(name: "emoji joined", path: "a.txt") { repeated("\u{1F468}\u{200D}", $0) },
    // To find where one begins, the standard library walks back over all that stand before it:
    // 14 s for half a megabyte, where `contains` was asked for a string.
    Bomb(name: "halves of flags", path: "a.txt") { repeated("\u{1F1E6}", $0) },
    Bomb(name: "halves of flags in JSON", path: "a.json") {
      "{\"headline\":\"Quay\",\"articleBody\":\"" + repeated("\u{1F1E6}", $0 * 8) + "\"}"
    },
    Bomb(name: "halves of flags in every field", path: "b.json") { size in
      let flags = repeated("\u{1F1E6}", size / 8)
      let fields = [
        "headline", "author", "keywords", "description", "url", "publisher", "image", "date",
      ]
      return "{" + fields.map { "\"\($0)\":\"\(flags)\"" }.joined(separator: ",") + "}"
    },
    Bomb(name: "halves of flags in a page", path: "a.html") {
      "<h1>Quay</h1><!-- " + repeated("\u{1F1E6}", $0 / 4)
        + " --><script type=application/ld+json>{\"a\":\""
        + repeated("\u{1F1E6}", $0 / 4) + "</script><p>" + repeated("\u{1F1E6}", $0 / 2)
    },
    Bomb(name: "halves of flags in Markdown", path: "a.md") {
      "---\ntitle: Quay\n---\n" + repeated("\u{1F1E6}", $0)
    },
    Bomb(name: "halves of flags without end of front matter", path: "b.md") {
      "---\ntitle: " + repeated("\u{1F1E6}", $0)
    },
    Bomb(name: "halves of flags in a feed", path: "a.xml") {
      "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><title>Quay</title>"
        + "<content:encoded>" + repeated("\u{1F1E6}", $0 / 2) + "</content:encoded><description>"
        + repeated("\u{1F1E6}", $0 / 2) + "</description></item></channel></rss>"
    },
    Bomb(name: "halves of flags in a mail", path: "a.eml") {
      "Subject: Quay\nFrom: a@b.example\nDate: Fri, 20 Nov 2026 09:05:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n"
        + repeated("\u{1F1E6}", $0)
    },
    Bomb(name: "halves of flags in light markup", path: "a.rst") {
      "Quay\n====\n\n" + repeated("\u{1F1E6}", $0)
    },
    Bomb(name: "nested divisions", path: "a.html") { repeated("<div>", $0) + "x" },
    Bomb(name: "divisions ended wrongly", path: "a.html") {
      repeated("<b>", $0 / 2) + repeated("</i>", $0 / 2)
    },
    Bomb(name: "attributes", path: "a.html") { "<p" + repeated(" a=1", $0) + ">x" },
    Bomb(name: "distinct attributes", path: "a.html") { size in
      "<p " + (0..<(size / 8)).map { "a\($0) " }.joined() + ">x"
    },
    Bomb(name: "attributes below the limit", path: "a.html") { size in
      repeated("<p " + (0..<500).map { "a\($0) " }.joined() + ">x", size)
    },
    Bomb(name: "open tags", path: "a.html") { repeated("<", $0) },
    Bomb(name: "tags that never end", path: "a.html") { repeated("<a ", $0) },
    Bomb(name: "comments that never end", path: "a.html") { repeated("<!--", $0) },
    Bomb(name: "references", path: "a.html") { repeated("&amp", $0) },
    Bomb(name: "paragraphs", path: "a.html") { repeated("<p>a, b, c and d are five words.", $0) },
    Bomb(name: "links", path: "a.html") { repeated("<a href=x>y</a>", $0) },
    Bomb(name: "figures", path: "a.html") {
      repeated("<figure><img src=x><figcaption>y</figcaption></figure>", $0)
    },
    Bomb(name: "pictures in one figure", path: "a.html") {
      "<figure>" + repeated("<img src=http://e.example/x>", $0)
    },
    Bomb(name: "articles", path: "a.html") { repeated("<article><p>x</p></article>", $0) },
    Bomb(name: "article bodies", path: "a.html") { repeated("<p itemprop=articleBody>x", $0) },
    Bomb(name: "classes", path: "a.html") { "<p class='" + repeated("ad-x ", $0) + "'>x" },
    Bomb(name: "metas", path: "a.html") { repeated("<meta name=date content=2026-01-01>", $0) },
    Bomb(name: "times", path: "a.html") { repeated("<time datetime=2026-01-01>x</time>", $0) },
    Bomb(name: "hidden parts", path: "a.html") { repeated("<nav>x</nav><p hidden>y</p>", $0) },
    Bomb(name: "nested spans of links", path: "a.html") {
      repeated("<p><a href=http://e.example/x><b><i><u>x</u></i></b></a></p>", $0)
    },
    Bomb(name: "graph", path: "a.html") {
      "<script type=application/ld+json>["
        + repeated("{\"@type\":\"NewsArticle\",\"@id\":\"x\"},", $0) + "1]</script>x"
    },
    Bomb(name: "scripts", path: "a.html") {
      repeated("<script type=application/ld+json>{}</script>", $0)
    },
    Bomb(name: "header lines in a page", path: "a.html") { repeated("<p>2026-01-01</p>", $0) },
    Bomb(name: "nested lists of JSON", path: "a.json") { repeated("[", $0) },
    Bomb(name: "nested objects of JSON", path: "a.json") { repeated("{\"a\":", $0) },
    Bomb(name: "a string that never ends", path: "a.json") { "\"" + repeated("\\u00e9", $0) },
    Bomb(name: "many keys", path: "a.json") {
      "{" + repeated("\"title\":\"x\",", $0) + "\"text\":\"y\"}"
    },
    Bomb(name: "many members", path: "a.json") {
      "[" + repeated("{\"title\":\"x y z\"},", $0) + "1]"
    },
    Bomb(name: "markup in a field", path: "a.json") {
      "{\"title\":\"" + repeated("<b>x", $0) + "\"}"
    },
    Bomb(name: "many tags", path: "a.json") {
      "{\"title\":\"x\",\"tags\":\"" + repeated("a,b;", $0) + "\"}"
    },
    Bomb(name: "many authors", path: "a.json") {
      "{\"title\":\"x\",\"author\":\"" + repeated("a and b ", $0) + "\"}"
    },
    Bomb(name: "a title of bars", path: "a.json") {
      "{\"title\":\"" + repeated("a | b - ", $0) + "\"}"
    },
    Bomb(name: "a text of marks", path: "a.json") {
      "{\"title\":\"x\",\"text\":\"" + repeated("[…] ", $0) + "\"}"
    },
    Bomb(name: "read more and more", path: "a.json") {
      "{\"title\":\"x\",\"text\":\"x" + repeated(" read more…", $0) + "\"}"
    },
    Bomb(name: "bad lines", path: "a.jsonl") { repeated("{\n", $0) },
    Bomb(name: "empty articles", path: "a.jsonl") { repeated("{}\n", $0) },
    Bomb(name: "YAML aliases", path: "a.md") { _ in
      let levels = (1...30).map { level in
        "a\(level): &a\(level) ["
          + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
      }
      return "---\na0: &a0 x\n" + levels.joined() + "tags: *a30\n---\nText.\n"
    },
    Bomb(name: "YAML alias keys", path: "a.md") { _ in
      let levels = (1...30).map { level in
        "? &a\(level) {*a\(level - 1) : 1, b: *a\(level - 1)}\n: x\n"
      }
      return "---\n? &a0 {k: v}\n: x\n" + levels.joined() + "---\nText.\n"
    },
    Bomb(name: "YAML lists", path: "a.md") {
      "---\na: " + repeated("[", min($0, 60_000)) + "\n---\nx"
    },
    Bomb(name: "YAML keys", path: "a.md") {
      "---\n" + repeated("? a\n", min($0, 60_000)) + "\n---\nx"
    },
    Bomb(name: "front matter that never ends", path: "a.md") { "---\n" + repeated("a: b\n", $0) },
    Bomb(name: "quotes in Markdown", path: "a.md") { repeated(">", $0) + "x" },
    Bomb(name: "quoted lines", path: "a.md") { repeated("> > > > a\n", $0) },
    Bomb(name: "brackets in Markdown", path: "a.md") { repeated("[", $0) },
    Bomb(name: "closing brackets", path: "a.md") { repeated("a]", $0) },
    Bomb(name: "links that never end", path: "a.md") { repeated("[a](<b", $0) },
    Bomb(name: "links without an end", path: "a.md") { repeated("[a](b", $0) },
    Bomb(name: "images nested", path: "a.md") { repeated("![", $0) + repeated("](x)", $0) },
    Bomb(name: "stars", path: "a.md") { repeated("*a ", $0) },
    Bomb(name: "stars and lines", path: "a.md") { repeated("*a_ ", $0) },
    Bomb(name: "emphasis nested", path: "a.md") {
      repeated("*a **a ", $0) + "b" + repeated(" a** a*", $0)
    },
    Bomb(name: "ticks", path: "a.md") { size in
      (1...min(size / 500, 1_600)).map { String(repeating: "`", count: $0) + "a" }.joined()
    },
    Bomb(name: "lists nested", path: "a.md") { size in
      (0..<min(size / 1_000, 1_000)).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    },
    Bomb(name: "list marks", path: "a.md") { repeated("* ", $0) },
    Bomb(name: "declarations", path: "a.md") { "a " + repeated("<!A ", $0) },
    Bomb(name: "instructions", path: "a.md") { "a " + repeated("<?", $0) },
    Bomb(name: "comments in Markdown", path: "a.md") { "a " + repeated("<!--", $0) },
    Bomb(name: "CDATA", path: "a.md") { "a " + repeated("<![CDATA[", $0) },
    Bomb(name: "references defined", path: "a.md") { size in
      (0..<(size / 40)).map { "[r\($0)]: /u\($0)\n" }.joined() + "\n"
        + (0..<(size / 40)).map { "[r\($0)] " }.joined()
    },
    Bomb(name: "a reference to much", path: "a.md") { size in
      "[r]: /" + String(repeating: "u", count: size / 2) + "\n\n" + repeated("[r] ", size / 2)
    },
    Bomb(name: "Markdown tables", path: "a.md") { repeated("|a", $0) + "\n" + repeated("|-", $0) },
    Bomb(name: "addresses in angles", path: "a.md") { repeated("<https://e.example/", $0) },
    Bomb(name: "backslashes", path: "a.md") { repeated("\\", $0) },
    Bomb(name: "dashes and line ends", path: "a.md") { repeated("a\n-\n", $0) },
  ]
}
