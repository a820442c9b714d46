import Markup

/// Finds the article within a page: <doc:HowAPageIsRead>.
///
/// - Complexity: O(*n*) in the size of the page.
struct MainText {
  /// The facts that were gathered about the page.
  let outline: PageOutline
  /// For each node, whether it lies beside the article and not in it.
  let isElsewhere: [Bool]
  /// The element around the text.
  let frame: Int
  /// The element around all of it, the standfirst too.
  let root: Int
  /// The nodes inside the root that are not the report.
  let leavingOut: Set<Int>
  /// The captions inside the root: no paragraphs, but shown.
  let captions: Set<Int>

  init(document: HTMLDocument) {
    let outline = PageOutline(document)
    var furniture = Furniture(outline)
    let live = MainText.live(outline, furniture)
    let inside = outline.sums(live)
    let frame = TextFrame(outline, isCut: furniture.isCut, live: live, inside: inside).root()
    MainText.cutTeasers(in: frame, outline, inside, &furniture)
    let trimming = ReportTrimming(
      outline, root: frame, isCut: furniture.isCut, total: inside[frame])
    let lead = MainText.lead(before: frame, outline, live, furniture)
    var selection = PageSelection(document, frame: frame, lead: lead.flatMap { $0.first...$0.last })
    selection.leaveOut(furniture.isCut, unread: outline.traits.map { $0.contains(.unread) })
    for block in trimming.dropped.sorted() where !trimming.captions.contains(block) {
      let facts = outline.flow.blocks[block]
      selection.leaveOutTexts(facts.first...facts.last)
    }
    self.outline = outline
    isElsewhere = furniture.isElsewhere
    self.frame = frame
    root = selection.root
    leavingOut = selection.leavingOut
    captions = Set(
      trimming.captions.flatMap { block -> [Int] in
        let facts = outline.flow.blocks[block]
        return (facts.first...facts.last).filter { document.nodes[$0].isText }
      })
  }

  private static func live(_ outline: PageOutline, _ furniture: Furniture) -> [Int] {
    zip(outline.flow.blocks, outline.prose).map { block, prose in
      furniture.isCut[block.owner] ? 0 : prose
    }
  }

  /// Removes other reports that stand as `article` inside the article.
  private static func cutTeasers(
    in root: Int, _ outline: PageOutline, _ inside: [Int], _ furniture: inout Furniture
  ) {
    let nodes = outline.document.nodes
    var articles: [Int] = []
    var index = root + 1
    while index < nodes[root].end {
      if nodes[index].name == "article", !furniture.isCut[index] {
        articles.append(index)
        index = nodes[index].end
      } else {
        index += 1
      }
    }
    let isArticle = nodes[root].name == "article"
    let held = articles.reduce(0) { $0 + inside[$1] }
    guard articles.count >= 2 || isArticle, inside[root] - held >= 140 else { return }
    for article in articles
    where inside[article] * 2 < inside[root] && (isArticle || outline.isTeaser(article)) {
      furniture.cut(article)
    }
  }

  /// The standfirst: up to three paragraphs between the headline and the text.
  private static func lead(
    before root: Int, _ outline: PageOutline, _ live: [Int], _ furniture: Furniture
  ) -> [PageBlock] {
    let nodes = outline.document.nodes
    guard
      let heading = nodes.indices.first(where: {
        $0 > outline.body && nodes[$0].name == "h1" && !furniture.isCut[$0]
      }), heading < root
    else { return [] }
    var result: [PageBlock] = []
    for (block, prose) in zip(outline.flow.blocks, live)
    where nodes[heading].end <= block.first && block.first < root {
      guard prose >= 50, !furniture.isCut[block.first], block.linked * 3 < prose,
        !["figcaption", "li", "td"].contains(nodes[block.owner].name), !isDetail(block, outline)
      else { continue }
      result.append(block)
    }
    return result.count <= 3 ? result : []
  }

  /// Whether a block's element, or one of the two around it, is named after something beside the
  /// text.
  private static func isDetail(_ block: PageBlock, _ outline: PageOutline) -> Bool {
    let nodes = outline.document.nodes
    var index = block.owner
    for _ in 0..<3 where index >= 0 {
      let node = nodes[index]
      if ["figure", "time"].contains(node.name) { return true }
      if !["article", "body", "main", "section", "html"].contains(node.name),
        FurnitureNames.isDetail(node) || FurnitureNames.isMedia(node)
      {
        return true
      }
      index = node.parent
    }
    return false
  }
}
