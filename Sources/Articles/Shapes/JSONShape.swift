/// The JSON of one program or service: the marks by which it is recognised, and the paths of fields
/// that have other names or places than usual.
public struct JSONShape: Sendable {
  /// The name of the program or service.
  public let name: String
  /// The paths that must all exist in an article of this shape.
  let marks: [FieldPath]
  /// For each field, by its plain name (`FieldNames`), the paths to it, the best first.
  let fields: [(field: String, paths: [FieldPath])]

  init(_ name: String, marks: [FieldPath], fields: [(String, [FieldPath])]) {
    self.name = name
    self.marks = marks
    self.fields = fields.map { (field: $0.0, paths: $0.1) }
  }

  /// A row of documentation: each field with its paths.
  public var rows: [(field: String, paths: [String])] {
    fields.map { ($0.field, $0.paths.map(\.text)) }
  }

  /// Whether an object is of this shape.
  func holds(for value: FieldValue) -> Bool {
    marks.allSatisfy { !$0.values(in: value).isEmpty }
  }

  /// The object with this shape's fields under their plain names, after its own.
  func normalized(_ value: FieldValue) -> FieldValue {
    guard case .object(let own) = value else { return value }
    var result = own
    for (field, paths) in fields {
      let found = paths.lazy.map { $0.values(in: value).filter(Self.saysSomething) }.first {
        !$0.isEmpty
      }
      // A shape knows its fields better than names do: a field that it does not have is removed.
      result.removeAll { FieldNames.folded($0.key) == field }
      guard let found else { continue }
      // A text may stand there in several forms, and a title in several lengths.
      let isOne = found.count == 1 || Self.single.contains(field)
      result.append(FieldValue.Field(key: field, value: isOne ? found[0] : .array(found)))
    }
    return .object(result)
  }

  private static let single: Set = [
    "title", "contenthtml", "contenttext", "bodydocument", "bodynitf", "url", "published",
    "summary",
  ]

  private static func saysSomething(_ value: FieldValue) -> Bool {
    switch value {
    case .null: false
    case .string(let text):
      text.contains { !$0.isWhitespace } && !text.hasPrefix("ONLY AVAILABLE IN")
    default: true
    }
  }
}
