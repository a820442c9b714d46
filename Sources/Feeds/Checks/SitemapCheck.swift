import Markup

/// Checks a sitemap or an index of sitemaps: its root, its addresses, each once.
struct SitemapCheck {
  func check(_ bytes: [UInt8]) throws(DocumentFault) {
    let xml = try CheckedXML(bytes)
    let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    let root = xml.tree.nodes[0]
    guard ["urlset", "sitemapindex"].contains(root.name), root.namespace == namespace else {
      throw .missing(name: "urlset or sitemapindex", place: "the document")
    }
    var seen: Set<String> = []
    for node in xml.tree.nodes where node.name == "loc" {
      try AddressCheck.check(node.text, in: "loc in line \(node.line)")
      guard seen.insert(node.text).inserted else {
        throw .repeated(name: node.text, place: root.name)
      }
    }
  }
}
