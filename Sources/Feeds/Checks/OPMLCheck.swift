import Markup

/// Checks a subscription list against OPML 2.0.
struct OPMLCheck {
  func check(_ bytes: [UInt8]) throws(DocumentFault) {
    let xml = try CheckedXML(bytes)
    guard xml.tree.nodes[0].name == "opml", xml.tree.nodes[0]["version"] == "2.0",
      xml.all("head", "", in: 0).count == 1, let body = xml.all("body", "", in: 0).first
    else { throw .missing(name: "head and body", place: "the document") }
    let outlines = xml.all("outline", "", in: body)
    guard !outlines.isEmpty else { throw .missing(name: "outline", place: "body") }
    try xml.checkAddresses(in: ["xmlUrl", "htmlUrl"])
    var seen: Set<String> = []
    for outline in outlines {
      let node = xml.tree.nodes[outline]
      let place = "the outline in line \(node.line)"
      guard let text = node["text"], !text.isEmpty else {
        throw .missing(name: "text", place: place)
      }
      guard node["type"] == "rss", let url = node["xmlUrl"] else {
        throw .missing(name: "xmlUrl", place: place)
      }
      guard seen.insert(url).inserted else { throw .repeated(name: url, place: "body") }
    }
  }
}
