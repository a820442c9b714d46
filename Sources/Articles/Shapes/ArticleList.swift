/// The articles that a JSON value holds, wherever it nests them.
struct ArticleList {
  /// The objects, in order.
  var members: [FieldValue]
  /// The outlet of all of them, if the list says so.
  var outlet: String?
  /// Whether the list is a feed, a window on the latest.
  var isWindow = false

  /// Levels of lists in lists, and of objects around a list: services have three.
  private static let depthLimit = 6

  /// Finds the list; nil if the value is one article, or no list at all.
  init?(_ value: FieldValue) {
    guard let members = Self.members(of: value, depth: 0) else { return nil }
    self.members = members
    if value["version"]?.text?.contains("jsonfeed.org") == true {
      outlet = value["title"]?.text
      isWindow = true
    } else if value["items"] != nil, value["title"] != nil {
      outlet = value["title"]?.text
    }
  }

  private static func members(of value: FieldValue, depth: Int) -> [FieldValue]? {
    guard depth < depthLimit else { return nil }
    switch value {
    case .array(let members):
      // Lists of lists are one list.
      return members.flatMap { member -> [FieldValue] in
        if case .array = member { return Self.members(of: member, depth: depth + 1) ?? [] }
        if case .object = member, !ArticleShape.isArticle(member),
          let inner = Self.members(of: member, depth: depth + 1)
        {
          return inner
        }
        return [member]
      }
    case .object(let fields):
      if hasBody(value) { return nil }
      for key in keys {
        guard let inner = value[key] else { continue }
        if case .array(let list) = inner, !list.contains(where: isObjectOrArray) { continue }
        if let found = members(of: inner, depth: depth + 1),
          depth > 0 || !ArticleShape.isArticle(value)
            || found.contains(where: ArticleShape.isArticle)
        {
          return found
        }
      }
      // `{"id-1": {…}, "id-2": {…}}`.
      if fields.count > 1, fields.allSatisfy({ isArticle($0.value) }) {
        return fields.map(\.value)
      }
      return isArticle(value) ? nil : nested(in: fields, depth: depth)
    default: return nil
    }
  }

  /// The articles under keys that no service is known for: `{"data": {"allReports": {"edges":
  /// […]}}}`, or one alone, `{"response": {"report": {…}}}`.
  private static func nested(in fields: [FieldValue.Field], depth: Int) -> [FieldValue]? {
    for field in fields {
      switch field.value {
      case .array(let list):
        guard list.contains(where: isObjectOrArray),
          let found = members(of: field.value, depth: depth + 1), found.contains(where: isPlaced)
        else { continue }
        return found
      case .object:
        if isPlaced(field.value) { return [field.value] }
        if let found = members(of: field.value, depth: depth + 1), found.contains(where: isPlaced) {
          return found
        }
      default: continue
      }
    }
    return nil
  }

  /// Whether an object is an article with a text, an address or a date: a description of a program
  /// has a title and a summary, too.
  private static func isPlaced(_ value: FieldValue) -> Bool {
    guard isArticle(value) else { return false }
    let inner = ["_source", "attributes", "node", "fields", "item", "article", "post"]
      .compactMap { value[$0] }
    let names = Set(
      FieldNames.html + FieldNames.text + FieldNames.published
        + FieldNames.url.filter { $0 != "id" })
    return ([value] + inner).contains { object in
      guard case .object(let fields) = object else { return false }
      return fields.contains { names.contains(FieldNames.folded($0.key)) && $0.value != .null }
    } || JSONShapes.all.contains { $0.holds(for: value) }
  }

  /// Whether an object is an article under the names of any shape, or has one around it.
  private static func isArticle(_ value: FieldValue) -> Bool {
    if ArticleShape.isArticle(value) { return true }
    for key in ["_source", "attributes", "node", "fields", "item", "article", "post"] {
      if let inner = value[key], ArticleShape.isArticle(inner) { return true }
    }
    return JSONShapes.all.contains {
      $0.holds(for: value) && ArticleShape.isArticle($0.normalized(value))
    }
  }

  private static func hasBody(_ value: FieldValue) -> Bool {
    guard case .object(let fields) = value else { return false }
    let names = Set(FieldNames.html + FieldNames.text)
    return fields.contains { field in
      if case .string(let text) = field.value {
        return !text.isEmpty && names.contains(FieldNames.folded(field.key))
      }
      return false
    }
  }

  private static func isObjectOrArray(_ value: FieldValue) -> Bool {
    switch value {
    case .object, .array: true
    default: false
    }
  }

  /// The names that services give to their lists and to the objects around them.
  static let keys = [
    "items", "articles", "@graph", "posts", "results", "docs", "entries", "stories", "news",
    "documents", "objects", "records", "hits", "response", "data", "db", "feed", "rss", "channel",
    "item", "entry", "content", "value", "rows", "list", "payload", "newsItems", "_embedded",
  ]
}
