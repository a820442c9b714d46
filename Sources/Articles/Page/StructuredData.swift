import Markup
import NewsModel

/// The JSON-LD of a page: the `NewsArticle` that it is about.
enum StructuredData {
  /// Reads the article's object from a page's scripts, with references inside the graph filled in.
  static func article(in document: HTMLDocument) -> FieldValue? {
    var objects: [FieldValue] = []
    for index in document.elements(named: "script") {
      let type = document.nodes[index]["type"]?.lowercased() ?? ""
      guard type.hasPrefix("application/ld+json") else { continue }
      // A broken script is as good as none: the page has other metadata.
      guard let value = try? JSONScanner.read(Array(bare(document.text(of: index)).utf8)) else {
        continue
      }
      gather(value, into: &objects)
    }
    let articles = objects.filter { rank(of: $0) > 0 }
    let best = articles.enumerated().max { first, second in
      (rank(of: first.element), -first.offset) < (rank(of: second.element), -second.offset)
    }
    return best.map { resolved($0.element, in: objects) }
  }

  /// Without the comments and CDATA marks that old pages put around scripts.
  private static func bare(_ text: String) -> String {
    var text = text.trimmingWhitespace()
    for mark in ["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["] where text.hasPrefix(mark) {
      text.removeFirst(mark.count)
    }
    for mark in ["-->", "//]]>", "/*]]>*/", "]]>", ";"] where text.hasSuffix(mark) {
      text.removeLast(mark.count)
    }
    return text
  }

  private static func gather(_ value: FieldValue, into objects: inout [FieldValue]) {
    // A page has a few; a thousand is a bomb.
    guard objects.count < 1_000 else { return }
    switch value {
    case .array(let members):
      for member in members { gather(member, into: &objects) }
    case .object:
      objects.append(value)
      if let graph = value["@graph"] { gather(graph, into: &objects) }
      if let entity = value["mainEntity"] { gather(entity, into: &objects) }
    default: break
    }
  }

  private static func rank(of value: FieldValue) -> Int {
    (value["@type"]?.members ?? []).compactMap { type -> Int? in
      guard let name = type.text?.split(separator: "/").last else { return nil }
      if ["NewsArticle", "ReportageNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting"]
        .contains(name) || name.hasSuffix("NewsArticle")
      {
        return 3
      }
      if name == "Article" || name == "BlogPosting" || name.hasSuffix("Article") { return 2 }
      return name == "Report" || name == "SocialMediaPosting" ? 1 : nil
    }.max() ?? 0
  }

  /// Replaces `{"@id": …}` by the object of the graph that has this id, one level deep.
  private static func resolved(_ value: FieldValue, in objects: [FieldValue]) -> FieldValue {
    guard case .object(let fields) = value else { return value }
    var index: [String: FieldValue] = [:]
    for object in objects {
      if case .object(let own) = object, own.count > 1, let id = object["@id"]?.text {
        index[id] = index[id] ?? object
      }
    }
    return .object(
      fields.map { field in
        guard !["mainEntityOfPage", "isPartOf"].contains(field.key) else { return field }
        var field = field
        let members = field.value.members.map { member -> FieldValue in
          guard case .object(let own) = member, own.count <= 2, let id = member["@id"]?.text,
            let full = index[id]
          else { return member }
          return full
        }
        if case .array = field.value {
          field.value = .array(members)
        } else if let only = members.first {
          field.value = only
        }
        return field
      })
  }
}
