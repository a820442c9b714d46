import FoundationEssentials
import NewsModel

/// Reads the records that make up nearly all of a state, files, articles and stories, as newsfold
/// writes them (`PlainJSON`).
enum PlainRecords {
  private typealias Unusual = PlainJSON.Unusual

  /// Reads a line.
  ///
  /// - Parameter line: The bytes of the line, without its end.
  /// - Returns: The record; nil if it is of another kind or is written otherwise, which
  ///   `JSONDecoder` decides.
  /// - Complexity: O(*n*) in the bytes.
  static func record(_ line: UnsafeBufferPointer<UInt8>) -> StateRecord? {
    var json = PlainJSON(line)
    let record: StateRecord
    do throws(PlainJSON.Unusual) {
      if json.take(word: #"{"article":"#) {
        record = .article(try article(&json))
      } else if json.take(word: #"{"file":"#) {
        record = .file(try file(&json))
      } else if json.take(word: #"{"story":"#) {
        record = .story(try story(&json))
      } else {
        return nil
      }
      try json.skip("}")
    } catch {
      return nil
    }
    return json.isAtEnd ? record : nil
  }

  /// A value that a key gives, which may be there once.
  private static func set<Value>(
    _ place: inout Value?, _ value: Value
  ) throws(Unusual) {
    guard place == nil else { throw Unusual() }
    place = value
  }

  /// A value that must be there.
  private static func needed<Value>(_ value: Value?) throws(Unusual) -> Value {
    guard let value else { throw Unusual() }
    return value
  }

  private static func texts(_ json: inout PlainJSON) throws(Unusual) -> [String] {
    try json.array { json throws(Unusual) in try json.text() }
  }

  private static func ids(_ json: inout PlainJSON) throws(Unusual) -> [ArticleID] {
    try json.array { json throws(Unusual) in ArticleID(try json.text()) }
  }

  private static func file(_ json: inout PlainJSON) throws(Unusual) -> FileRecord {
    var (path, digest): (String?, String?) = (nil, nil)
    var (byteCount, modified): (Int64?, Int64?) = (nil, nil)
    var articles: [ArticleID]?
    var problems: [String]?
    var isWindow: Bool?
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .articles: try set(&articles, try ids(&json))
      case .byteCount: try set(&byteCount, try json.integer())
      case .digest: try set(&digest, try json.text())
      case .isWindow: try set(&isWindow, try json.truth())
      case .modified: try set(&modified, try json.integer())
      case .path: try set(&path, try json.text())
      case .problems: try set(&problems, try texts(&json))
      default: throw Unusual()
      }
    }
    var record = FileRecord(
      path: FilePath(try needed(path)), byteCount: try needed(byteCount),
      modified: try needed(modified), digest: try needed(digest), articles: try needed(articles),
      problems: try needed(problems))
    record.isWindow = isWindow
    return record
  }

  private static func article(_ json: inout PlainJSON) throws(Unusual) -> ArticleRecord {
    var id: String?
    var versions: [ArticleRecord.Version]?
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .id: try set(&id, try json.text())
      case .versions:
        try set(&versions, try json.array { json throws(Unusual) in try version(&json) })
      default: throw Unusual()
      }
    }
    guard let versions, !versions.isEmpty else { throw Unusual() }
    return ArticleRecord(id: ArticleID(try needed(id)), versions: versions)
  }

  private static func version(_ json: inout PlainJSON) throws(Unusual) -> ArticleRecord.Version {
    var article: Article?
    var (path, name): (String?, String?) = (nil, nil)
    var line: Int?
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .article: try set(&article, try text(&json))
      case .key: try set(&name, try json.text())
      case .line: try set(&line, Int(try json.integer()))
      case .path: try set(&path, try json.text())
      default: throw Unusual()
      }
    }
    return ArticleRecord.Version(
      path: FilePath(try needed(path)), line: line, article: try needed(article), key: name)
  }

  /// Reads an article as it was read from its file.
  private static func text(_ json: inout PlainJSON) throws(Unusual) -> Article {
    var (id, outlet, url, title): (String?, String?, String?, String?) = (nil, nil, nil, nil)
    var (summary, html, language, originalURL): (String?, String?, String?, String?) = (
      nil, nil, nil, nil
    )
    var (paragraphs, tags): ([String]?, [String]?) = (nil, nil)
    var (published, modified): (Date?, Date?) = (nil, nil)
    var publishedZone: Int?
    var dateOrigin: DateOrigin?
    var authors: [Person]?
    var pictures: [Picture]?
    var enclosures: [Enclosure]?
    var isCut: Bool?
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .authors:
        try set(&authors, try json.array { json throws(Unusual) in try person(&json) })
      case .dateOrigin: try set(&dateOrigin, try needed(DateOrigin(rawValue: try json.text())))
      case .enclosures:
        try set(&enclosures, try json.array { json throws(Unusual) in try enclosure(&json) })
      case .html: try set(&html, try json.text())
      case .id: try set(&id, try json.text())
      case .isCut: try set(&isCut, try json.truth())
      case .language: try set(&language, try json.text())
      case .modified: try set(&modified, try json.date())
      case .originalURL: try set(&originalURL, try json.text())
      case .outlet: try set(&outlet, try json.text())
      case .paragraphs: try set(&paragraphs, try texts(&json))
      case .pictures:
        try set(&pictures, try json.array { json throws(Unusual) in try picture(&json) })
      case .published: try set(&published, try json.date())
      case .publishedZone: try set(&publishedZone, Int(try json.integer()))
      case .summary: try set(&summary, try json.text())
      case .tags: try set(&tags, try texts(&json))
      case .title: try set(&title, try json.text())
      case .url: try set(&url, try json.text())
      default: throw Unusual()
      }
    }
    return Article(
      id: ArticleID(try needed(id)), outlet: try needed(outlet), url: url,
      title: try needed(title), summary: summary, paragraphs: try needed(paragraphs), html: html,
      language: language, published: try needed(published), publishedZone: publishedZone,
      dateOrigin: try needed(dateOrigin), modified: modified, authors: try needed(authors),
      tags: try needed(tags), pictures: try needed(pictures), enclosures: try needed(enclosures),
      originalURL: originalURL, isCut: try needed(isCut))
  }

  private static func person(_ json: inout PlainJSON) throws(Unusual) -> Person {
    var (name, email, url): (String?, String?, String?) = (nil, nil, nil)
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .email: try set(&email, try json.text())
      case .name: try set(&name, try json.text())
      case .url: try set(&url, try json.text())
      default: throw Unusual()
      }
    }
    return Person(name: try needed(name), email: email, url: url)
  }

  private static func picture(_ json: inout PlainJSON) throws(Unusual) -> Picture {
    var (url, alternative, credit, mediaType): (String?, String?, String?, String?) = (
      nil, nil, nil, nil
    )
    var (byteCount, width, height): (Int?, Int?, Int?) = (nil, nil, nil)
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .alternative: try set(&alternative, try json.text())
      case .byteCount: try set(&byteCount, Int(try json.integer()))
      case .credit: try set(&credit, try json.text())
      case .height: try set(&height, Int(try json.integer()))
      case .mediaType: try set(&mediaType, try json.text())
      case .url: try set(&url, try json.text())
      case .width: try set(&width, Int(try json.integer()))
      default: throw Unusual()
      }
    }
    return Picture(
      url: try needed(url), alternative: try needed(alternative), credit: credit,
      mediaType: mediaType, byteCount: byteCount, width: width, height: height)
  }

  private static func enclosure(_ json: inout PlainJSON) throws(Unusual) -> Enclosure {
    var (url, mediaType, title): (String?, String?, String?) = (nil, nil, nil)
    var byteCount: Int?
    var duration: Double?
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .byteCount: try set(&byteCount, Int(try json.integer()))
      case .duration: try set(&duration, try json.number())
      case .mediaType: try set(&mediaType, try json.text())
      case .title: try set(&title, try json.text())
      case .url: try set(&url, try json.text())
      default: throw Unusual()
      }
    }
    return Enclosure(
      url: try needed(url), mediaType: try needed(mediaType), byteCount: byteCount,
      duration: duration, title: title)
  }

  private static func story(_ json: inout PlainJSON) throws(Unusual) -> Story {
    var (id, slug, title, founding, substance): (String?, String?, String?, String?, String?) = (
      nil, nil, nil, nil, nil
    )
    var articles: [ArticleID]?
    var decisions: [Decision]?
    var minted: Int?
    var (published, updated): (Date?, Date?) = (nil, nil)
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .articles: try set(&articles, try ids(&json))
      case .decisions:
        try set(&decisions, try json.array { json throws(Unusual) in try decision(&json) })
      case .founding: try set(&founding, try json.text())
      case .id: try set(&id, try json.text())
      case .minted: try set(&minted, Int(try json.integer()))
      case .published: try set(&published, try json.date())
      case .slug: try set(&slug, try json.text())
      case .substance: try set(&substance, try json.text())
      case .title: try set(&title, try json.text())
      case .updated: try set(&updated, try json.date())
      default: throw Unusual()
      }
    }
    return Story(
      id: EntryID(try needed(id)), slug: try needed(slug), title: try needed(title),
      founding: ArticleID(try needed(founding)), articles: try needed(articles),
      minted: try needed(minted), published: try needed(published), updated: try needed(updated),
      substance: try needed(substance), decisions: try needed(decisions))
  }

  private static func decision(_ json: inout PlainJSON) throws(Unusual) -> Decision {
    var kind: Decision.Kind?
    var date: Date?
    var (article, other, closest): (String?, String?, String?) = (nil, nil, nil)
    var evidence: [Decision.Evidence]?
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .article: try set(&article, try json.text())
      case .closest: try set(&closest, try json.text())
      case .date: try set(&date, try json.date())
      case .evidence:
        try set(&evidence, try json.array { json throws(Unusual) in try term(&json) })
      case .kind: try set(&kind, try needed(Decision.Kind(rawValue: try json.text())))
      case .other: try set(&other, try json.text())
      default: throw Unusual()
      }
    }
    return Decision(
      kind: try needed(kind), date: try needed(date), article: article.map { ArticleID($0) },
      other: other.map { EntryID($0) }, closest: closest.map { ArticleID($0) },
      evidence: try needed(evidence))
  }

  private static func term(_ json: inout PlainJSON) throws(Unusual) -> Decision.Evidence {
    var name: String?
    var contribution: Double?
    try json.object { key, json throws(Unusual) in
      switch Key(key) {
      case .contribution: try set(&contribution, try json.number())
      case .name: try set(&name, try json.text())
      default: throw Unusual()
      }
    }
    return Decision.Evidence(name: try needed(name), contribution: try needed(contribution))
  }

  /// The keys of these records.
  private enum Key: String, CaseIterable {
    case alternative, article, articles, authors, byteCount, closest, contribution, credit, date
    case dateOrigin, decisions, digest, duration, email, enclosures, evidence, founding, height
    case html, id, isCut, isWindow, key, kind, language, line, mediaType, minted, modified, name
    case originalURL, other, outlet, paragraphs, path, pictures, problems, published
    case publishedZone, slug, substance, summary, tags, title, updated, url, versions, width

    /// The keys by their length, so that few are compared.
    private static let byCount: [[(Key, [UInt8])]] = (0...16).map { count in
      allCases.filter { $0.rawValue.utf8.count == count }.map { ($0, Array($0.rawValue.utf8)) }
    }

    /// The key of some bytes; nil if none of these records has it.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard bytes.count < Self.byCount.count else { return nil }
      let found = Self.byCount[bytes.count].first { $0.1.elementsEqual(bytes) }
      guard let found else { return nil }
      self = found.0
    }
  }
}
