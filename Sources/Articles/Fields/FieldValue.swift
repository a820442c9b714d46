/// A value of JSON or YAML, in the order of the source.
indirect enum FieldValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([FieldValue])
  case object([Field])

  /// A key and its value.
  struct Field: Equatable, Sendable {
    var key: String
    var value: FieldValue
  }

  /// The text of a string or number that is not blank; nil for anything else.
  var text: String? {
    switch self {
    case .string(let text): text.contains { !$0.isWhitespace } ? text : nil
    case .number(let digits): digits
    default: nil
    }
  }

  /// The members of an array; else the value itself; none for null.
  var members: [FieldValue] {
    switch self {
    case .null: []
    case .array(let members): members
    default: [self]
    }
  }

  /// The last value of a key (RFC 8259 §4), if this is an object that has it.
  subscript(key: String) -> FieldValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.last { $0.key == key }?.value
  }

  /// The first of these keys that has a value which is not null.
  func first(of keys: [String]) -> FieldValue? {
    for key in keys {
      if let value = self[key], value != .null { return value }
    }
    return nil
  }
}
