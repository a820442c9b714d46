import Markup

/// Checks that addresses in documents are absolute, because readers resolve relative ones each in
/// its own way.
enum AddressCheck {
  static func check(_ url: String, in place: String) throws(DocumentFault) {
    guard isAbsolute(url) else { throw .relativeURL(url, place: place) }
  }

  /// Whether a text is an http(s), mailto or tag address without white space.
  static func isAbsolute(_ url: String) -> Bool {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
    return schemes.contains { prefix in
      url.utf8.count > prefix.count
        // Bit 5 is the case of a letter, and is set in the other characters of these prefixes.
        && url.utf8.starts(with: prefix) { $0 | 0x20 == $1 }
    }
  }

  private static let schemes = ["https://", "http://", "mailto:", "tag:"].map { Array($0.utf8) }

  /// Checks all addresses in a piece of HTML.
  static func check(html: String, in place: String) throws(DocumentFault) {
    let document: HTMLDocument
    do {
      document = try HTMLDocument(fragment: html)
    } catch {
      throw .notWellFormed(reason: "\(place): \(error)")
    }
    for node in document.nodes where !node.isText {
      for name in ["href", "src", "cite", "poster", "longdesc"] {
        guard let url = node[name] else { continue }
        try check(url, in: "\(place), \(node.name)")
      }
    }
  }
}
