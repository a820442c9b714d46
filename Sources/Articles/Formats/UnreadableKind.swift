/// Recognises kinds of files that are not read, and says how to make articles of them.
enum UnreadableKind {
  /// The reason why a file with this beginning is not read; nil if it may be read.
  static func problem(of head: FileHead) -> ArticleError.Problem? {
    for (magic, kind, remedy) in magics where head.bytes.starts(with: magic.utf8) {
      return .notRead(kind: kind, remedy: remedy)
    }
    for (magic, kind) in binaries where head.bytes.starts(with: magic) {
      return .notRead(kind: kind, remedy: "Remove it, or name it in the setting ignore")
    }
    if head.lower.hasPrefix("<?php") || head.lower.hasPrefix("<%") || head.text.hasPrefix("#!/") {
      return .notRead(kind: "a program", remedy: "Save the page that it makes, or remove it")
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
    default: return nil
    }
  }

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
