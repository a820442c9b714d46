import Markup
import NewsModel

/// Makes a draft of an OpenDocument text (ODF 1.2 part 1 §5).
struct OpenDocumentReading {
  let document: ForgivingXML
  /// The document's own properties, if it has them.
  let meta: ForgivingXML?

  func draft() -> ArticleDraft {
    var blocks = OfficeBlocks()
    let parents = styleParents()
    let body = document.nodes.firstIndex { $0.name == "body" } ?? 0
    var index = body
    while !document.nodes.isEmpty, index < document.nodes[body].end {
      let node = document.nodes[index]
      if Self.leftOut.contains(node.name) {
        index = node.end
        continue
      }
      guard node.name == "p" || node.name == "h" else {
        index += 1
        continue
      }
      let style = node["style-name"].map { parents[$0] ?? $0 }?.lowercased() ?? ""
      let isInList = node.parent >= 0 && document.nodes[node.parent].name == "list-item"
      let kind: OfficeBlocks.Kind =
        OfficeBlocks.Kind(style: style)
        ?? (node.name == "h" ? .heading : isInList ? .listItem : .text)
      blocks.append(kind, text(of: index))
      index = node.end
    }
    var draft = blocks.draft()
    takeProperties(into: &draft)
    return draft
  }

  /// Programs call a paragraph's style P1 and say elsewhere that it is a kind of Title.
  private func styleParents() -> [String: String] {
    var parents: [String: String] = [:]
    for node in document.nodes where node.name == "style" {
      if let name = node["name"], let parent = node["parent-style-name"] { parents[name] = parent }
    }
    return parents
  }

  private func text(of paragraph: Int) -> String {
    var result = ""
    var index = paragraph + 1
    while index < document.nodes[paragraph].end {
      let node = document.nodes[index]
      if Self.leftOut.contains(node.name) {
        index = node.end
        continue
      }
      if node.isText { result += node.text }
      if ["s", "tab", "line-break"].contains(node.name) { result += " " }
      index += 1
    }
    return result
  }

  private func takeProperties(into draft: inout ArticleDraft) {
    guard let meta else { return }
    func text(_ name: String) -> String? {
      guard let index = meta.nodes.firstIndex(where: { $0.name == name }) else { return nil }
      let text = meta.text(of: index).trimmingWhitespace()
      return text.isEmpty ? nil : text
    }
    draft.title = draft.title ?? text("title")
    if draft.authors.isEmpty, let creator = text("initial-creator") ?? text("creator") {
      draft.authors = Byline.people(creator)
    }
    draft.published += [text("creation-date"), text("date")].compactMap { $0 }
    draft.language = draft.language ?? text("language")
    if draft.tags.isEmpty {
      draft.tags = meta.nodes.indices.filter { meta.nodes[$0].name == "keyword" }.map {
        meta.text(of: $0)
      }
    }
  }

  private static let leftOut: Set = [
    "tracked-changes", "annotation", "note", "frame", "custom-shape", "sequence-decls", "forms",
    "table-of-content", "desc", "bookmark",
  ]
}
