import Feeds
import NewsModel
import Yams

/// Reads the `feeds` mapping of the settings.
enum FurtherFeedsReader {
  private static let keys = ["title", "source", "tag", "language", "words", "merged", "text"]

  /// Reads the feeds, in the order in which they are written.
  ///
  /// - Returns: Nil if this is no mapping.
  /// - Throws: `NestedFault` if one of them is wrong.
  static func read(_ node: Node) throws(NestedFault) -> [FeedSettings]? {
    guard let mapping = node.mapping else { return nil }
    var feeds: [FeedSettings] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string, isFolderName(name),
        !feeds.contains(where: { $0.name == name })
      else {
        throw NestedFault(
          "feeds", key,
          expected: "a name of a-z, 0-9 and -, which is a folder of public/ and none that is taken")
      }
      guard let entries = try value.entries(keys) else {
        throw NestedFault("feeds.\(name)", value, expected: "a mapping of what the feed takes")
      }
      var feed = FeedSettings(name: name)
      for (key, value) in entries { try take(value, for: key, into: &feed) }
      feeds.append(feed)
    }
    return feeds
  }

  private static func take(
    _ value: Node, for key: String, into feed: inout FeedSettings
  ) throws(NestedFault) {
    let name = feed.name
    func fault(_ expected: String) -> NestedFault {
      NestedFault("feeds.\(name).\(key)", value, expected: expected)
    }
    func list() throws(NestedFault) -> [String] {
      guard let list = texts(value) else { throw fault("a text or a list of texts") }
      return list
    }
    switch key {
    case "title":
      guard let text = value.scalar?.string, !text.isEmpty else { throw fault("a text") }
      feed.title = text
    case "source": feed.sources = try list()
    case "tag": feed.tags = try list()
    case "language": feed.languages = try list()
    case "words": feed.words = try list()
    case "merged":
      guard let flag = value.bool else { throw fault("true or false") }
      feed.isMerged = flag
    default:
      guard let extent = value.scalar.flatMap({ TextExtent(rawValue: $0.string) }) else {
        throw fault("full, extract or headline")
      }
      feed.text = extent
    }
  }

  /// Whether a name can be a folder below `public/` and is none that newsfold itself uses there.
  private static func isFolderName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 64 && !FeedAddress.reservedNames.contains(name)
      && !name.hasPrefix("-")
      && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }
}
