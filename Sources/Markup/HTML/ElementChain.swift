/// The elements around a piece of content in the output, from the outermost in: blocks first, then
/// inline ones.
///
/// Elements are never nested as HTML forbids, so that every parser, of HTML or XML, builds the same
/// tree from the output. A block ends a paragraph and is not inside bold text; list items are in
/// lists, cells in rows; no link is in a link.
struct ElementChain {
  /// An element in the output: its name there and the index of the node that it comes from.
  struct Link: Equatable {
    var name: String
    var node: Int
  }

  private(set) var blocks: [Link] = []
  private(set) var inlines: [Link] = []

  /// Deeper nesting carries no meaning in an article; libxml2 alone would allow 256.
  static let blockLimit = 32
  static let inlineLimit = 8

  var links: [Link] { blocks + inlines }

  mutating func open(_ name: String, node: Int, isBlock: Bool) {
    if isBlock {
      openBlock(name, node)
    } else if inlines.count < ElementChain.inlineLimit, fits(inline: name) {
      inlines.append(Link(name: name, node: node))
    }
  }

  private func fits(inline name: String) -> Bool {
    switch name {
    case "rt", "rp": inlines.last?.name == "ruby"
    default: !inlines.contains { $0.name == name }
    }
  }

  private mutating func openBlock(_ name: String, _ node: Int) {
    while let last = blocks.last, ElementChain.holdsNoBlock.contains(last.name) {
      blocks.removeLast()
    }
    let allowed = ElementChain.parents[name]
    if let allowed, !allowed.contains(blocks.last?.name ?? "") {
      // A list item without its list is a paragraph of some kind; a row without its table is
      // nothing.
      if ["li", "dt", "dd", "figcaption"].contains(name) { openBlock("div", node) }
      return
    }
    if allowed == nil { leaveContainers() }
    guard blocks.count < ElementChain.blockLimit else { return }
    if name == "table", blocks.contains(where: { $0.name == "table" }) { return }
    blocks.append(Link(name: name, node: node))
  }

  /// Drops lists and tables that cannot directly hold the next element.
  mutating func leaveContainers() {
    while let last = blocks.last, ElementChain.holdsOnlyParts.contains(last.name) {
      blocks.removeLast()
    }
  }

  static let holdsNoBlock: Set = [
    "caption", "dt", "h2", "h3", "h4", "h5", "h6", "p", "pre",
  ]
  private static let holdsOnlyParts: Set = [
    "dl", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul",
  ]
  private static let parents: [String: Set<String>] = [
    "li": ["ol", "ul"], "dt": ["dl"], "dd": ["dl"], "figcaption": ["figure"],
    "caption": ["table"], "thead": ["table"], "tbody": ["table"], "tfoot": ["table"],
    "tr": ["table", "tbody", "tfoot", "thead"], "td": ["tr"], "th": ["tr"],
  ]
}

extension ElementChain {
  /// The chain around a rule (`hr`), which is a block without content.
  func withoutRule() -> ElementChain {
    var result = self
    if result.blocks.last?.name == "hr" { result.blocks.removeLast() }
    result.inlines = []
    return result
  }
}
