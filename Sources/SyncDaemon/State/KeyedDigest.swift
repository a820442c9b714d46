import NewsModel

/// A digest of values under keys of their own, for digests that are stored.
///
/// The keys are written out, so that renaming a property changes no digest. A new key leaves the
/// digest as it was as long as it has no value. Any other change needs another version.
struct KeyedDigest {
  private var text: String

  /// Begins a digest.
  ///
  /// - Parameters:
  ///   - name: The name of the digested thing.
  ///   - version: The version of its keys.
  init(_ name: String, version: Int) { text = "\(name) \(version)\n" }

  /// Adds a value; nil adds nothing.
  mutating func add(_ key: String, _ value: (some CustomStringConvertible)?) {
    guard let value = value?.description else { return }
    // With its length, so that no value can be taken for another key.
    text += "\(key) \(value.utf8.count) \(value)\n"
  }

  /// Adds values in their order.
  mutating func add(_ key: String, all values: [String]) {
    for value in values { add(key, value) }
  }

  /// Adds a length of time in whole milliseconds.
  mutating func add(_ key: String, _ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    add(key, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }

  /// The first digits of the digest.
  func hex(digits: Int) -> String { ContentDigest(text).hex(digits: digits) }
}
