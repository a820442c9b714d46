import NIOHTTP1

/// The paths that are no documents; the service answers them through Hummingbird's router.
struct RouterPaths: Sendable {
  /// The methods of each path, which has its leading slash.
  let methods: [String: [HTTPMethod]]

  /// The methods of the resource that a request target names; nil if it is a document's.
  func methods(at target: String) -> [HTTPMethod]? {
    guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return methods[target] }
    return methods[String(target[..<mark])]
  }
}
