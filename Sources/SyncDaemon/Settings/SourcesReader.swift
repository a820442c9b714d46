import NewsModel
import Yams

/// Reads the `sources` mapping of the settings.
enum SourcesReader {
  private static let keys = ["feed", "text", "rank"]

  /// Reads the outlets, in the order in which they are written.
  ///
  /// - Returns: Nil if this is no mapping of outlets.
  /// - Throws: `NestedFault` if one of them is wrong.
  static func read(_ node: Node) throws(NestedFault) -> [SourceSettings]? {
    guard let mapping = node.mapping else { return nil }
    var sources: [SourceSettings] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, !name.isEmpty else { return nil }
      func fault(_ key: String, _ node: Node, _ expected: String) -> NestedFault {
        NestedFault("sources.\(name)" + key, node, expected: expected)
      }
      guard let entries = try value.entries(keys) else {
        throw fault("", value, "a mapping with feed, text and rank")
      }
      var source = SourceSettings(name: name)
      for (key, value) in entries {
        switch key {
        case "feed":
          guard let feed = value.scalar?.string, WebAddressText.isValid(feed, hasQuery: true) else {
            throw fault(".feed", value, "an absolute http or https address")
          }
          source.feed = feed
        case "text":
          guard let extent = value.scalar.flatMap({ TextExtent(rawValue: $0.string) }) else {
            throw fault(".text", value, "full, extract or headline")
          }
          source.text = extent
        default:
          guard let rank = value.int, rank >= 1 else {
            throw fault(".rank", value, "a number, 1 or more; 1 leads")
          }
          source.rank = rank
        }
      }
      sources.append(source)
    }
    return sources
  }
}
