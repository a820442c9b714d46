import Markup

/// The parts of a page that are navigation, advertisement, comment or another page's teaser.
///
/// A name proves nothing by itself, because sites call the frame of a text `content-with-sidebar`,
/// `widget` or `paywall`. All parts with one name are weighed together against the prose of the
/// whole page: they are removed if enough is left.
struct Furniture {
  /// For each node, whether it is inside of one.
  private(set) var isCut: [Bool]
  /// For each node, whether it belongs to other pages or to readers. A date in there is not the
  /// article's, while one in a byline is.
  private(set) var isElsewhere: [Bool]

  private let outline: PageOutline
  private let total: Int

  /// Finds the parts.
  init(_ outline: PageOutline) {
    self.outline = outline
    isCut = [Bool](repeating: false, count: outline.document.nodes.count)
    isElsewhere = isCut
    total = max(outline.proseInside[outline.body], 1)
    let marked = marks()
    // Surer names first; of equals the first in the page.
    let order = marked.names.sorted { first, second in
      let (one, other) = (marked.strength(first), marked.strength(second))
      return (-one, marked.parts[first]?.first?.node ?? 0)
        < (-other, marked.parts[second]?.first?.node ?? 0)
    }
    for name in order { weigh(marked.parts[name] ?? [], name) }
    restoreIfNothingIsLeft()
  }

  /// Removes a part that was found in another way.
  mutating func cut(_ index: Int) {
    for inner in index..<outline.document.nodes[index].end { isCut[inner] = true }
  }

  private struct Part {
    var node: Int
    var mark: FurnitureNames.Mark
  }

  private struct Marked {
    var names: [String] = []
    var parts: [String: [Part]] = [:]

    mutating func add(_ node: Int, _ mark: FurnitureNames.Mark, _ name: String) {
      if parts[name] == nil { names.append(name) }
      parts[name, default: []].append(Part(node: node, mark: mark))
    }

    func strength(_ name: String) -> Int { parts[name]?.map(\.mark.rawValue).max() ?? 0 }
  }

  private static let hidden = "hidden"
  private static let form = "<form"

  private func marks() -> Marked {
    let nodes = outline.document.nodes
    var marked = Marked()
    var names = FurnitureNames()
    for index in nodes.indices where index > outline.body && !nodes[index].isText {
      let node = nodes[index]
      if ["html", "body", "main"].contains(node.name) { continue }
      if outline.traits[index].contains(.aside) {
        marked.add(index, .strong, "<" + node.name)
      } else if node.name == "form" {
        marked.add(index, .weak, Furniture.form)
      } else if !node.attributes.isEmpty {
        if let role = node["role"], FurnitureNames.isRoleOfFurniture(role) {
          marked.add(index, .strong, "role")
        } else if FurnitureNames.isHidden(node) {
          marked.add(index, .weak, Furniture.hidden)
        } else if node.name != "article",
          node.name != "p" || outline.proseInside[index] < 200,
          let verdict = names.verdict(of: node)
        {
          marked.add(index, verdict.mark, verdict.name)
        }
      }
    }
    return marked
  }

  /// Removes the parts of one name if they hold no more of the prose than such things do.
  ///
  /// The shares were chosen on one half of two public collections of pages and checked on the
  /// other.
  private mutating func weigh(_ parts: [Part], _ name: String) {
    let nodes = outline.document.nodes
    var outer: [Part] = []
    var end = -1
    var sum = 0
    for part in parts where part.node >= end && !isCut[part.node] {
      outer.append(part)
      sum += outline.proseInside[part.node]
      end = nodes[part.node].end
    }
    guard let mark = outer.map(\.mark.rawValue).max().flatMap(FurnitureNames.Mark.init) else {
      return
    }
    let isBeside =
      switch mark {
      case .weak: sum * 10 <= total * 3
      case .strong: sum * 2 <= total || (total - sum >= 600 && sum * 5 <= total * 4)
      // A short report has two sentences.
      case .comments: total - sum >= 140
      }
    for part in outer {
      let inside = outline.proseInside[part.node]
      let isSmall =
        inside == 0 || (mark == .strong && inside * 10 < total)
        || ((name == Furniture.form || name == Furniture.hidden) && inside * 20 <= total)
      guard isBeside || isSmall else { continue }
      cut(part.node)
      if part.mark != .weak, !isFooterOfArticle(part.node) {
        for inner in part.node..<nodes[part.node].end { isElsewhere[inner] = true }
      }
    }
  }

  /// Whether a part is the `footer` of an `article`, where blogs put the date.
  private func isFooterOfArticle(_ index: Int) -> Bool {
    let nodes = outline.document.nodes
    guard nodes[index].name == "footer" else { return false }
    return outline.document.ancestors(of: index).contains { nodes[$0].name == "article" }
  }

  /// A page whose every text has a bad name is taken as if it had no names.
  private mutating func restoreIfNothingIsLeft() {
    var left = 0
    for (block, prose) in zip(outline.flow.blocks, outline.prose) where !isCut[block.owner] {
      left += prose
    }
    if left < 250, total > left * 2 {
      isCut = [Bool](repeating: false, count: isCut.count)
    }
  }
}
