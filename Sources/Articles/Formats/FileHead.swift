/// The beginning of a file, in which the signature of its format is looked for.
struct FileHead: Sendable {
  /// The bytes in which signatures stand: a page's `html` comes after at most some comments and a
  /// doctype.
  static let reach = 4_096

  /// The first bytes.
  let bytes: ArraySlice<UInt8>
  /// The same as text, without a byte order mark and white space before it; characters outside
  /// ASCII may be wrong.
  let text: String
  /// The text in lower case.
  let lower: String

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.prefix(Self.reach)
    var plain = self.bytes
    if plain.starts(with: [0xEF, 0xBB, 0xBF]) { plain = plain.dropFirst(3) }
    // In UTF-16 every second byte of markup is 0.
    if plain.starts(with: [0xFF, 0xFE]) || plain.starts(with: [0xFE, 0xFF]) {
      plain = ArraySlice(plain.dropFirst(2).filter { $0 != 0 })
    }
    text = String(decoding: plain.drop { $0 <= 0x20 }, as: UTF8.self)
    lower = text.lowercased()
  }

  /// The name of the root element without its prefix, in lower case, of what is XML or HTML; nil if
  /// no tag comes first.
  var root: String? { rootTag.map { $0.name } }

  /// The root element's name without its prefix, and its tag, both in lower case.
  var rootTag: (name: String, tag: Substring)? {
    var rest = lower[...]
    while rest.hasPrefix("<!") || rest.hasPrefix("<?") {
      let mark = rest.hasPrefix("<!--") ? "-->" : rest.hasPrefix("<?") ? "?>" : ">"
      guard let end = rest.firstRange(of: mark)?.upperBound else { return nil }
      // A subset in brackets has declarations of its own.
      if mark == ">", let bracket = rest[..<end].firstIndex(of: "["),
        let close = rest[bracket...].firstRange(of: "]")?.upperBound,
        let last = rest[close...].firstIndex(of: ">")
      {
        rest = rest[rest.index(after: last)...]
      } else {
        rest = rest[end...]
      }
      rest = rest.drop { $0.isWhitespace }
    }
    guard rest.first == "<" else { return nil }
    let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    guard !name.isEmpty, name.first?.isLetter == true else { return nil }
    let local = name.split(separator: ":").last ?? name
    return (String(local), rest.prefix { $0 != ">" })
  }

  /// The first lines, without those that are blank; at most so many.
  ///
  /// They are parted by bytes: by characters, every file of JSON would pay for its signature with a
  /// tenth of its reading.
  func lines(_ limit: Int) -> [Substring] {
    var lines: [Substring] = []
    var rest = text.utf8[...]
    while lines.count < limit, !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      if line.contains(where: { $0 > 0x20 }) { lines.append(Substring(line)) }
      rest = rest[line.endIndex...].dropFirst()
    }
    return lines
  }
}
