import Markup

/// The facts of a page that its parts are weighed by, each gathered once.
///
/// - Complexity: O(*n*) in the size of the page, to make it and for each look-up.
struct PageOutline {
  let document: HTMLDocument
  let body: Int
  let traits: [ElementTraits]
  let flow: PageFlow
  /// The letters of prose of each block; 0 for a label, a list of links or a plea.
  let prose: [Int]
  /// The letters of prose inside each node.
  let proseInside: [Int]
  /// The number of headings with links before each node; a part with one is a teaser.
  private let linkedHeadingsBefore: [Int]

  init(_ document: HTMLDocument) {
    self.document = document
    let nodes = document.nodes
    traits = nodes.map { $0.isText ? [] : ElementTraits.of($0.name) }
    body = nodes.firstIndex { $0.name == "body" } ?? 0
    let flow = PageFlow(document, traits: traits, body: body)
    self.flow = flow
    let prose = flow.blocks.map { PageOutline.prose($0, flow.bytes[$0.text]) }
    self.prose = prose
    proseInside = PageOutline.sums(prose, flow.blocks, nodes)
    linkedHeadingsBefore = PageOutline.linkedHeadings(nodes, traits)
  }

  /// The bytes of a block's text.
  func text(_ block: PageBlock) -> ArraySlice<UInt8> { flow.bytes[block.text] }

  /// Whether a part has a heading that leads elsewhere.
  func isTeaser(_ index: Int) -> Bool {
    linkedHeadingsBefore[document.nodes[index].end] > linkedHeadingsBefore[index]
  }

  /// Sums of the blocks' values inside each node.
  func sums(_ values: [Int]) -> [Int] {
    PageOutline.sums(values, flow.blocks, document.nodes)
  }

  private static func sums(_ values: [Int], _ blocks: [PageBlock], _ nodes: [HTMLNode]) -> [Int] {
    var result = [Int](repeating: 0, count: nodes.count)
    for (block, value) in zip(blocks, values) { result[block.owner] += value }
    for index in nodes.indices.reversed() where result[index] > 0 && nodes[index].parent >= 0 {
      result[nodes[index].parent] += result[index]
    }
    return result
  }

  /// Readability's own number: what has fewer than 25 letters is a label. Without a mark of a
  /// sentence 80 are needed.
  private static func prose(_ block: PageBlock, _ text: ArraySlice<UInt8>) -> Int {
    guard block.length >= 25, block.linked * 2 <= block.length,
      block.length >= 80 || block.hasSentenceMark, !Pleas.isOne(text)
    else { return 0 }
    return block.length
  }

  private static func linkedHeadings(_ nodes: [HTMLNode], _ traits: [ElementTraits]) -> [Int] {
    var linksBefore = [Int](repeating: 0, count: nodes.count + 1)
    for index in nodes.indices {
      let isLink = nodes[index].name == "a" && nodes[index]["href"] != nil
      linksBefore[index + 1] = linksBefore[index] + (isLink ? 1 : 0)
    }
    var result = [Int](repeating: 0, count: nodes.count + 1)
    for index in nodes.indices {
      var isLinked = false
      if traits[index].contains(.heading) {
        let parent = nodes[index].parent
        isLinked =
          linksBefore[nodes[index].end] > linksBefore[index]
          || (parent >= 0 && nodes[parent].name == "a")
      }
      result[index + 1] = result[index] + (isLinked ? 1 : 0)
    }
    return result
  }
}
