import FoundationEssentials

/// Fields by which an author keeps an article back, as site generators and editorial systems have
/// them.
enum KeptBack {
  /// The most seconds by which a time without a zone may be ahead of UTC (UTC+14, Line Islands).
  private static let zoneReach: Double = 14 * 3600

  /// Looks for a field that keeps an article back.
  ///
  /// - Parameters:
  ///   - value: The article's fields.
  ///   - now: Now; nil takes every date.
  /// - Returns: The field with its value; nil if none does.
  static func field(of value: FieldValue, now: Date?) -> String? {
    guard case .object(let fields) = value else { return nil }
    for field in fields {
      let text = word(field.value)
      switch FieldNames.folded(field.key) {
      case "draft" where text == "true" || text == "yes" || text == "1":
        return "\(field.key): \(text)"
      case "published" where text == "false" || text == "no":
        return "\(field.key): \(text)"
      case "status", "pubstatus", "poststatus", "visibility":
        if held.contains(text.split(separator: ":").last.map(String.init) ?? text) {
          return "\(field.key): \(text)"
        }
      case "expirydate", "unpublishdate", "expires":
        if let now, let date = DateReading.read(text), date.moment < now {
          return "\(field.key): \(text)"
        }
      case let key where now != nil && dates.contains(key):
        if let now, isAhead(text, of: now) { return "\(field.key): \(text)" }
      default: break
      }
    }
    return nil
  }

  /// The result for a file that is kept back: no article, so that a published version goes.
  static func reading(_ field: String, _ file: ArticleFile) -> ReadArticles {
    var result = ReadArticles(
      articles: [], failures: [ArticleError(path: file.path, problem: .keptBack(field))])
    result.isWaiting = dates.contains(FieldNames.folded(String(field.prefix { $0 != ":" })))
    return result
  }

  private static func isAhead(_ text: String, of now: Date) -> Bool {
    guard let date = DateReading.read(text) else { return false }
    let hasZone =
      date.hasTime
      && (text.hasSuffix("z") || text.dropFirst(10).contains { $0 == "+" || $0 == "-" })
    return date.moment.timeIntervalSince(now) > (hasZone ? 0 : zoneReach)
  }

  private static func word(_ value: FieldValue) -> String {
    switch value {
    case .bool(let flag): flag ? "true" : "false"
    default: value.text?.trimmingWhitespace().lowercased() ?? ""
    }
  }

  private static let held: Set = [
    "draft", "pending", "private", "trash", "withheld", "canceled", "hidden", "embargoed", "future",
    "auto-draft", "scheduled",
  ]
  private static let dates: Set = [
    "date", "publishdate", "published", "pubdate", "publishedat", "embargoed",
  ]
}
