/// The value of `If-Match` and `If-None-Match` (RFC 9110 §13.1.1, §13.1.2): `*` or a list of entity
/// tags.
enum EntityTagList: Equatable, Sendable {
  case any
  case tags([EntityTag])

  /// Reads a field value; several field lines are one value joined with commas (RFC 9110 §5.3).
  ///
  /// Anything that is no entity tag is left out, and matches nothing.
  init(_ value: String) {
    if value.trimmingSpaces() == "*" {
      self = .any
      return
    }
    var tags: [EntityTag] = []
    var rest = value.utf8[...]
    while let first = rest.first {
      if first == UInt8(ascii: ",") || first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
        rest.removeFirst()
        continue
      }
      if let tag = EntityTagList.readTag(&rest) {
        tags.append(tag)
      } else {
        rest = rest.drop { $0 != UInt8(ascii: ",") }
      }
    }
    self = .tags(tags)
  }

  /// Whether any tag of the list matches by strong comparison; `*` matches whatever exists.
  func matchesStrongly(_ tag: EntityTag) -> Bool {
    switch self {
    case .any: true
    case .tags(let tags): tags.contains { $0.matchesStrongly(tag) }
    }
  }

  /// Whether any tag of the list matches by weak comparison; `*` matches whatever exists.
  func matchesWeakly(_ tag: EntityTag) -> Bool {
    switch self {
    case .any: true
    case .tags(let tags): tags.contains { $0.matchesWeakly(tag) }
    }
  }

  /// Reads one tag up to a comma or the end; leaves `rest` after it.
  private static func readTag(_ rest: inout Substring.UTF8View) -> EntityTag? {
    var text = rest
    let isWeak = text.starts(with: "W/".utf8)
    if isWeak { text.removeFirst(2) }
    guard text.first == UInt8(ascii: "\"") else { return nil }
    guard let end = text.dropFirst().firstIndex(of: UInt8(ascii: "\"")) else { return nil }
    let after = text.index(after: end)
    let following = text[after...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard following.isEmpty || following.first == UInt8(ascii: ",") else { return nil }
    let opaque = String(Substring(text[text.startIndex..<after]))
    rest = following
    return EntityTag(opaque: opaque, isWeak: isWeak)
  }
}

extension String {
  /// The text without spaces and tabs at its ends (RFC 9110 §5.6.3, optional white space).
  func trimmingSpaces() -> Substring {
    var text = self[...]
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
