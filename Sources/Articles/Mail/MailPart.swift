/// A message, or a part of one, with the parts inside it (RFC 2046).
struct MailPart {
  let header: MailHeader
  /// The body as it is written; if the part has others inside, all of them.
  let body: ArraySlice<UInt8>
  let parts: [MailPart]

  /// The deepest nesting. Messages nest a few levels: a forwarded one, its alternatives, their
  /// pictures.
  private static let depthLimit = 20
  /// The most parts: a page that was saved whole has some hundred pictures.
  static let partLimit = 10_000

  /// Reads a message.
  init(_ bytes: ArraySlice<UInt8>) {
    var budget = Self.partLimit
    self.init(bytes, depth: 0, budget: &budget)
  }

  private init(_ bytes: ArraySlice<UInt8>, depth: Int, budget: inout Int) {
    let (header, start) = MailHeader.read(bytes)
    let body = bytes[start...]
    var parts: [MailPart] = []
    if depth < Self.depthLimit {
      if header.mediaType.hasPrefix("multipart/"),
        let boundary = header.parameter("boundary", of: "content-type")
      {
        for range in Self.pieces(of: body, boundary: Array(boundary.utf8)) where budget > 0 {
          budget -= 1
          parts.append(MailPart(body[range], depth: depth + 1, budget: &budget))
        }
      } else if header.mediaType == "message/rfc822", budget > 0 {
        budget -= 1
        parts.append(MailPart(body, depth: depth + 1, budget: &budget))
      }
    }
    self.header = header
    self.body = body
    self.parts = parts
  }

  /// The content without its transfer coding.
  var content: [UInt8] {
    TransferCoding.decoded(body, header["content-transfer-encoding"])
  }

  /// The content as text.
  var text: String {
    Charset.text(ofPart: content, declared: header.parameter("charset", of: "content-type"))
  }

  /// This part and those inside it, in order, that are no attachments.
  var shown: [MailPart] {
    let isAttached = header["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
    return isAttached ? [] : [self] + parts.flatMap(\.shown)
  }

  /// The ranges between lines that consist of the boundary (RFC 2046 §5.1.1).
  private static func pieces(of body: ArraySlice<UInt8>, boundary: [UInt8]) -> [Range<Int>] {
    guard !boundary.isEmpty else { return [] }
    let mark = [0x2D, 0x2D] + boundary
    var ranges: [Range<Int>] = []
    var open: Int?
    var index = body.startIndex
    while index < body.endIndex {
      let end = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
      let next = min(end + 1, body.endIndex)
      let rest = body[index..<end].starts(with: mark) ? body[(index + mark.count)..<end] : [0x21]
      let isEnd = rest.starts(with: [0x2D, 0x2D])
      if isEnd || rest.allSatisfy({ $0 <= 0x20 }) {
        if let open, open <= index { ranges.append(open..<index) }
        if isEnd { return ranges }
        open = next
      }
      index = next
    }
    if let open, open < body.endIndex { ranges.append(open..<body.endIndex) }
    return ranges
  }
}
