import Foundation
import NewsModel

/// The labelled news that is not in the repository: `$NEWSFOLD_EVALUATION`, else
/// `../shared/evaluation` beside it.
enum EvaluationCollections {
  /// The directory; nil where there is none.
  static let directory: String? = {
    let beside = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "shared/evaluation").path
    let path = ProcessInfo.processInfo.environment["NEWSFOLD_EVALUATION"] ?? beside
    return FileManager.default.fileExists(atPath: path + "/mix-dev.jsonl") ? path : nil
  }()

  private struct Line: Decodable {
    var id: String
    var published: String?
    var lang: String?
    var source: String?
    var title: String?
    var text: String?
    var story: String?
  }

  /// Reads a collection, every `step`th line of it.
  static func articles(_ name: String, step: Int = 1) throws -> [Article] {
    guard let directory else { return [] }
    return try articles(at: "\(directory)/\(name).jsonl", step: step)
  }

  /// Fifteen affairs of our own invention, ten articles each: reports of one event, and of what the
  /// same people do the next day.
  ///
  /// Ids are the saga's name, a dash, the event's letter and the number of the report.
  static func sagas() throws -> (articles: [Article], stories: [ArticleID: String]) {
    try own("sagas")
  }

  /// A collection of our own invention.
  static func own(_ name: String) throws -> (articles: [Article], stories: [ArticleID: String]) {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name).jsonl").path
    let lines = try lines(at: path)
    return (
      lines.map(article),
      Dictionary(uniqueKeysWithValues: lines.map { (ArticleID($0.id), $0.story ?? $0.id) })
    )
  }

  /// Reads a file of labelled articles as `newsfold evaluate` does.
  static func articles(at path: String, step: Int = 1) throws -> [Article] {
    try lines(at: path, step: step).map(article)
  }

  private static func lines(at path: String, step: Int = 1) throws -> [Line] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").enumerated().filter { $0.offset % step == 0 }.map {
      try JSONDecoder().decode(Line.self, from: Data($0.element.utf8))
    }
  }

  private static func article(_ line: Line) -> Article {
    let date = line.published.flatMap { Timestamp.rfc3339($0) ?? Timestamp.rfc3339($0 + "Z") }
    return Article(
      id: ArticleID(line.id), outlet: line.source ?? "", title: line.title ?? "",
      paragraphs: (line.text ?? "").split(separator: "\n").map(String.init), language: line.lang,
      published: date ?? Date(timeIntervalSince1970: 0),
      dateOrigin: date == nil ? .file : .stated)
  }
}
