import Articles
import Foundation
import NewsModel
import Testing

/// Pages of an invented paper, built around one report.
enum PageSample {
  static let first =
    "The lighthouse of Sandvik was sold on Monday to a society of keepers, who paid one crown and promised to paint it."
  static let second =
    "Mayor Ingrid Tofte said that nobody had climbed the stairs since 1987, because the rail had rusted through in places."
  static let third =
    "The society wants to open the tower in June, and asks for carpenters who know how a spiral stair is put together."
  static let all = [first, second, third]

  /// Reads an article from a page.
  static func article(_ html: String, path: String = "gull/page.html") throws -> Article {
    let file = ArticleFile(
      path: path, bytes: Array(html.utf8), modified: Date(timeIntervalSince1970: 1_700_000_000))
    return try #require(ArticleReading().read(file).articles.first).article
  }

  /// A page with a head and a body.
  static func page(head: String = "", _ body: String) -> String {
    "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
      + "<title>Lighthouse sold for one crown</title>" + head + "</head><body>" + body
      + "</body></html>"
  }

  /// The three paragraphs in `p`.
  static let paragraphs = all.map { "<p>\($0)</p>" }.joined()

  /// Two paragraphs of the site about itself, longer than the report.
  static let imprint =
    "<div class=\"k1\"><p>The Gull, 4 Pier Road, Sandvik, has been printed every day but Sunday since 1902, and is read on all the islands of the sound by young and old.</p></div>"
}
