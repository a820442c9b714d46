import Testing

/// An answer as it came over the wire.
struct RawAnswer: Sendable {
  var status: Int
  var headers: [(name: String, value: String)]
  var body: [UInt8]
  /// The bytes after the answer.
  var rest: [UInt8] = []

  /// Reads the first answer of the bytes.
  init(_ bytes: [UInt8], isHead: Bool = false) throws {
    let end = try #require(bytes.firstRange(of: Array("\r\n\r\n".utf8)), "no header section")
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let parts = try #require(lines.first).split(separator: " ", maxSplits: 2)
    status = try #require(Int(parts[1]))
    headers = lines.dropFirst().map { line in
      let colon = line.firstIndex(of: ":") ?? line.startIndex
      return (
        String(line[..<colon]).lowercased(), String(line[line.index(after: colon)...]).trimmed
      )
    }
    body = []
    let following = Array(bytes[end.upperBound...])
    if isHead || status == 304 || status == 204 {
      rest = following
    } else if let length = self["content-length"].flatMap({ Int($0) }) {
      body = Array(following.prefix(length))
      rest = Array(following.dropFirst(length))
    } else {
      body = following
    }
  }

  subscript(name: String) -> String? {
    headers.first { $0.name == name }?.value
  }

  var text: String { String(decoding: body, as: UTF8.self) }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
