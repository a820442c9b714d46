import NewsModel

/// The address and time that a program wrote into a page when it saved it.
struct PageProvenance {
  /// The page's address.
  private(set) var url: String?
  /// When it was saved, as written.
  private(set) var saved: String?

  /// Looks at the beginning of a page, where SingleFile and browsers leave a comment.
  init(_ html: String) {
    // SingleFile's comment stands in the first kilobyte, Internet Explorer's in the first two
    // hundred bytes.
    let head = String(decoding: html.utf8.prefix(4_096), as: UTF8.self)
    guard head.holds("SingleFile") || head.holds("saved from url=(") else { return }
    var rest = head[...]
    while let open = rest.firstRange(of: "<!--"),
      let close = rest[open.upperBound...].firstRange(of: "-->")
    {
      read(rest[open.upperBound..<close.lowerBound])
      rest = rest[close.upperBound...]
    }
  }

  private mutating func read(_ comment: Substring) {
    // `saved from url=(0049)https://…`: the number is the address's length.
    if let mark = comment.firstRange(of: "saved from url=(") {
      let address = comment[mark.upperBound...].drop { $0 != ")" }.dropFirst()
      url = url ?? address.split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
    guard comment.contains("SingleFile") else { return }
    for line in comment.split(whereSeparator: \.isNewline) {
      let line = line.trimmingWhitespace()
      if line.hasPrefix("url:") { url = url ?? line.dropFirst(4).trimmingWhitespace() }
      if line.hasPrefix("saved date:") { saved = saved ?? line.dropFirst(11).trimmingWhitespace() }
    }
  }

  /// The address of the page itself in one of the Internet Archive
  /// (`/web/20261121090500id_/https://…`).
  static func original(_ address: WebAddress) -> WebAddress {
    guard address.host == "web.archive.org", address.path.hasPrefix("/web/") else { return address }
    let rest = address.path.dropFirst(5).drop { $0 != "/" }.dropFirst()
    guard rest.hasPrefix("http") else { return address }
    let query = address.query.map { "?" + $0 } ?? ""
    // Paths are tidied: `http://` may have lost a slash.
    let text = String(rest)
    for scheme in ["https:/", "http:/"] where text.hasPrefix(scheme) {
      let host = text.dropFirst(scheme.count).drop { $0 == "/" }
      return WebAddress(scheme + "/" + host + query) ?? address
    }
    return address
  }
}
