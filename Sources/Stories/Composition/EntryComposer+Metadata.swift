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
    if !isBlank(article.article.title) { return headline(article.article.title) }
    if let first = (article.summary + article.body).first {
      return SummaryRule.cut(oneLine(article.text(first)), to: TitleFault.longest)
    }
    return isBlank(article.article.outlet) ? untitled : oneLine(article.article.outlet)
  }

  /// The most characters of a title: of the 4,121 labelled articles the longest has 485.
  static let longestTitle = 500

  /// An outlet's title on one line, without what no headline has room for.
  static func headline(_ title: String) -> String {
    SummaryRule.cut(oneLine(title), to: longestTitle)
  }

  /// The tags of all sources in the order of the coverage, each once however it is cased, spelled
  /// as it came first.
  static func tags(of articles: [Article]) -> [String] {
    var seen: Set<String> = []
    return articles.flatMap(\.tags).map(oneLine).filter {
      !$0.isEmpty && seen.insert($0.lowercased()).inserted
    }
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
    return articles.flatMap(\.enclosures).filter { seen.insert($0.url).inserted }
  }

  /// Whether a text has nothing to read in it.
  static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  /// A text on one line, with single spaces between its words.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
