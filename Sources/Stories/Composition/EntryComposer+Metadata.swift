import NewsModel

extension EntryComposer {
  /// The title of an entry that has none and no words to take one from.
  static let untitled = "Untitled"

  /// The pinned title, else the canonical article's, else its first sentence.
  ///
  /// A title is text: markup in it is shown, not obeyed. One of an outlet is cut where no headline
  /// is so long.
  static func title(of article: ReadArticle, pins: EntryPins) -> String {
    if let title = pins.title, !isBlank(title) { return oneLine(title) }
    if !isBlank(article.article.title) { return headline(of: article.article) }
    if let first = (article.summary + article.body).first {
      return SummaryRule.cut(oneLine(article.text(first)), to: TitleFault.longest)
    }
    return isBlank(article.article.outlet) ? untitled : oneLine(article.article.outlet)
  }

  /// The most characters of a title: of the 4,121 labelled articles the longest has 485.
  static let longestTitle = 500

  /// An article's headline on one line, without what no headline has room for.
  static func headline(of article: Article) -> String {
    SummaryRule.cut(
      Headline.text(article.title, outlet: article.outlet, url: article.url), to: longestTitle)
  }

  /// The most tags and the most media files of an entry: a reader's list of them is no longer,
  /// whatever a story's sources have.
  static let (mostTags, mostEnclosures) = (60, 60)

  /// The tags of all sources in the order of the coverage, each once however it is cased, spelled
  /// as it came first.
  static func tags(of articles: [Article]) -> [String] {
    var seen: Set<String> = []
    var tags: [String] = []
    for tag in articles.lazy.flatMap(\.tags).map(oneLine) where tags.count < mostTags {
      if !tag.isEmpty, seen.insert(tag.lowercased()).inserted { tags.append(tag) }
    }
    return tags
  }

  /// The images of the first source that has some, each address once.
  static func pictures(of articles: [Article]) -> [Picture] {
    var seen: Set<String> = []
    let pictures = articles.first { !$0.pictures.isEmpty }?.pictures ?? []
    return pictures.filter { seen.insert($0.url).inserted }
  }

  /// The media files of all sources, each address once.
  static func enclosures(of articles: [Article]) -> [Enclosure] {
    var seen: Set<String> = []
    var enclosures: [Enclosure] = []
    for enclosure in articles.lazy.flatMap(\.enclosures) where enclosures.count < mostEnclosures {
      if seen.insert(enclosure.url).inserted { enclosures.append(enclosure) }
    }
    return enclosures
  }

  /// Whether a text has nothing to read in it.
  static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  /// A text on one line, with single spaces between its words.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
