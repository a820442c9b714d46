/// The text of HTML, in paragraphs, without markup.
public enum PlainText {
  /// Reads the paragraphs of the content of a body.
  ///
  /// - Returns: The paragraphs, none empty; none at all if the text is refused as HTML
  ///   (`HTMLError`).
  public static func from(html: String) -> [String] {
    // Silence is right: the text of refused HTML cannot be told from its markup.
    guard let document = try? HTMLDocument(fragment: html), !document.nodes.isEmpty else {
      return []
    }
    return blocks(of: document, in: 0).map(\.text)
  }

  /// Reads the paragraphs inside a node.
  ///
  /// Paragraphs are separated by block elements, by a site's own elements outside of paragraphs,
  /// and by two line breaks in a row. Scripts, styles, controls of forms and embedded media are
  /// left out.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - root: The index of the node.
  ///   - leavingOut: The indices of nodes whose text is not wanted.
  /// - Returns: The paragraphs in order.
  public static func blocks(
    of document: HTMLDocument, in root: Int, leavingOut: Set<Int> = []
  ) -> [HTMLBlock] {
    var gatherer = BlockGatherer(document: document)
    var index = root
    let end = document.nodes[root].end
    while index < end {
      let node = document.nodes[index]
      if leavingOut.contains(index) {
        gatherer.leave(until: index)
        gatherer.breakParagraph()
        index = node.end
        continue
      }
      if case .nothing = SanitizingPolicy.treatment(of: node.name), !node.isText {
        index = node.end
        continue
      }
      gatherer.visit(node, at: index)
      index += 1
    }
    return gatherer.finish(end)
  }
}

/// Collects text until a block begins or ends.
private struct BlockGatherer {
  private let document: HTMLDocument
  private var blocks: [HTMLBlock] = []
  private var open: [(end: Int, kind: HTMLBlock.Kind, isParagraph: Bool)] = []
  private var text: [UInt8] = []
  private var start = 0
  private var hasSpace = false
  private var lineBreaks = 0

  /// The elements that hold text and no other paragraphs.
  private static let paragraphs: Set = [
    "p", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "figcaption", "caption", "pre",
  ]

  init(document: HTMLDocument) {
    self.document = document
  }

  mutating func visit(_ node: HTMLNode, at index: Int) {
    leave(until: index)
    if node.isText {
      append(node.text, node.parent)
    } else if node.name == "br" {
      lineBreaks += 1
      hasSpace = true
      if lineBreaks > 1 { breakParagraph() }
    } else if node.name == "hr" {
      breakParagraph()
    } else if case .block(let name) = SanitizingPolicy.treatment(of: node.name) {
      breakParagraph()
      open.append((node.end, kind(of: name), BlockGatherer.paragraphs.contains(name)))
    } else if node.name == "body" || node.name == "html" {
      open.append((node.end, .paragraph, false))
    } else if SanitizingPolicy.isCustom(node.name), open.last?.isParagraph != true {
      breakParagraph()
      open.append((node.end, open.last?.kind ?? .paragraph, false))
    }
  }

  /// Ends the blocks that end before a node.
  mutating func leave(until index: Int) {
    while let last = open.last, last.end <= index {
      breakParagraph()
      open.removeLast()
    }
  }

  mutating func breakParagraph() {
    lineBreaks = 0
    hasSpace = false
    guard !text.isEmpty else { return }
    blocks.append(
      HTMLBlock(
        kind: open.last?.kind ?? .paragraph, text: String(decoding: text, as: UTF8.self),
        node: start))
    text = []
  }

  mutating func finish(_ end: Int) -> [HTMLBlock] {
    leave(until: end)
    breakParagraph()
    return blocks
  }

  private func kind(of name: String) -> HTMLBlock.Kind {
    let outer = open.last?.kind ?? .paragraph
    return switch name {
    case "h2", "h3", "h4", "h5", "h6": .heading
    case "li", "dt", "dd": .listItem
    case "figcaption", "caption": .caption
    case "blockquote": .quotation
    default: outer == .heading ? .paragraph : outer
    }
  }

  private mutating func append(_ piece: String, _ node: Int) {
    for byte in piece.utf8 {
      if byte <= 0x20 {
        hasSpace = true
        continue
      }
      if text.isEmpty {
        start = node
      } else if hasSpace {
        text.append(0x20)
      }
      hasSpace = false
      lineBreaks = 0
      text.append(byte)
    }
  }
}
