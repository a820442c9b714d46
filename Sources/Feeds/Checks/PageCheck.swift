import Markup

/// Checks that a page is whole: its beginning and end, a title, a heading, unique anchors.
struct PageCheck {
  func check(_ bytes: [UInt8]) throws(DocumentFault) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix("<!DOCTYPE html>\n"), text.hasSuffix("</body>\n</html>\n") else {
      throw .notWellFormed(reason: "it does not begin and end as a page")
    }
    let tags: [HTMLTag]
    do {
      tags = try HTMLTag.all(in: text)
    } catch {
      throw .notWellFormed(reason: error.description)
    }
    var anchors: Set<String> = []
    for tag in tags {
      guard let id = tag.id else { continue }
      guard anchors.insert(id).inserted else { throw .repeatedAnchor(id) }
    }
    for name in ["title", "main", "h1"] {
      guard tags.contains(where: { $0.name == name }) else {
        throw .missing(name: name, place: "the page")
      }
    }
  }
}
