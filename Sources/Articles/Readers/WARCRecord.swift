import FoundationEssentials

/// One record of a web archive.
struct WARCRecord {
  /// The place after it.
  let end: Int
  /// Whether the archive breaks off inside of it.
  let isCut: Bool
  private let header: MailHeader
  private let block: ArraySlice<UInt8>
  private let answer: (header: MailHeader, body: ArraySlice<UInt8>, status: Int)?

  /// Reads the record that begins at a place, or at the first line after it that begins one; nil if
  /// there is none.
  init?(_ bytes: [UInt8], from start: Int) {
    let mark = Array("WARC/".utf8)
    var index = start
    while index < bytes.count, !bytes[index...].starts(with: mark) {
      guard let end = bytes[index...].firstIndex(of: 0x0A) else { return nil }
      index = end + 1
    }
    guard index < bytes.count, let line = bytes[index...].firstIndex(of: 0x0A) else { return nil }
    let (header, body) = MailHeader.read(bytes[(line + 1)...])
    let stated = header["content-length"].flatMap { Int($0.trimmingWhitespace()) } ?? 0
    let available = bytes.count - body
    self.header = header
    isCut = stated > available
    block = bytes[body..<(body + max(0, min(stated, available)))]
    end = block.endIndex
    answer =
      header["content-type"]?.lowercased().hasPrefix("application/http") == true
      ? Self.answer(block) : nil
  }

  /// The address of the page.
  var address: String? {
    header["warc-target-uri"].map { $0.filter { !"<>".contains($0) }.trimmingWhitespace() }
  }

  /// The time when it was fetched.
  var date: Date? { header["warc-date"].flatMap { DateReading.read($0)?.moment } }

  /// The charset that the answer's header names.
  var charset: String? { answer?.header.parameter("charset", of: "content-type") }

  /// The bytes of a page that was answered with success, without the codings of its transfer; nil
  /// if the record holds none.
  func page(limit: Int) -> [UInt8]? {
    let type = header["warc-type"]?.lowercased()
    if type == "resource" || type == "conversion", header.mediaType.contains("html") {
      return Array(block)
    }
    guard type == "response", !isCut, let answer, answer.status == 200,
      answer.header.mediaType.contains("html") || answer.header["content-type"] == nil
    else { return nil }
    let isChunked = answer.header["transfer-encoding"]?.lowercased().contains("chunked") == true
    let body = isChunked ? Self.unchunked(answer.body) : Array(answer.body)
    if answer.header["content-encoding"]?.lowercased().contains("deflate") == true {
      // As below.
      return try? Unpacking.inflated(body, limit: limit)
    }
    let coding = Unpacking.Coding.allCases.first { body.starts(with: $0.magic) }
    guard let coding, coding != .bzip2 else { return body }
    // Silence is right: a body that cannot be unpacked is a page that cannot be read, and the
    // others stand.
    return try? Unpacking.decompressed(body, coding, limit: limit)
  }

  /// The text that was made of a page (Common Crawl's WET); nil if the record holds none.
  var text: [UInt8]? {
    guard header["warc-type"]?.lowercased() == "conversion", header.mediaType == "text/plain"
    else { return nil }
    return Array(block)
  }

  private static func answer(
    _ block: ArraySlice<UInt8>
  ) -> (header: MailHeader, body: ArraySlice<UInt8>, status: Int)? {
    guard let line = block.firstIndex(of: 0x0A) else { return nil }
    let words = String(decoding: block[..<line], as: UTF8.self).split(separator: " ")
    guard words.count >= 2, let status = Int(words[1].prefix(3)) else { return nil }
    let (header, body) = MailHeader.read(block[(line + 1)...])
    return (header, block[body...], status)
  }

  /// Puts the pieces of a chunked body together (RFC 9112 §7.1); one that was stored whole stays.
  private static func unchunked(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = body.startIndex
    while index < body.endIndex {
      guard let end = body[index...].firstIndex(of: 0x0A) else { break }
      let digits = String(decoding: body[index..<end], as: UTF8.self).prefix(while: \.isHexDigit)
      guard !digits.isEmpty, digits.count <= 8, let count = Int(digits, radix: 16) else {
        return result.isEmpty ? Array(body) : result
      }
      if count == 0 { break }
      let last = min(end + 1 + count, body.endIndex)
      result += body[(end + 1)..<last]
      index = last
      while index < body.endIndex, body[index] == 0x0D || body[index] == 0x0A { index += 1 }
    }
    return result
  }
}
