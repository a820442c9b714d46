/// The paragraphs of a word processor's document with their styles, as a draft.
struct OfficeBlocks {
  /// The kind of a paragraph, by its style.
  enum Kind {
    case title, heading, listItem, text, author, date

    /// The kind that the name of a style says; nil if it says nothing.
    init?(style: String) {
      switch style {
      case "title", "titel": self = .title
      case "author", "autor": self = .author
      case "date", "datum": self = .date
      default: return nil
      }
    }
  }

  private var blocks: [(kind: Kind, text: String)] = []

  /// Takes a paragraph; a blank one parts others and says nothing.
  mutating func append(_ kind: Kind, _ text: String) {
    let line = CleanText.line(text)
    if !line.isEmpty { blocks.append((kind, line)) }
  }

  /// The draft: the title is the one in that style, else a heading that comes first, else a first
  /// line that may be one.
  ///
  /// Lines above the text that state a date or an author are taken for that, as in plain text.
  func draft() -> ArticleDraft {
    var rest = blocks[...]
    var title: String?
    if let place = rest.firstIndex(where: { $0.kind == .title }) {
      title = rest[place].text
      rest.remove(at: place)
    } else if let first = rest.first,
      first.kind == .heading || (rest.count > 1 && isHeadline(first.text))
    {
      title = first.text
      rest.removeFirst()
    }
    var fields = rest.prefix(10).compactMap { block -> FieldValue.Field? in
      switch block.kind {
      case .author: .init(key: "author", value: .string(block.text))
      case .date: .init(key: "date", value: .string(block.text))
      default: nil
      }
    }
    if rest.count > fields.count {
      rest.removeAll { $0.kind == .author || $0.kind == .date }
    }
    while rest.count > 1, fields.count < 4,
      let field = rest.first.flatMap({ PlainTextHeader.field($0.text) })
    {
      fields.append(field)
      rest.removeFirst()
    }
    var draft = FieldReading(base: nil).draft(of: .object(fields))
    draft.title = title ?? draft.title
    draft.paragraphs = rest.map(\.text)
    draft.html = html(rest)
    return draft
  }

  private func isHeadline(_ line: String) -> Bool {
    line.count <= 200 && !line.hasSuffix(".") && PlainTextHeader.field(line) == nil
  }

  /// The markup, if the styles say more than paragraphs do.
  private func html(_ blocks: ArraySlice<(kind: Kind, text: String)>) -> String? {
    guard blocks.contains(where: { $0.kind != .text }) else { return nil }
    var result = ""
    var isInList = false
    for block in blocks {
      if isInList != (block.kind == .listItem) {
        result += isInList ? "</ul>" : "<ul>"
        isInList.toggle()
      }
      let isHeading = block.kind == .heading || block.kind == .title
      let name = block.kind == .listItem ? "li" : isHeading ? "h2" : "p"
      let text = block.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      result += "<\(name)>\(text)</\(name)>"
    }
    return isInList ? result + "</ul>" : result
  }
}
