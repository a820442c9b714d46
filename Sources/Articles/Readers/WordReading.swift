import Markup
import NewsModel

/// Makes a draft of an Office Open XML document (ECMA-376 part 1 §17).
struct WordReading {
  let document: ForgivingXML
  /// The document's own properties, if it has them.
  let core: ForgivingXML?

  func draft() -> ArticleDraft {
    var blocks = OfficeBlocks()
    var index = 0
    while index < document.nodes.count {
      let node = document.nodes[index]
      // Alternatives for older programs would repeat text, and deleted text is not meant.
      if ["Fallback", "del", "moveFrom", "txbxContent"].contains(node.name) {
        index = node.end
        continue
      }
      guard node.name == "p" else {
        index += 1
        continue
      }
      blocks.append(kind(of: index), text(of: index))
      index = node.end
    }
    var draft = blocks.draft()
    takeProperties(into: &draft)
    return draft
  }

  private func kind(of paragraph: Int) -> OfficeBlocks.Kind {
    let style =
      document.descendants("pStyle", of: paragraph).first
      .flatMap { document.nodes[$0]["val"] }?.lowercased() ?? ""
    if let stated = OfficeBlocks.Kind(style: style) { return stated }
    if style.hasPrefix("heading") || style.hasPrefix("berschrift") || style.hasPrefix("überschrift")
    {
      return .heading
    }
    return style.hasPrefix("list") || !document.descendants("numPr", of: paragraph).isEmpty
      ? .listItem : .text
  }

  private func text(of paragraph: Int) -> String {
    var result = ""
    var index = paragraph + 1
    while index < document.nodes[paragraph].end {
      let node = document.nodes[index]
      switch node.name {
      case "Fallback", "del", "moveFrom", "instrText", "pPr", "rPr", "txbxContent":
        index = node.end
        continue
      case "t": result += document.text(of: index)
      case "tab", "br", "cr": result += " "
      case "noBreakHyphen": result += "-"
      default: break
      }
      index += 1
    }
    return result
  }

  private func takeProperties(into draft: inout ArticleDraft) {
    guard let core, !core.nodes.isEmpty else { return }
    func text(_ name: String) -> String? {
      core.child(name, of: 0).map { core.text(of: $0).trimmingWhitespace() }.flatMap {
        $0.isEmpty ? nil : $0
      }
    }
    // The template of a library knows nothing of the text.
    guard let creator = text("creator"), creator != "python-docx" else { return }
    draft.title = draft.title ?? text("title")
    if draft.authors.isEmpty { draft.authors = Byline.people(creator) }
    draft.published += [text("created")].compactMap { $0 }
    draft.modified += [text("modified")].compactMap { $0 }
    draft.language = draft.language ?? text("language")
    if draft.tags.isEmpty, let keywords = text("keywords") {
      draft.tags = keywords.split { ",;".contains($0) }.map { $0.trimmingWhitespace() }
    }
  }
}
