import NewsModel
import Yams

/// Reads the `sources` mapping of the settings.
enum SourcesReader {
  /// The outlets in the order in which they are written; nil if something is of the wrong kind.
  static func read(_ node: Node) -> [SourceSettings]? {
    guard let mapping = node.mapping else { return nil }
    var sources: [SourceSettings] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, !name.isEmpty, let content = value.mapping else {
        return nil
      }
      var source = SourceSettings(name: name)
      for (key, value) in content {
        switch key.scalar?.string {
        case "feed":
          guard let feed = value.scalar?.string, feed.hasPrefix("http") else { return nil }
          source.feed = feed
        case "text":
          guard let extent = value.scalar.flatMap({ TextExtent(rawValue: $0.string) }) else {
            return nil
          }
          source.text = extent
        case "rank":
          guard let rank = value.int, rank >= 1 else { return nil }
          source.rank = rank
        default: return nil
        }
      }
      sources.append(source)
    }
    return sources
  }
}
