import Feeds
import NewsModel
import Yams

/// Reads the `feeds` mapping of the settings.
enum FurtherFeedsReader {
  private static let keys = ["title", "source", "tag", "language", "words", "merged", "text"]

  /// The feeds in the order in which they are written.
  ///
  /// - Returns: Nil if the mapping or one of its values is of the wrong kind.
  /// - Throws: `UnknownNestedKey` for a key that means nothing.
  static func read(_ node: Node) throws -> [FeedSettings]? {
    guard let mapping = node.mapping else { return nil }
    var feeds: [FeedSettings] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, isFolderName(name), let content = value.mapping,
        !feeds.contains(where: { $0.name == name })
      else { return nil }
      var feed = FeedSettings(name: name)
      for (key, value) in content {
        guard let key = key.scalar else { return nil }
        switch key.string {
        case "title":
          guard let text = value.scalar?.string, !text.isEmpty else { return nil }
          feed.title = text
        case "source":
          guard let list = texts(value) else { return nil }
          feed.sources = list
        case "tag":
          guard let list = texts(value) else { return nil }
          feed.tags = list
        case "language":
          guard let list = texts(value) else { return nil }
          feed.languages = list
        case "words":
          guard let list = texts(value) else { return nil }
          feed.words = list
        case "merged":
          guard let flag = value.bool else { return nil }
          feed.isMerged = flag
        case "text":
          guard let extent = value.scalar.flatMap({ TextExtent(rawValue: $0.string) }) else {
            return nil
          }
          feed.text = extent
        default:
          throw UnknownNestedKey(
            key: key.string, line: key.mark?.line ?? node.mark?.line ?? 0, known: keys)
        }
      }
      feeds.append(feed)
    }
    return feeds
  }

  /// Names that are folders below `public/`, and none that newsfold itself uses there.
  private static func isFolderName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 64 && !FeedAddress.reservedNames.contains(name)
      && !name.hasPrefix("-")
      && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }
}

/// A key inside a mapping that means nothing there.
struct UnknownNestedKey: Error {
  let key: String
  let line: Int
  let known: [String]
}
