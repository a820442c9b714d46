import Articles
import FoundationEssentials
import NewsModel

extension TextStage {
  /// The readers of files, with the cleaning behind them.
  static let readers: [TextStage] = [
    TextStage(name: "read-txt", kind: .text) { read($0, "quay-post/a.txt") },
    TextStage(name: "read-md", kind: .markdown) { read($0, "quay-post/a.md") },
    TextStage(name: "read-front-matter", kind: .markdown) {
      read("---\n" + $0 + "\n---\nThe ferry quay closed on Monday.\n", "a.md")
    },
    TextStage(name: "read-html", kind: .markup) { read($0, "quay-post/a.html") },
    TextStage(name: "read-json", kind: .data) { read($0, "a.json") },
    TextStage(name: "read-jsonl", kind: .data) { read($0, "a.jsonl") },
    TextStage(name: "read-title", kind: .text) {
      read(
        field("headline", $0) + "\"articleBody\":\"The ferry quay closed on Monday.\"}", "a.json")
    },
    TextStage(name: "read-body", kind: .text) {
      read(field("articleBody", $0) + "\"headline\":\"Ferry quay closes\"}", "a.json")
    },
    TextStage(name: "read-fields", kind: .text) { bytes in
      // The same text in every field that has one.
      let names = [
        "author", "keywords", "image", "attachments", "datePublished", "inLanguage", "url",
        "publisher", "description",
      ]
      let fields = names.flatMap { name in field(name, bytes).dropFirst() }
      read("{" + fields + "\"headline\":\"Ferry quay closes\"}", "a.json")
    },
    TextStage(name: "read-field-html", kind: .markup) {
      read(field("content_html", $0) + "\"headline\":\"Ferry quay closes\"}", "a.json")
    },
  ]

  /// `{"name":"…",`, with the bytes as they are but for what would end the string.
  private static func field(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    var result = Array("{\"\(name)\":\"".utf8)
    result.reserveCapacity(bytes.count + 32)
    for byte in bytes {
      if byte == 0x22 || byte == 0x5C { result.append(0x5C) }
      result.append(byte)
    }
    return result + "\",".utf8
  }

  static func read(_ bytes: [UInt8], _ path: String) {
    let file = ArticleFile(
      path: path, bytes: bytes, modified: Date(timeIntervalSince1970: 1_793_620_800))
    do {
      let read = try ArticleReading(byteLimit: 1 << 24).read(file)
      for article in read.articles { Promises.check(article.article) }
      for failure in read.failures {
        promise(!failure.description.isEmpty, "a failure says nothing")
      }
    } catch {
      promise(error.description.contains(path), "an error names no file")
    }
  }
}

func + (first: [UInt8], second: String) -> [UInt8] { first + Array(second.utf8) }
func + (first: String, second: [UInt8]) -> [UInt8] { Array(first.utf8) + second }
