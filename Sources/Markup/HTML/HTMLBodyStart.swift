/// The end of a page's head and the beginning of its body, by the rules of browsers (WHATWG HTML
/// §13.2.6.4.3 to §13.2.6.4.7).
///
/// The tags of `head` and `body` may be left out, and often are: the first text, or the first
/// element that no head holds, begins the body. libxml2 knows some elements alone that do (`div`,
/// `p`) and leaves `article`, `main` or a site's own in the head, where nothing is read. What
/// stands behind `</body>` or `</html>` belongs to the body as well.
struct HTMLBodyStart {
  /// The way in which a tag is written.
  enum Writing {
    case asItIs
    /// After a `<body>`.
    case behindBody
    case notAtAll
  }

  private var isInBody: Bool
  /// The element of the head that may hold anything, such as the picture in a `noscript` that
  /// counts readers.
  private var holder: [UInt8]?

  /// Begins a page, or the content of a body.
  init(isInBody: Bool) {
    self.isInBody = isInBody
  }

  mutating func writing(ofStart name: [UInt8]) -> Writing {
    // These two say nothing inside of a body.
    if isInBody { return name == Self.body || name == Self.head ? .notAtAll : .asItIs }
    guard holder == nil else { return .asItIs }
    if Self.holders.contains(name) {
      holder = name
    } else if name == Self.body || name == Self.frameset {
      isInBody = true
    } else if name != Self.html, name != Self.head, !Self.ofHead.contains(name) {
      isInBody = true
      return .behindBody
    }
    return .asItIs
  }

  mutating func writing(ofEnd name: [UInt8]) -> Writing {
    if name == holder { holder = nil }
    if name == Self.body || name == Self.html { return .notAtAll }
    return isInBody && name == Self.head ? .notAtAll : .asItIs
  }

  mutating func writing(ofText text: ArraySlice<UInt8>) -> Writing {
    guard !isInBody, holder == nil, text.contains(where: { !Self.isInvisible($0) }) else {
      return .asItIs
    }
    isInBody = true
    return .behindBody
  }

  /// White space, and the bytes of U+FEFF: servers that join files leave one before each.
  private static func isInvisible(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xEF || byte == 0xBB || byte == 0xBF
  }

  private static let html = Array("html".utf8)
  private static let head = Array("head".utf8)
  private static let body = Array("body".utf8)
  private static let frameset = Array("frameset".utf8)
  private static let holders = Set(["noscript", "template"].map { Array($0.utf8) })
  private static let ofHead = Set(
    [
      "base", "basefont", "bgsound", "link", "meta", "title", "noframes", "style", "script",
    ].map { Array($0.utf8) })
}
