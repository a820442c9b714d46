import FoundationEssentials
import NewsModel

/// An article of a collection in JSON Lines, with what its labels say.
struct LabelledArticle {
  var article: Article
  /// Its story as a person labelled it; its own id where there is none.
  var story: String
  /// The kind of writer that made it, where the collection says so.
  var tier: String

  private struct Line: Decodable {
    var id: String
    var published: String?
    var lang: String?
    var source: String?
    var title: String?
    var text: String?
    var story: String?
    var tier: String?
  }

  /// Reads a collection; an article without a date has a minute of its own in the order of the
  /// file.
  static func read(_ path: String) throws -> [LabelledArticle] {
    guard let data = FileManager.default.contents(atPath: path) else {
      print("\(path): no such file")
      return []
    }
    return try data.split(separator: UInt8(ascii: "\n")).enumerated().map { number, bytes in
      let line = try JSONDecoder().decode(Line.self, from: Data(bytes))
      let date = line.published.flatMap { Timestamp.rfc3339($0) ?? Timestamp.rfc3339($0 + "Z") }
      let article = Article(
        id: ArticleID(line.id), outlet: line.source ?? "", title: line.title ?? "",
        paragraphs: (line.text ?? "").split(separator: "\n").map(String.init),
        language: line.lang,
        published: date ?? Date(timeIntervalSince1970: 1_780_000_000 + Double(number) * 60),
        dateOrigin: date == nil ? .file : .stated)
      return LabelledArticle(
        article: article, story: line.story ?? line.id, tier: line.tier ?? "")
    }
  }
}
