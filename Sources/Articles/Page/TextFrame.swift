import Markup

/// The element around the text of an article.
///
/// Paragraphs give points to the element around them, half as many to the one around that and a
/// sixth to the next (the idea is Readability's, Arc90 2009). An element that says that it is the
/// body of an article is believed if it holds a good part of what the points find. A text that is
/// split into rows or sections of one make is put together again.
struct TextFrame {
  private let outline: PageOutline
  private let isCut: [Bool]
  /// The prose of each block that is not furniture.
  private let live: [Int]
  /// The live prose inside each node.
  private let inside: [Int]

  init(_ outline: PageOutline, isCut: [Bool], live: [Int], inside: [Int]) {
    self.outline = outline
    self.isCut = isCut
    self.live = live
    self.inside = inside
  }

  /// The index of the element.
  func root() -> Int {
    let best = widened(mostPoints())
    return declared(atLeast: inside[best] * 2 / 5) ?? best
  }

  private func mostPoints() -> Int {
    let nodes = outline.document.nodes
    var points = [Double](repeating: 0, count: nodes.count)
    for (block, prose) in zip(outline.flow.blocks, live) where prose > 0 {
      // A paragraph counts for being one, and for its length up to that of a usual one.
      let value = 1 + min(Double(prose) / 100, 2)
      var frame =
        outline.traits[block.owner].contains(.leaf) ? nodes[block.owner].parent : block.owner
      for share in [1, 0.5, 1.0 / 6] {
        guard frame >= 0 else { break }
        points[frame] += value * share
        frame = nodes[frame].parent
      }
    }
    var best = outline.body
    var most = 0.0
    for index in nodes.indices where points[index] > 0 {
      let factor: Double =
        switch nodes[index].name {
        case "article", "main": 1.25
        // The page's body is around everything.
        case "body", "html": 0.5
        default: 1
        }
      if points[index] * factor > most {
        most = points[index] * factor
        best = index
      }
    }
    return best
  }

  /// Goes up to an element that has a quarter more prose in other parts of the same make.
  private func widened(_ start: Int) -> Int {
    let nodes = outline.document.nodes
    var best = start
    var current = start
    while current != outline.body, nodes[current].parent > 0 {
      let parent = nodes[current].parent
      var alike = 0
      var child = parent + 1
      while child < nodes[parent].end {
        if child != current, inside[child] > 0, !isCut[child], !outline.isTeaser(child),
          isAlike(child, current)
        {
          alike += inside[child]
        }
        child = nodes[child].end
      }
      if alike * 4 > inside[best] { best = parent }
      current = parent
    }
    return best
  }

  /// Whether two neighbours are rows of one text: paragraphs, or the same element with classes that
  /// begin alike.
  private func isAlike(_ index: Int, _ other: Int) -> Bool {
    let (node, neighbour) = (outline.document.nodes[index], outline.document.nodes[other])
    if outline.traits[index].contains(.leaf) { return true }
    guard node.name == neighbour.name else { return false }
    let (first, second) = (firstClass(node), firstClass(neighbour))
    // Five letters: `para-1` and `para-2`, `section-text` and `section-body`.
    return first == second
      || (!first.isEmpty && !second.isEmpty && first.prefix(5) == second.prefix(5))
  }

  private func firstClass(_ node: HTMLNode) -> Substring {
    node["class"]?.split(whereSeparator: \.isWhitespace).first ?? ""
  }

  /// The largest element that says that it is the body of an article.
  private func declared(atLeast least: Int) -> Int? {
    let nodes = outline.document.nodes
    var best: (rank: Int, index: Int)?
    // Two hundred letters are two sentences: less is a teaser that is marked wrongly.
    for index in nodes.indices where inside[index] >= max(least, 200) && !isCut[index] {
      let node = nodes[index]
      guard index > outline.body, !node.attributes.isEmpty else { continue }
      let rank: Int
      if node.has("articlebody", in: "itemprop") {
        rank = 2
      } else if outline.traits[index].contains(.frame), FurnitureNames.isBody(node) {
        rank = 1
      } else {
        continue
      }
      if let found = best, (found.rank, inside[found.index]) >= (rank, inside[index]) { continue }
      best = (rank, index)
    }
    return best?.index
  }
}
