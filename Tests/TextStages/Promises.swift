import FoundationEssentials
import NewsModel

/// The promises that every article keeps once it is read.
enum Promises {
  static func check(_ article: Article) {
    promise(LegibleText.isLegible(article.title), "an article has no title")
    line(article.title, "title")
    line(article.outlet, "outlet")
    if let summary = article.summary { line(summary, "summary") }
    for paragraph in article.paragraphs {
      line(paragraph, "paragraph")
      promise(!paragraph.isEmpty, "a paragraph is empty")
    }
    for url in [article.url, article.originalURL].compactMap({ $0 }) { address(url) }
    for person in article.authors {
      line(person.name, "author")
      promise(LegibleText.isLegible(person.name), "an author has no name")
      if let url = person.url { address(url) }
    }
    for tag in article.tags { line(tag, "tag") }
    for picture in article.pictures {
      address(picture.url)
      line(picture.alternative, "caption")
    }
    for enclosure in article.enclosures {
      address(enclosure.url)
      promise(MediaTypeName.normalized(enclosure.mediaType) == enclosure.mediaType, "no media type")
    }
    if let language = article.language {
      promise(LanguageSubtag.isKnown(language.prefix { $0 != "-" }), "an unknown language")
    }
    promise(article.authors.count <= 20 && article.tags.count <= 30, "too many names")
    promise(article.pictures.count <= 100 && article.enclosures.count <= 20, "too many files")
    promise(article.text.utf8.count <= 1 << 21, "a text is too long")
    let seconds = article.published.timeIntervalSince1970
    promise(seconds >= -62_135_596_800 && seconds < 253_402_300_800, "a date has no year")
  }

  private static func line(_ text: String, _ what: String) {
    for scalar in text.unicodeScalars {
      promise(LegibleText.mayStand(scalar), "a character that may not stand in \(what)")
      promise(scalar != "\n" && scalar != "\r" && scalar != "\t", "\(what) has several lines")
    }
    promise(!text.hasPrefix(" ") && !text.hasSuffix(" "), "\(what) has spaces around it")
  }

  private static func address(_ url: String) {
    promise(
      url.hasPrefix("http://") || url.hasPrefix("https://"), "an address is not absolute")
    promise(url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "an address has odd characters")
  }
}

/// Ends the process with a message if a promise is broken; `precondition` is silent in a release
/// build.
func promise(_ holds: Bool, _ breach: String) {
  if !holds { fatalError(breach) }
}
