import Yams

/// A fault inside the mapping of a key, with its line and the values that could stand there.
enum NestedFault: Error {
  /// An unknown key.
  case unknownKey(String, line: Int, known: [String])
  /// A value that its key cannot take. The key is written with those above it, `window.age`.
  case unusableValue(String, line: Int, value: String, expected: String)

  /// Makes the fault of a value.
  init(_ key: String, _ node: Node, expected: String) {
    self = .unusableValue(key, line: node.line, value: node.shown, expected: expected)
  }
}

extension Node {
  /// The value in the form in which an error shows it.
  var shown: String {
    if let text = scalar?.string { return String(text.prefix(80)) }
    return mapping != nil ? "a mapping" : "a list"
  }

  /// The line on which the value begins; 0 if unknown.
  var line: Int { mark?.line ?? 0 }

  /// The keys and values of a mapping, whose keys must all be known.
  ///
  /// - Returns: Nil if the node is no mapping.
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
