import FoundationEssentials
import NewsModel

/// A feed of a site as the settings define it: the main one or a further one.
struct FeedDefinition: Hashable, Sendable {
  /// Its folder below `public/`; empty for the main feed.
  let name: String
  /// The name for people.
  let title: String
  /// The stories that it takes; nil takes all.
  let filter: FeedSettings?
  /// The extent of the text that it shows.
  let text: TextExtent
  /// The stretch of the past that its document shows.
  let window: FeedWindow
  /// The page to which its entries lead.
  var link: EntryLink { filter?.link ?? .story }

  /// The feeds of a site, the main one first.
  static func all(_ settings: Settings) -> [FeedDefinition] {
    let main = FeedDefinition(
      name: "", title: settings.title, filter: nil, text: settings.text,
      window: FeedWindow(size: settings.window, byteLimit: settings.entryBytes))
    return [main]
      + settings.feeds.map { feed in
        FeedDefinition(
          name: feed.name, title: feed.title ?? "\(settings.title): \(feed.name)", filter: feed,
          text: feed.text ?? settings.text,
          window: FeedWindow(
            size: FeedWindowSize(
              entries: feed.windowEntries ?? settings.window.entries,
              age: feed.windowAge ?? settings.window.age),
            byteLimit: settings.entryBytes))
      }
  }

  /// Whether each story has one entry, and not each article.
  var isMerged: Bool { filter?.isMerged ?? true }

  /// A digest of the choice of its entries, but not of their presentation.
  var selection: String {
    guard let filter else { return "all" }
    // Written out by hand in the form of the first version: what is stored must stay the same,
    // whatever the properties are called.
    let first =
      "FeedSettings(name: \(filter.name.debugDescription), title: nil, "
      + "sources: \(filter.sources), tags: \(filter.tags), languages: \(filter.languages), "
      + "words: \(filter.words), isMerged: \(filter.isMerged), text: nil)"
    guard !filter.exclude.isEmpty || filter.leastSources > 1 else {
      return ContentDigest(first).hex(digits: 16)
    }
    // Conditions that the first version did not have.
    var digest = KeyedDigest("selection", version: 1)
    digest.add("first", first)
    digest.add("exclude_source", all: filter.exclude.sources)
    digest.add("exclude_tag", all: filter.exclude.tags)
    digest.add("exclude_language", all: filter.exclude.languages)
    digest.add("exclude_words", all: filter.exclude.words)
    digest.add("min_sources", filter.leastSources > 1 ? filter.leastSources : nil)
    return digest.hex(digits: 16)
  }

  /// A digest of the settings that decide how much text its documents show.
  func textDigest(_ settings: Settings) -> String {
    let sources = settings.sources.filter { $0.text != nil }.sorted { $0.name < $1.name }
      .map { "\($0.name): \($0.text?.rawValue ?? "")" }
    return ContentDigest(
      "\(text.rawValue) \(settings.quotedSentences) \(settings.quotedCharacters) \(sources)"
    ).hex(digits: 16)
  }

  /// Whether it leaves anything out.
  var isSelective: Bool {
    guard let filter else { return false }
    return
      !(filter.sources.isEmpty && filter.tags.isEmpty && filter.languages.isEmpty
      && filter.words.isEmpty && filter.exclude.isEmpty && filter.leastSources <= 1)
  }

  /// Whether an entry belongs to this feed.
  func takes(_ entry: Entry) -> Bool { filter.map { FeedCondition($0).takes(entry) } ?? true }
}
