import Markup
import NewsModel

/// The JSON-LD of a page: the `NewsArticle` that it is about.
enum StructuredData {
  /// Reads the article's object from a page's scripts, with references inside the graph filled in.
  ///
  /// - Parameters:
  ///   - document: The page.
  ///   - url: The page's own address: of several articles the one that has it is meant.
  ///   - titles: Other titles of the page: of several articles without addresses the one with such
  ///     a title is meant.
  /// - Returns: The object, and dates of the page.
  static func read(in document: HTMLDocument, url: String?, titles: [String]) -> Found {
    var broken: FieldValue?
    var objects: [FieldValue] = []
    for index in document.elements(named: "script") {
      let type = document.nodes[index]["type"]?.lowercased() ?? ""
      guard type.hasPrefix("application/ld+json") else { continue }
      let text = bare(document.text(of: index))
      do {
        gather(try JSONScanner.read(Array(text.utf8)), into: &objects)
      } catch {
        // Templates escape what needs no escaping there.
        if text.utf8.contains("&quot;".utf8),
          let value = try? JSONScanner.read(
            Array(text.replacing("&quot;", with: "\"").replacing("&amp;", with: "&").utf8))
        {
          gather(value, into: &objects)
          continue
        }
        broken = broken ?? DamagedJSON.article(in: text)
      }
    }
    let articles = objects.filter { rank(of: $0) > 0 }
    let identity = url.flatMap { CanonicalURL.identity($0) }
    let names = Set(titles.map(PageTitle.folded)).subtracting([""])
    let weights = articles.enumerated().map { offset, article in
      (agreement(of: article, identity, names), rank(of: article), -offset)
    }
    let dates = objects.filter(isPage).compactMap { $0["datePublished"]?.text }
    guard let most = weights.max(by: { $0 < $1 }) else {
      return Found(article: broken, pageDates: dates)
    }
    return Found(article: resolved(articles[-most.2], in: objects), pageDates: dates)
  }

  /// The findings in a page's data.
  struct Found {
    /// The article's object; nil if there is none.
    var article: FieldValue?
    /// When the page around it was published, as written.
    var pageDates: [String]
  }

  private static func isPage(_ value: FieldValue) -> Bool {
    (value["@type"]?.members ?? []).contains { type in
      type.text?.split(separator: "/").last.map { pages.contains(String($0)) } ?? false
    }
  }

  private static let pages: Set = [
    "WebPage", "ItemPage", "AboutPage", "QAPage", "FAQPage", "HowTo", "Recipe", "CreativeWork",
    "DiscussionForumPosting", "Review",
  ]

  /// The agreement of an article's object with its page: 2 if it has its address, 1 if it has its
  /// name.
  private static func agreement(
    of article: FieldValue, _ identity: String?, _ names: Set<String>
  ) -> Int {
    for key in ["url", "mainEntityOfPage", "@id"] {
      let value = article[key]
      guard let text = value?.text ?? value?.first(of: ["@id", "url"])?.text else { continue }
      if let identity, CanonicalURL.identity(text) == identity { return 2 }
    }
    guard let headline = (article["headline"] ?? article["name"])?.text else { return 0 }
    let folded = PageTitle.folded(MarkupRecognition.plainLine(headline))
    return names.contains { $0 == folded || (folded.utf8.count >= 10 && $0.hasPrefix(folded)) }
      ? 1 : 0
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
