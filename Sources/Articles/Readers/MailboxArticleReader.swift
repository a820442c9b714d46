/// Reads a mailbox of many messages (`mbox`, RFC 4155).
struct MailboxArticleReader: ArticleReader {
  let format = ArticleFormat(
    "Mailbox", extensions: ["mbox"], signature: "a first line `From SENDER DATE`",
    articles: "each message")

  func recognition(of head: FileHead) -> Recognition {
    guard head.text.hasPrefix("From "), let line = head.lines(1).first else { return .no }
    // `From someone Fri Nov 20 09:05:00 2026`.
    let hasTime = line.split(separator: " ").contains { $0.count(where: { $0 == ":" }) >= 1 }
    return hasTime && line.contains(where: \.isNumber) ? .certain : .possible
  }

  func read(_ file: ArticleFile) throws(ArticleError) -> ReadArticles {
    var gathering = ArticleGathering(file)
    for (number, range) in Self.messages(in: file.bytes).enumerated() {
      let message = MailPart(Self.unquoted(file.bytes[range])[...])
      guard !message.header.isEmpty else { continue }
      gathering.add(MailReading(message: message, file: file).draft(), member: number + 1)
    }
    return try gathering.finished(orElse: .damaged("there is no message in it"))
  }

  /// The messages: the ranges between lines that begin with `From ` after a blank one.
  private static func messages(in bytes: [UInt8]) -> [Range<Int>] {
    let mark = Array("From ".utf8)
    var ranges: [Range<Int>] = []
    var open: Int?
    var index = 0
    var isAfterBlank = true
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      let next = min(end + 1, bytes.count)
      if isAfterBlank, bytes[index..<end].starts(with: mark) {
        if let open { ranges.append(open..<index) }
        open = next
      }
      isAfterBlank = bytes[index..<end].allSatisfy { $0 == 0x0D }
      index = next
    }
    if let open { ranges.append(open..<bytes.count) }
    return ranges
  }

  /// Takes back the mark that was put before lines which begin as messages do.
  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let mark = Array(">From ".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
      let quoted = bytes[index..<end].starts(with: mark)
      result += bytes[(quoted ? index + 1 : index)..<end]
      index = end
    }
    return result
  }
}
