internal import NewsModel

/// Writes the nodes of a document that the policy allows.
struct SanitizedWriter {
  private let document: HTMLDocument
  private let base: WebAddress?
  private let byteBudget: Int
  private var output: [UInt8] = []
  private var open: [ElementChain.Link] = []
  /// Whether a space here would be between two pieces of inline content.
  private var isAfterText = false
  private var isAfterSpace = false

  init(document: HTMLDocument, base: WebAddress?) {
    self.document = document
    self.base = base
    // Inline elements are opened again in each block inside them. Only nonsense grows by more than
    // this factor.
    let size = document.nodes.reduce(0) { sum, node in
      sum + 4 + node.name.utf8.count + node.text.utf8.count
        + node.attributes.reduce(0) { $0 + $1.value.utf8.count }
    }
    byteBudget = size * 8
  }

  mutating func write(_ root: Int, leavingOut: Set<Int>) {
    // Chains of the open source elements; the node's own chain is the last whose element has not
    // ended.
    var chains: [(end: Int, chain: ElementChain)] = [(document.nodes[root].end, ElementChain())]
    var index = root
    while index < document.nodes[root].end, output.count < byteBudget {
      while chains.count > 1, let last = chains.last, last.end <= index { chains.removeLast() }
      let chain = chains.last?.chain ?? ElementChain()
      let node = document.nodes[index]
      if leavingOut.contains(index) {
        index = node.end
        continue
      }
      if node.isText {
        write(text: node.text, in: chain)
        index += 1
        continue
      }
      switch node.name {
      case "br": write(void: "br", attributes: [], in: chain)
      case "wbr": write(void: "wbr", attributes: [], in: chain)
      case "hr": writeRule(in: chain)
      case "img", "amp-img":
        writeImage(index, in: chain)
      case "noscript":
        let images = images(in: index)
        guard !images.isEmpty else { break }
        for image in ImageAddress(document, base: base).fallbacks(in: index) {
          writeImage(image, in: chain)
        }
        index = node.end
        continue
      case let name where EmbeddedMedia.isEmbedding(name):
        if let media = EmbeddedMedia(document, index, base: base) {
          write(media, at: index, in: chain)
        }
        index = node.end
        continue
      default:
        guard let inner = opened(node, index, in: chain) else {
          index = node.end
          continue
        }
        chains.append((node.end, inner))
        // An empty cell keeps its column.
        if let last = inner.blocks.last, last.node == index, SanitizedWriter.isCell(last) {
          adjust(to: inner)
        }
      }
      index += 1
    }
  }

  mutating func finish() -> String {
    close(to: 0)
    return String(decoding: output, as: UTF8.self)
  }

  /// The chain inside an element; nil if the element is dropped with all it contains.
  private func opened(_ node: HTMLNode, _ index: Int, in chain: ElementChain) -> ElementChain? {
    var inner = chain
    switch SanitizingPolicy.treatment(of: node.name) {
    case .nothing: return nil
    case .content:
      // A site's own element counts as a block where a block may stand: outside of paragraphs and
      // inline elements.
      if SanitizingPolicy.isCustom(node.name), chain.inlines.isEmpty,
        ["", "div"].contains(chain.blocks.last?.name ?? "")
      {
        inner.open("div", node: index, isBlock: true)
      }
    case .block(let name): inner.open(name, node: index, isBlock: true)
    case .inline(let name):
      if SanitizingPolicy.attributes(of: node, as: name, base: base) != nil {
        inner.open(name, node: index, isBlock: false)
      }
    }
    return inner
  }

  private mutating func write(text: String, in chain: ElementChain) {
    // Without what is left out when it is written: two spaces around it are one.
    let text = HTMLText.standing(of: text)
    if chain.blocks.contains(where: { $0.name == "pre" }) {
      guard !text.isEmpty else { return }
      adjust(to: chain)
      HTMLText.append(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"), to: &output)
      isAfterText = true
      isAfterSpace = false
      return
    }
    let isBlank = text.utf8.allSatisfy { $0 <= 0x20 }
    if isBlank {
      // White space between blocks is layout. Whether this one is between blocks is known with the
      // next piece.
      guard isAfterText, !text.isEmpty, staysInBlock(chain) else { return }
      guard !isAfterSpace else { return }
      adjust(to: chain)
      output.append(0x20)
      isAfterSpace = true
      return
    }
    adjust(to: chain)
    var collapsed: [UInt8] = []
    collapsed.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte <= 0x20 {
        if isAfterText, !isAfterSpace { collapsed.append(0x20) }
        isAfterSpace = true
      } else {
        collapsed.append(byte)
        isAfterText = true
        isAfterSpace = false
      }
    }
    HTMLText.append(String(decoding: collapsed, as: UTF8.self), to: &output)
  }

  private mutating func write(
    void name: String, attributes: [(name: String, value: String)], in chain: ElementChain
  ) {
    adjust(to: chain)
    writeTag(name, attributes)
    output += "/>".utf8
    isAfterText = name != "br"
    isAfterSpace = false
  }

  private func images(in index: Int) -> Range<Int> {
    let nodes = document.nodes
    let first = (index..<nodes[index].end).first { ImageAddress.isImage(nodes[$0].name) }
    return first.map { $0..<nodes[index].end } ?? 0..<0
  }

  private mutating func writeImage(_ index: Int, in chain: ElementChain) {
    guard let address = ImageAddress(document, base: base).address(of: index) else { return }
    write(
      void: "img", attributes: SanitizingPolicy.image(document.nodes[index], address: address),
      in: chain)
  }

  /// Writes a link in place of a player, as a paragraph of its own where one may stand.
  private mutating func write(_ media: EmbeddedMedia, at index: Int, in chain: ElementChain) {
    guard !chain.inlines.contains(where: { $0.name == "a" }) else { return }
    var outer = chain
    outer.leaveContainers()
    let isParagraph =
      chain.inlines.isEmpty && !ElementChain.holdsNoBlock.contains(outer.blocks.last?.name ?? "")
    adjust(to: outer)
    output += (isParagraph ? "<p>" : "").utf8
    writeTag("a", [("href", media.address), ("rel", "nofollow noopener")])
    output.append(0x3E)
    HTMLText.append(media.title, to: &output)
    output += (isParagraph ? "</a></p>" : "</a>").utf8
    isAfterText = !isParagraph
    isAfterSpace = false
  }

  private mutating func writeRule(in chain: ElementChain) {
    var outer = chain
    outer.open("hr", node: -1, isBlock: true)
    outer = outer.withoutRule()
    adjust(to: outer)
    output += "<hr/>".utf8
    isAfterText = false
    isAfterSpace = false
  }

  private func staysInBlock(_ chain: ElementChain) -> Bool {
    var links = chain
    links.leaveContainers()
    return open.filter { isBlock($0) } == links.blocks
  }

  /// Closes and opens elements until exactly those of the chain are open.
  private mutating func adjust(to chain: ElementChain) {
    var target = chain
    if !(chain.blocks.last.map(SanitizedWriter.isCell) ?? false) { target.leaveContainers() }
    let links = target.links
    var shared = 0
    while shared < open.count, shared < links.count, open[shared] == links[shared] { shared += 1 }
    close(to: shared)
    for link in links[shared...] {
      let node = document.nodes[link.node]
      let attributes = SanitizingPolicy.attributes(of: node, as: link.name, base: base) ?? []
      writeTag(link.name, attributes)
      output.append(0x3E)
      open.append(link)
      if isBlock(link) {
        isAfterText = false
        isAfterSpace = false
      }
    }
  }

  private mutating func close(to count: Int) {
    while open.count > count {
      let link = open.removeLast()
      output.append(0x3C)
      output.append(0x2F)
      output += link.name.utf8
      output.append(0x3E)
      if isBlock(link) {
        isAfterText = false
        isAfterSpace = false
      }
    }
  }

  private mutating func writeTag(_ name: String, _ attributes: [(name: String, value: String)]) {
    output.append(0x3C)
    output += name.utf8
    for attribute in attributes {
      output.append(0x20)
      output += attribute.name.utf8
      output.append(0x3D)
      output.append(0x22)
      HTMLText.append(attribute.value, to: &output)
      output.append(0x22)
    }
  }

  private static func isCell(_ link: ElementChain.Link) -> Bool {
    link.name == "td" || link.name == "th"
  }

  private func isBlock(_ link: ElementChain.Link) -> Bool {
    if case .block = SanitizingPolicy.treatment(of: link.name) { return true }
    return false
  }
}
