import FoundationEssentials
import NewsModel

/// A labelled collection of articles, for `newsfold evaluate`.
///
/// JSON Lines, an object a line: `{"id","published","lang","source","url","title","text","story"}`.
struct LabelledCollection {
  /// The articles in the order of the file, under the ids that it gives them.
  private(set) var articles: [Article] = []
  /// The gold story of each article that has one, by the article's id.
  private(set) var stories: [ArticleID: String] = [:]

  private struct Line: Decodable {
    var id: String
    var published: String?
    var lang: String?
    var source: String?
    var url: String?
    var title: String?
    var text: String?
    var story: String?
  }

  init(_ bytes: [UInt8], path: String) throws {
    let decoder = JSONDecoder()
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      let read: Line
      do {
        read = try decoder.decode(Line.self, from: Data(line))
      } catch {
        throw Failure(
          .readingOrWriting,
          "collection is not read: \(path): line \(number + 1): no article. "
            + "A line is {\"id\",\"published\",\"lang\",\"source\",\"url\",\"title\",\"text\",\"story\"}."
        )
      }
      let id = ArticleID(read.id)
      let date = read.published.flatMap(Self.date)
      articles.append(
        Article(
          id: id, outlet: read.source ?? "", url: read.url, title: read.title ?? "",
          paragraphs: (read.text ?? "").split(separator: "\n").map(String.init),
          language: read.lang, published: date ?? Date(timeIntervalSince1970: 0),
          dateOrigin: date == nil ? .file : .stated))
      if let story = read.story { stories[id] = story }
    }
  }

  /// Reads a day, or a date and time; without a zone it is UTC.
  private static func date(_ text: String) -> Date? {
    Timestamp.rfc3339(text) ?? Timestamp.rfc3339(text + "Z")
      ?? Timestamp.rfc3339(text + "T00:00:00Z")
  }
}
