import Feeds
import NewsModel
import Yams

/// Reads the `feeds` mapping of the settings.
enum FurtherFeedsReader {
  private static let keys = [
    "title", "source", "tag", "language", "words", "exclude", "min_sources", "merged", "text",
    "window", "link",
  ]

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
      for (key, value) in entries { try apply(value, for: key, into: &feed) }
      if !feed.isMerged, feed.leastSources > 1,
        let least = entries.first(where: { $0.key == "min_sources" })
      {
        // An article has one source.
        throw NestedFault(
          "feeds.\(name).min_sources", least.value, expected: "it to feeds without merged: false")
      }
      feeds.append(feed)
    }
    return feeds
  }

  private static func apply(
    _ value: Node, for key: String, into feed: inout FeedSettings
  ) throws(NestedFault) {
    let path = "feeds.\(feed.name).\(key)"
    switch key {
    case "title":
      guard let text = value.scalar?.string, !text.isEmpty else {
        throw NestedFault(path, value, expected: "a text")
      }
      feed.title = text
    case "source": feed.sources = try list(value, path)
    case "tag": feed.tags = try list(value, path)
    case "language": feed.languages = try list(value, path)
    case "words": feed.words = try phrases(value, path)
    case "exclude": feed.exclude = try exclusion(value, path)
    case "min_sources":
      guard let count = value.int, (1...100).contains(count) else {
        throw NestedFault(path, value, expected: "1 to 100")
      }
      feed.leastSources = count
    case "merged":
      guard let flag = value.bool else { throw NestedFault(path, value, expected: "true or false") }
      feed.isMerged = flag
    case "window":
      guard let parts = try FeedWindowReader.read(value, key: path) else {
        throw NestedFault(path, value, expected: FeedWindowReader.expected)
      }
      (feed.windowEntries, feed.windowAge) = (parts.entries, parts.age)
    case "link":
      guard let link = value.scalar.flatMap({ EntryLink(rawValue: $0.string) }) else {
        throw NestedFault(path, value, expected: "story or lead")
      }
      feed.link = link
    default:
      guard let extent = value.scalar.flatMap({ TextExtent(rawValue: $0.string) }) else {
        throw NestedFault(path, value, expected: "full, extract or headline")
      }
      feed.text = extent
    }
  }

  private static func exclusion(_ node: Node, _ path: String) throws(NestedFault) -> FeedExclusion {
    guard let entries = try node.entries(["words", "source", "tag", "language"]) else {
      throw NestedFault(
        path, node, expected: "a mapping of words, source, tag and language that are left out")
    }
    var exclusion = FeedExclusion()
    for (key, value) in entries {
      switch key {
      case "words": exclusion.words = try phrases(value, "\(path).words")
      case "source": exclusion.sources = try list(value, "\(path).source")
      case "tag": exclusion.tags = try list(value, "\(path).tag")
      default: exclusion.languages = try list(value, "\(path).language")
      }
    }
    return exclusion
  }

  private static func list(_ node: Node, _ path: String) throws(NestedFault) -> [String] {
    guard let list = texts(node) else {
      throw NestedFault(path, node, expected: "a text or a list of texts")
    }
    return list
  }

  /// Reads phrases, which need a word each: nothing stands in every text, and would match it.
  private static func phrases(_ node: Node, _ path: String) throws(NestedFault) -> [String] {
    let phrases = try list(node, path)
    guard phrases.allSatisfy({ !Phrase($0).isEmpty }) else {
      throw NestedFault(path, node, expected: "words, each with a letter or a digit")
    }
    return phrases
  }

  /// Whether a name can be a folder below `public/` and is none that newsfold itself uses there.
  private static func isFolderName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 64 && !FeedAddress.reservedNames.contains(name)
      && !name.hasPrefix("-")
      && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }
}
