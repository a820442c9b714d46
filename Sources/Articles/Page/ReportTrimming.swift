import Markup

/// Finds the parts of the text's frame that are not the report: captions, bylines, pleas, lists of
/// links, other reports below.
struct ReportTrimming {
  private let outline: PageOutline
  private let root: Int
  /// The blocks inside the root that are not furniture, as places in `PageFlow.blocks`.
  private let blocks: [Int]
  /// The live prose inside the root.
  private let total: Int
  /// The number of these blocks inside each node.
  private let count: [Int]
  /// Whether a picture stands inside each node.
  private let hasPicture: [Bool]
  /// Blocks that are no paragraphs of the report.
  private(set) var dropped: Set<Int> = []
  /// The captions among them, which stay with their pictures.
  private(set) var captions: Set<Int> = []

  init(_ outline: PageOutline, root: Int, isCut: [Bool], total: Int) {
    self.outline = outline
    self.root = root
    self.total = max(total, 1)
    let nodes = outline.document.nodes
    let end = nodes[root].end
    let all = outline.flow.blocks
    blocks = all.indices.filter {
      root <= all[$0].first && all[$0].first < end && !isCut[all[$0].owner] && !isCut[all[$0].first]
    }
    var count = [Int](repeating: 0, count: nodes.count)
    var hasPicture = [Bool](repeating: false, count: nodes.count)
    for block in blocks { count[all[block].owner] += 1 }
    for index in stride(from: end - 1, to: root, by: -1) {
      let parent = nodes[index].parent
      count[parent] += count[index]
      if hasPicture[index] || outline.traits[index].contains(.picture) { hasPicture[parent] = true }
    }
    self.count = count
    self.hasPicture = hasPicture
    for block in blocks { judge(block) }
    dropRelated()
    dropHeadingsAtEnd()
  }

  private mutating func judge(_ block: Int) {
    let facts = outline.flow.blocks[block]
    let text = outline.text(facts)
    if isCaption(facts, text) {
      dropped.insert(block)
      captions.insert(block)
    } else if facts.isLinks || Pleas.isOne(text) || isDetail(facts, text) {
      dropped.insert(block)
    }
  }

  /// Whether a block stands in a figure, or alone with a picture.
  private func isCaption(_ facts: PageBlock, _ text: ArraySlice<UInt8>) -> Bool {
    let nodes = outline.document.nodes
    if ["figcaption", "caption"].contains(nodes[facts.owner].name) { return true }
    var index = facts.owner
    var level = 0
    while level < 4, index >= 0 {
      if ["figure", "figcaption"].contains(nodes[index].name) { return true }
      index = nodes[index].parent
      level += 1
    }
    guard text.count <= 250 else { return false }
    let isParagraph = nodes[facts.owner].name == "p" && ReportTrimming.isEnded(text)
    index = facts.owner
    while index > root, count[index] <= 1 {
      let isCell = ["li", "td"].contains(nodes[index].name)
      if hasPicture[index], !isCell, !(isParagraph && index == facts.owner) { return true }
      index = nodes[index].parent
    }
    return false
  }

  /// Whether a short block stands alone in an element that is named after a byline, a date or the
  /// like.
  private func isDetail(_ facts: PageBlock, _ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 200 else { return false }
    // From the innermost element around all of its text, which may be an inline one.
    var index = outline.document.nodes[facts.first].parent
    while index > root, count[index] <= 1 {
      let node = outline.document.nodes[index]
      if node.end > facts.last, !node.attributes.isEmpty,
        node.has("author", in: "itemprop") || node.has("datepublished", in: "itemprop")
          || FurnitureNames.isDetail(node)
      {
        return true
      }
      index = node.parent
    }
    return false
  }

  /// Drops the part after a heading like `Related`, up to the next heading of its kind, if it is
  /// small.
  private mutating func dropRelated() {
    let nodes = outline.document.nodes
    var place = 0
    while place < blocks.count {
      let block = blocks[place]
      place += 1
      let facts = outline.flow.blocks[block]
      guard !dropped.contains(block) || facts.isLinks, RelatedHeadings.isOne(outline.text(facts))
      else { continue }
      var top = facts.owner
      while top > root, count[top] == 1, count[nodes[top].parent] == 1 { top = nodes[top].parent }
      guard top > root else { continue }
      let stop = end(of: top)
      var following: [Int] = []
      var prose = 0
      var next = place - 1
      while next < blocks.count, outline.flow.blocks[blocks[next]].first < stop {
        following.append(blocks[next])
        prose += outline.prose[blocks[next]]
        next += 1
      }
      // A fifth of the text: a list of teasers has less, a section of the report more.
      guard prose * 5 <= total else { continue }
      dropped.formUnion(following)
      place = next
    }
  }

  /// The end of the part that a heading begins: the next element of its kind, or the end of the
  /// surrounding element.
  private func end(of index: Int) -> Int {
    let nodes = outline.document.nodes
    let stop = nodes[nodes[index].parent].end
    guard outline.traits[index].contains(.heading) else { return stop }
    var next = nodes[index].end
    while next < stop {
      if nodes[next].name == nodes[index].name { return next }
      next = nodes[next].end
    }
    return stop
  }

  /// Headings that nothing follows any more.
  private mutating func dropHeadingsAtEnd() {
    for block in blocks.reversed() where !dropped.contains(block) {
      guard outline.traits[outline.flow.blocks[block].owner].contains(.heading) else { return }
      dropped.insert(block)
    }
  }

  /// Whether a text ends with a mark that ends a sentence or a quotation.
  static func isEnded(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    if [0x2E, 0x21, 0x3F, 0x22].contains(last) { return true }
    let tail = Array(text.suffix(3))
    return marks.contains { tail.suffix($0.count).elementsEqual($0) }
  }

  private static let marks = ["…", "。", "”", "»", "“", "！", "？"].map { Array($0.utf8) }
}
