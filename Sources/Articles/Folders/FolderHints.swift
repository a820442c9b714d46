import Foundation
import NewsModel

/// Values for the files of a folder that do not state them themselves.
public struct FolderHints: Hashable, Sendable {
  /// The outlet of articles that state none.
  public var source: String?
  /// The language of articles that state none (BCP 47).
  public var language: String?
  /// The time zone of times that state none, by its IANA name.
  public var timeZone: String?
  /// The keys under which objects and rows have their fields, by the fields' plain names
  /// (`KeyNames.all`).
  public var keys: [String: String]
  /// Whether its files show only the latest of many articles, as feeds do, so that articles that
  /// leave them are not withdrawn; nil leaves it to the files.
  public var isWindow: Bool?

  /// Makes hints; without arguments, empty ones.
  public init(
    source: String? = nil, language: String? = nil, timeZone: String? = nil,
    keys: [String: String] = [:], isWindow: Bool? = nil
  ) {
    self.source = source
    self.language = language
    self.timeZone = timeZone
    self.keys = keys
    self.isWindow = isWindow
  }

  /// Takes over the values that other hints have.
  mutating func apply(_ other: FolderHints) {
    source = other.source ?? source
    language = other.language ?? language
    timeZone = other.timeZone ?? timeZone
    keys.merge(other.keys) { $1 }
    isWindow = other.isWindow ?? isWindow
  }

  /// Gives an object's fields the names that readers know.
  func normalized(_ value: FieldValue) -> FieldValue {
    keys.isEmpty ? value : shape.normalized(value)
  }

  private var shape: JSONShape {
    JSONShape(
      "the setting folders", marks: [],
      fields: keys.sorted { $0.key < $1.key }.compactMap { name, path in
        Self.fields[name].map { ($0, [FieldPath(path)]) }
      })
  }

  /// Whether a name is a time zone's (`Europe/Berlin`).
  public static func isTimeZone(_ name: String) -> Bool { TimeZone(identifier: name) != nil }

  /// The names that `keys` may have.
  public static var keyNames: [String] { fields.keys.sorted() }

  /// The name among `FieldNames` for each name in the setting.
  private static let fields = [
    "title": "title", "text": "contenttext", "html": "contenthtml", "summary": "summary",
    "url": "url", "date": "published", "modified": "modified", "author": "authors", "tags": "tags",
    "language": "language", "source": "outlet", "image": "image",
  ]
}
