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
    readScrapbook(head)
    guard
      head.holds("SingleFile") || head.holds("saved from url=(") || head.holds("Mirrored from ")
        || head.holds("Saved from ")
    else { return }
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
    // `Mirrored from lantern.example/a by HTTrack Website Copier/3.x [XR&CO'2014], Fri, …`
    if let mark = comment.firstRange(of: "Mirrored from ") {
      let words = comment[mark.upperBound...].split(whereSeparator: \.isWhitespace)
      if let address = words.first, words.count > 2, words[1] == "by" {
        url = url ?? (address.contains("://") ? String(address) : "http://" + address)
      }
      saved =
        saved
        ?? comment.firstRange(of: "], ").map { comment[$0.upperBound...].trimmingWhitespace() }
    }
    // `Saved from https://… at 2026-11-21T09:05:00Z using monolith v2.8.1`
    if let mark = comment.firstRange(of: "Saved from "), comment.utf8.contains("monolith".utf8) {
      let words = comment[mark.upperBound...].split(whereSeparator: \.isWhitespace)
      url = url ?? words.first.map(String.init)
      if words.count > 2, words[1] == "at" { saved = saved ?? String(words[2]) }
    }
    guard comment.utf8.contains("SingleFile".utf8) else { return }
    for line in comment.split(whereSeparator: \.isNewline) {
      let line = line.trimmingWhitespace()
      if line.hasPrefix("url:") { url = url ?? line.dropFirst(4).trimmingWhitespace() }
      if line.hasPrefix("saved date:") { saved = saved ?? line.dropFirst(11).trimmingWhitespace() }
    }
  }

  /// WebScrapBook's attributes of `html`: `data-scrapbook-source="https://…"`.
  private mutating func readScrapbook(_ head: String) {
    guard let mark = head.firstRange(of: "data-scrapbook-source=\"") else { return }
    let rest = head[mark.upperBound...]
    guard let end = rest.firstIndex(of: "\"") else { return }
    url = String(rest[..<end].replacing("&amp;", with: "&"))
  }

  /// The address of the page itself in one of archive.today's hosts
  /// (`/2026.11.21-090500/https://…`).
  private static func ofArchiveToday(_ address: WebAddress) -> WebAddress? {
    let hosts = [
      "archive.ph", "archive.today", "archive.is", "archive.li", "archive.vn", "archive.md",
    ]
    guard hosts.contains(address.host), let mark = address.path.firstRange(of: "/http") else {
      return nil
    }
    let inner = address.path[mark.lowerBound...].dropFirst()
    guard let slash = inner.firstRange(of: ":/") else { return nil }
    let query = address.query.map { "?" + $0 } ?? ""
    return WebAddress(
      inner[..<slash.lowerBound] + "://" + inner[slash.upperBound...].drop { $0 == "/" } + query)
  }

  /// The address of the page itself in one of the Internet Archive
  /// (`/web/20261121090500id_/https://…`).
  static func original(_ address: WebAddress) -> WebAddress {
    if let own = ofArchiveToday(address) { return own }
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
