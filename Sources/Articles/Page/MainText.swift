import Markup

/// Finds the part of a page that is the article.
///
/// The idea is Readability's (Arc90, 2009): paragraphs give points to the element around them and half as many to the
/// one around that, for length and commas; links take points away; names of classes tell what is not the text. An
/// element that says what it is (`itemprop=articleBody`, the only `article`) wins without counting.
struct MainText {
  private let document: HTMLDocument
  /// The nodes that are furniture by their element, role or class.
  private(set) var furniture: Set<Int> = []

  init(document: HTMLDocument) {
    self.document = document
    findFurniture()
  }

  /// The root of the main text; the body if nothing stands out.
  func root() -> Int {
    let body = document.elements(named: "body").first ?? 0
    if let declared = declared() { return declared }
    let points = points()
    var best = body
    var most = 0.0
    for (index, value) in points.enumerated() where value > most {
      best = index
      most = value
    }
    return widened(best, points, body)
  }

  /// Blocks inside a part that are lists of links to other pages.
  func linkLists(in root: Int) -> Set<Int> {
    var result: Set<Int> = []
    let lengths = lengths()
    for index in root..<document.nodes[root].end {
      let node = document.nodes[index]
      guard ["ul", "ol", "div", "section", "p", "table"].contains(node.name), index != root else {
        continue
      }
      let (all, linked) = lengths[index]
      if all > 0, linked * 10 > all * 7, all < 2_000, !hasPicture(index) { result.insert(index) }
    }
    return result
  }

  private func hasPicture(_ index: Int) -> Bool {
    (index..<document.nodes[index].end).contains { document.nodes[$0].name == "img" }
  }

  private func declared() -> Int? {
    let bodies = document.nodes.indices.filter {
      document.nodes[$0].has("articlebody", in: "itemprop")
    }
    // Two hundred characters are two sentences: less is a teaser that is marked wrongly.
    if let body = bodies.first(where: { textLength(of: $0) >= 200 }) { return body }
    let articles = document.elements(named: "article").filter { !isInFurniture($0) }
    return articles.count == 1 ? articles.first.flatMap { inner($0) } : nil
  }

  /// An only `article` is believed if it holds most of the page's paragraphs.
  private func inner(_ article: Int) -> Int? {
    let paragraphs = document.elements(named: "p").filter { !isInFurniture($0) }
    let inside = paragraphs.filter { article < $0 && $0 < document.nodes[article].end }
    let total = paragraphs.reduce(0) { $0 + textLength(of: $1) }
    let own = inside.reduce(0) { $0 + textLength(of: $1) }
    return own * 2 > total && own > 0 ? article : nil
  }

  private func textLength(of index: Int) -> Int {
    document.nodes[index..<document.nodes[index].end].reduce(0) { $0 + $1.text.utf8.count }
  }

  private func isInFurniture(_ index: Int) -> Bool {
    furniture.contains(index) || document.ancestors(of: index).contains(where: furniture.contains)
  }

  /// Lengths of all text and of linked text, for each node, in one pass from the end.
  private func lengths() -> [(all: Int, linked: Int)] {
    var result = [(all: Int, linked: Int)](repeating: (0, 0), count: document.nodes.count)
    for index in document.nodes.indices.reversed() {
      let node = document.nodes[index]
      if node.isText { result[index].all = node.text.utf8.count { $0 > 0x20 } }
      if node.name == "a" { result[index].linked = result[index].all }
      guard node.parent >= 0 else { continue }
      result[node.parent].all += result[index].all
      result[node.parent].linked += result[index].linked
    }
    return result
  }

  private func points() -> [Double] {
    let lengths = lengths()
    var points = [Double](repeating: 0, count: document.nodes.count)
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      if furniture.contains(index) || ["script", "style", "head", "figcaption"].contains(node.name)
      {
        index = node.end
        continue
      }
      if ["p", "pre", "blockquote", "td"].contains(node.name) || isTextDivision(index) {
        let length = lengths[index].all
        // Readability's own number: what is shorter is a label.
        if length >= 25, lengths[index].linked * 2 < length {
          let commas = document.text(of: index).utf8.count { $0 == 0x2C }
          let value = 1 + Double(min(commas, 20)) + min(Double(length) / 100, 3)
          let parent = max(node.parent, 0)
          points[parent] += value
          let grandparent = document.nodes[parent].parent
          if grandparent >= 0 { points[grandparent] += value / 2 }
        }
      }
      index += 1
    }
    for index in points.indices where points[index] > 0 {
      let (all, linked) = lengths[index]
      points[index] *= 1 - Double(linked) / Double(max(all, 1))
      points[index] *= FurnitureNames.weight(of: document.nodes[index])
    }
    return points
  }

  /// A `div` that holds text itself instead of paragraphs.
  private func isTextDivision(_ index: Int) -> Bool {
    let node = document.nodes[index]
    guard node.name == "div" || node.name == "section" else { return false }
    var child = index + 1
    var own = 0
    while child < node.end {
      let inner = document.nodes[child]
      if ["p", "div", "ul", "ol", "table", "section", "article"].contains(inner.name) {
        return false
      }
      own += inner.text.utf8.count
      child = inner.end
    }
    return own >= 80
  }

  /// Goes up as long as the element around has half again as many paragraphs' points beside this one: a text that is
  /// split over several divisions by advertisements.
  private func widened(_ start: Int, _ points: [Double], _ body: Int) -> Int {
    var best = start
    while best != body, document.nodes[best].parent > 0 {
      let parent = document.nodes[best].parent
      var beside = 0.0
      var child = parent + 1
      while child < document.nodes[parent].end {
        if child != best, !furniture.contains(child) { beside += points[child] }
        child = document.nodes[child].end
      }
      guard beside > points[best] / 2, document.nodes[parent].name != "html" else { break }
      best = parent
    }
    return best
  }

  private mutating func findFurniture() {
    let lengths = lengths()
    let total = max(lengths.first?.all ?? 0, 1)
    for index in document.nodes.indices where FurnitureNames.isFurniture(document.nodes[index]) {
      let name = document.nodes[index].name
      guard !["html", "body", "main", "article"].contains(name) else { continue }
      // A class of the whole page's frame (`has-sidebar`) names what it holds beside the text.
      if lengths[index].all * 10 < total * 6 || ["nav", "aside", "footer"].contains(name) {
        furniture.insert(index)
      }
    }
  }
}
