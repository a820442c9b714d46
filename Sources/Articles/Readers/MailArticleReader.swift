import FoundationEssentials
import Markup
import NewsModel

/// Reads one message (`.eml`), and pages that browsers save as one (MHTML).
struct MailArticleReader: ArticleReader {
  let format = ArticleFormat(
    "Mail, MHTML", extensions: ["eml", "emlx", "mht", "mhtml", "mime"],
    signature: "header lines of a message: `From:`, `Subject:`, `Date:`, `MIME-Version:`",
    articles: "the message, titled by its subject; of MHTML the page in it")

  func recognition(of head: FileHead) -> Recognition {
    var names: Set<String> = []
    for line in head.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.isEmpty { break }
      if line.first?.isWhitespace == true { continue }
      guard let colon = line.firstIndex(of: ":"),
        line[..<colon].utf8.allSatisfy({ (0x21...0x7E).contains($0) })
      else { break }
      names.insert(line[..<colon].lowercased())
    }
    let marks: Set = ["from", "subject", "date", "mime-version", "received", "message-id", "to"]
    let count = names.intersection(marks).count
    // A text may begin with `Date:` or `From:`; one that has the others, too, was a message.
    return names.contains("subject") && count >= 3 || names.contains("received") && count >= 2
      ? .likely : .possible
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    let message = MailPart(Self.bytes(of: file))
    guard !message.header.isEmpty else {
      throw ArticleError(path: file.path, problem: .damaged("no header of a message begins it"))
    }
    var gathering = ArticleGathering(file)
    if let page = Self.page(in: message) {
      var inner = file.holding(page.content)
      let address = [
        page.header["content-location"], message.header["snapshot-content-location"],
      ].compactMap { $0 }.first { WebAddress($0) != nil }
      inner.address = address
      inner.charset = page.header.parameter("charset", of: "content-type")
      // When the page was saved: no later than that it was published.
      if let saved = message.header["date"].flatMap({ DateReading.read($0) }) {
        inner.modified = min(saved.moment, file.modified)
      }
      return try HTMLArticleReader().read(inner)
    }
    gathering.add(MailReading(message: message, file: file).draft(), member: nil)
    return try gathering.finished(orElse: .noText)
  }

  /// The message without what Apple's Mail puts around it: its length above, its flags below.
  private static func bytes(of file: ArticleFile) -> ArraySlice<UInt8> {
    let bytes = file.bytes[...]
    let digits = bytes.prefix { (0x30...0x39).contains($0) || $0 == 0x20 }
    guard ArticleFileName.pathExtension(of: file.path) == "emlx", digits.count <= 20,
      bytes.dropFirst(digits.count).first == 0x0A
    else { return bytes }
    let rest = bytes.dropFirst(digits.count + 1)
    let count = Int(String(decoding: digits, as: UTF8.self).trimmingWhitespace()) ?? rest.count
    // A message that was shortened by hand ends where the flags begin.
    let end = rest.firstRange(of: Array("\n<?xml version".utf8))?.lowerBound ?? rest.endIndex
    return count < rest.count ? rest.prefix(min(count, end - rest.startIndex)) : rest[..<end]
  }

  /// The page of an MHTML archive: the root of a `multipart/related` that says where it was (RFC
  /// 2557).
  private static func page(in message: MailPart) -> MailPart? {
    let isArchive =
      message.header["snapshot-content-location"] != nil
      || message.header.mediaType == "multipart/related"
        && message.header["content-location"] != nil
      || message.header.mediaType == "multipart/related" && message.header["to"] == nil
    guard isArchive else { return nil }
    return message.shown.first { $0.parts.isEmpty && $0.header.mediaType.hasSuffix("html") }
  }
}
