import Yams

/// A fault inside the mapping of a key: which line it is on, and what could stand there.
enum NestedFault: Error {
  /// A key that means nothing there.
  case unknownKey(String, line: Int, known: [String])
  /// A value that its key cannot take; the key with those above it, `window.age`.
  case unusableValue(String, line: Int, value: String, expected: String)

  /// The fault of a value.
  init(_ key: String, _ node: Node, expected: String) {
    self = .unusableValue(key, line: node.line, value: node.shown, expected: expected)
  }
}

extension Node {
  /// The value as an error shows it.
  var shown: String {
    if let text = scalar?.string { return String(text.prefix(80)) }
    return mapping != nil ? "a mapping" : "a list"
  }

  /// The line that it begins on; 0 if that is not known.
  var line: Int { mark?.line ?? 0 }

  /// The keys and values of a mapping, each key one of those that are known.
  ///
  /// - Returns: Nil if this is no mapping.
  /// - Throws: `NestedFault.unknownKey`.
  func entries(_ known: [String]) throws(NestedFault) -> [(key: String, value: Node)]? {
    guard let mapping else { return nil }
    var entries: [(key: String, value: Node)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, known.contains(name) else {
        throw .unknownKey(key.shown, line: key.line, known: known)
      }
      entries.append((name, value))
    }
    return entries
  }
}
