/// Recognises kinds of files that are not read, and says how to make articles of them.
enum UnreadableKind {
  /// Finds the reason why a file with this beginning is not read.
  ///
  /// - Parameters:
  ///   - head: The beginning.
  ///   - name: The ending of the file's name that tells a format, if there is one.
  /// - Returns: The reason; nil if the file may be read.
  static func problem(of head: FileHead, name: String?) -> ArticleError.Problem? {
    for (magic, kind, remedy) in magics where head.bytes.starts(with: magic.utf8) {
      return .notRead(kind: kind, remedy: remedy)
    }
    for (magic, kind) in binaries where head.bytes.starts(with: magic) {
      return .notRead(kind: kind, remedy: "Remove it, or name it in the setting ignore")
    }
    if head.lower.hasPrefix("<?php") || head.lower.hasPrefix("<%") || head.text.hasPrefix("#!/") {
      return .notRead(kind: "a program", remedy: "Save the page that it makes, or remove it")
    }
    if head.lower.hasPrefix("<!doctype netscape-bookmark-file") {
      return .notRead(
        kind: "a list of bookmarks", remedy: "Fetch the pages that it lists, or remove it")
    }
    if isLog(head) {
      return .notRead(kind: "a log", remedy: "Remove it, or name it in the setting ignore")
    }
    switch head.root {
    case "urlset", "sitemapindex":
      return .notRead(
        kind: "a site map, a list of addresses",
        remedy: "Fetch the pages that it lists (trafilatura --sitemap, wget -i), or remove it")
    case "opml":
      return .notRead(
        kind: "a list of feeds (OPML)", remedy: "Fetch the feeds that it lists, or remove it")
    case "svg":
      return .notRead(
        kind: "a drawing", remedy: "Remove it, or name it in the setting ignore")
    case let root?
    where (head.lower.hasPrefix("<?xml") || name == "xml") && !documents.contains(root)
      && !head.lower.contains("<p>"):
      return .notRead(
        kind: "XML with the root element \(root.prefix(40)), in no format of articles",
        remedy: "Convert it to one that is read, or name it in the setting ignore")
    case let root? where concepts.contains(root):
      return .notRead(
        kind: "NewsML-G2 of concepts or plans",
        remedy: "Remove it, or name it in the setting ignore")
    default: return nil
    }
  }

  /// Whether nearly every line begins with a time, and says how grave it is or has one time only.
  private static func isLog(_ head: FileHead) -> Bool {
    let lines = head.lines(40)
    guard lines.count >= 3 else { return false }
    let timed = lines.count { line in
      let start = line.utf8.drop { $0 == 0x5B }.prefix(19)
      return start.count == 19
        && zip(start, "0000-00-00 00:00:00".utf8).allSatisfy { byte, form in
          form == 0x30
            ? (0x30...0x39).contains(byte) : byte == form || (form == 0x20 && byte == 0x54)
        }
    }
    return timed * 10 >= lines.count * 9
  }

  /// The root elements that a reader may know, or under which HTML stands.
  private static let documents: Set = [
    "rss", "feed", "channel", "rdf", "newsitem", "newsmessage", "newsml", "packageitem", "nitf",
    "tei", "teicorpus", "doc", "html", "head", "body", "article", "div", "main", "section", "p",
    "h1", "story", "news",
  ]
  private static let concepts: Set = [
    "conceptitem", "knowledgeitem", "catalogitem", "planningitem", "catalog",
  ]

  private static let magics: [(String, String, String)] = [
    ("%PDF-", "a PDF document", "Convert it: pdftotext -layout FILE.pdf FILE.txt"),
    ("{\\rtf", "an RTF document", "Convert it: pandoc -f rtf -t markdown -o FILE.md FILE.rtf"),
    ("SQLite format 3\0", "a database", "Export its articles as JSON Lines"),
  ]

  private static let binaries: [([UInt8], String)] = [
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document (convert it: soffice --convert-to docx)"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"), (Array("RIFF".utf8), "a picture or a sound"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("ID3".utf8), "a sound"),
    (Array("7z\u{BC}".utf8.prefix(2)) + [0xBC, 0xAF], "a 7z archive (unpack it)"),
    (Array("Rar!".utf8), "a RAR archive (unpack it)"),
  ]
}
