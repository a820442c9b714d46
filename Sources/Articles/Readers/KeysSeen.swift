/// The names of fields that were found where an article's were expected, for a person to see what a
/// file is.
enum KeysSeen {
  static func words(_ keys: [String]) -> String {
    let shown = keys.prefix(12).map { "`\($0.prefix(40))`" }.joined(separator: ", ")
    return keys.count > 12 ? shown + " and \(keys.count - 12) more" : shown
  }

  static func words(_ value: FieldValue) -> String {
    guard case .object(let fields) = value else { return "none" }
    return fields.isEmpty ? "none" : words(fields.map(\.key))
  }
}
