import Yams

/// Reads a `window`, of the site or of a further feed.
enum FeedWindowReader {
  /// The values that it takes, for errors.
  static let expected = "{ entries: 1 to 1000, age: a duration of at least 2d }"

  /// The given parts of a window.
  struct Parts {
    var entries: Int?
    var age: Duration?
  }

  /// Reads the parts that are given.
  ///
  /// - Parameters:
  ///   - node: The value.
  ///   - key: The key with those above it, for errors.
  /// - Throws: `NestedFault` if one of the parts is wrong.
  /// - Returns: Nil if this is no mapping.
  static func read(_ node: Node, key: String) throws(NestedFault) -> Parts? {
    guard let content = try node.entries(["entries", "age"]) else { return nil }
    var parts = Parts()
    for (name, value) in content {
      if name == "entries" {
        // No feed reader copes with more than a thousand entries.
        guard let count = value.int, (1...1000).contains(count) else {
          throw NestedFault("\(key).entries", value, expected: "1 to 1000")
        }
        parts.entries = count
      } else {
        // With less than 48 hours, a reader that asks once a day misses some.
        guard let age = value.scalar.flatMap({ DurationText.parse($0.string) }),
          age >= .seconds(2 * 86_400)
        else {
          throw NestedFault(
            "\(key).age", value, expected: "a duration of at least 2d, such as 14d")
        }
        parts.age = age
      }
    }
    return parts
  }
}
