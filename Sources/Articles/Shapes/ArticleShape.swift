/// Finds an article's fields in an object by its shape, and tells articles from other objects.
enum ArticleShape {
  /// The object with its fields under plain names, if it is of a known shape; else as it is.
  ///
  /// What the setting `folders` says of the file's keys comes before both.
  static func normalized(_ value: FieldValue, _ file: ArticleFile) -> FieldValue {
    if let folder = file.folder, !folder.keys.isEmpty { return folder.normalized(value) }
    let inner = unwrapped(value)
    guard let shape = JSONShapes.all.first(where: { $0.holds(for: inner) }) else { return inner }
    return monthFirst(NewsPictures.added(to: shape.normalized(inner), of: inner))
  }

  /// Finds the reason why an object is no article.
  ///
  /// - Parameters:
  ///   - object: The object under plain names.
  ///   - value: The object as it stands in the file.
  ///   - place: Its place, for the reason.
  /// - Returns: The reason; nil if it is one.
  static func problem(
    of object: FieldValue, _ value: FieldValue, place: String
  ) -> ArticleError.Problem? {
    if value["$schema"]?.text?.contains("json-schema.org") == true {
      return .noArticle(kind: "a schema of JSON", remedy: "Remove it")
    }
    // Agencies send pictures, films and dates of events in the form of their reports.
    let type = value["type"]?.text?.lowercased() ?? ""
    if let kind = mediaKinds[type], value["uri"] != nil, !hasBody(object) {
      return .noArticle(kind: kind, remedy: "Nothing needs to be done")
    }
    if isArticle(object) { return nil }
    return .wrongShape("\(place) has the keys \(KeysSeen.words(value)), which make no article")
  }

  private static func hasBody(_ value: FieldValue) -> Bool {
    guard case .object(let fields) = value else { return false }
    return fields.contains { field in
      kinds[FieldNames.folded(field.key)]?.contains(2) == true && saysSomething(field.value)
    }
  }

  private static let mediaKinds = [
    "picture": "a picture", "photo": "a picture", "graphic": "a picture", "video": "a film",
    "audio": "a sound", "animation": "a film", "event": "the date of an event",
    "planning": "a plan",
  ]

  /// The object inside a wrapping one: search engines' `_source`, JSON:API's `attributes`,
  /// `article`, `node`, if the wrapping one has no fields of an article itself.
  private static func unwrapped(_ value: FieldValue) -> FieldValue {
    guard case .object = value, !isArticle(value) else { return value }
    for key in [
      "_source", "attributes", "article", "item", "node", "post", "content", "fields", "properties",
      "data", "frontmatter",
    ] {
      if let inner = value[key], case .object = inner, isArticle(inner) { return inner }
    }
    return value
  }

  /// RealNews writes `MM-DD-YYYY`, which elsewhere is read as neither.
  private static func monthFirst(_ value: FieldValue) -> FieldValue {
    guard case .object(var fields) = value, value["domain"] != nil,
      let text = value["published"]?.text
    else { return value }
    let parts = text.split(separator: "-")
    guard parts.count == 3, parts.map(\.count) == [2, 2, 4],
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return value }
    fields.removeAll { $0.key == "published" }
    fields.append(.init(key: "published", value: .string("\(parts[2])-\(parts[0])-\(parts[1])")))
    return .object(fields)
  }

  /// Whether an object has what makes an article, and is no package, manifest or list of settings.
  ///
  /// A text beside something that names or places it; or a headline with an address, a date or a
  /// summary.
  static func isArticle(_ value: FieldValue) -> Bool {
    guard case .object(let fields) = value else { return false }
    var found: Set<Int> = []
    var hasTitleKey = false
    for field in fields where field.value != .null {
      // A headline of nothing to read says as well that this is an article.
      if kinds[FieldNames.folded(field.key)]?.contains(0) == true { hasTitleKey = true }
      guard let kinds = kinds[FieldNames.folded(field.key)], saysSomething(field.value) else {
        continue
      }
      found.formUnion(kinds)
    }
    let (title, name, body, summary, url, date) = (
      found.contains(0), found.contains(1), found.contains(2), found.contains(3), found.contains(4),
      found.contains(5)
    )
    if body { return hasTitleKey || title || summary || url || date || name || found.contains(6) }
    if title { return url || date || summary }
    return summary && url && date
  }

  private static func saysSomething(_ value: FieldValue) -> Bool {
    switch value {
    case .string(let text): text.contains { !$0.isWhitespace }
    case .array(let members): !members.isEmpty
    case .null: false
    default: true
    }
  }

  private static let kinds: [String: Set<Int>] = {
    var kinds: [String: Set<Int>] = [:]
    let groups = [
      FieldNames.title.filter { $0 != "name" }, ["name"], FieldNames.html + FieldNames.text,
      FieldNames.summary, FieldNames.url.filter { $0 != "id" }, FieldNames.published,
      ["id"],
    ]
    for (kind, names) in groups.enumerated() {
      for name in names { kinds[name, default: []].insert(kind) }
    }
    for (name, kind) in [
      ("headlines", 0), ("webtitle", 0), ("bodies", 2), ("bodytext", 2), ("fields", 2),
      ("weburl", 4),
      ("firstcreated", 5), ("versioncreated", 5), ("webpublicationdate", 5), ("pageurl", 4),
      ("seendate", 5),
      ("datetimepub", 5), ("alternate", 4),
    ] {
      kinds[name, default: []].insert(kind)
    }
    return kinds
  }()
}
