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

  /// The feeds of a site, the main one first.
  static func all(_ settings: Settings) -> [FeedDefinition] {
    let main = FeedDefinition(name: "", title: settings.title, filter: nil, text: settings.text)
    return [main]
      + settings.feeds.map { feed in
        FeedDefinition(
          name: feed.name, title: feed.title ?? "\(settings.title): \(feed.name)", filter: feed,
          text: feed.text ?? settings.text)
      }
  }

  /// Whether each story has one entry, and not each article.
  var isMerged: Bool { filter?.isMerged ?? true }

  /// A digest of the choice of its entries, but not of their presentation.
  var selection: String {
    guard let filter else { return "all" }
    // Written out by hand in the form of the first version: what is stored must stay the same,
    // whatever the properties are called.
    return ContentDigest(
      "FeedSettings(name: \(filter.name.debugDescription), title: nil, "
        + "sources: \(filter.sources), tags: \(filter.tags), languages: \(filter.languages), "
        + "words: \(filter.words), isMerged: \(filter.isMerged), text: nil)"
    ).hex(digits: 16)
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
      && filter.words.isEmpty)
  }

  /// Whether an entry belongs to this feed.
  func takes(_ entry: Entry) -> Bool {
    guard let filter else { return true }
    let outlets = filter.sources.map { $0.lowercased() }
    if !outlets.isEmpty,
      !entry.coverage.contains(where: { outlets.contains($0.outlet.lowercased()) })
    {
      return false
    }
    let tags = filter.tags.map { $0.lowercased() }
    if !tags.isEmpty, !entry.tags.contains(where: { tags.contains($0.lowercased()) }) {
      return false
    }
    if !filter.languages.isEmpty {
      let spoken = entry.coverage.compactMap(\.language).map(primary)
      if !filter.languages.map(primary).contains(where: { spoken.contains($0) }) { return false }
    }
    if !filter.words.isEmpty {
      let text = Set(
        words(([entry.title, entry.summary] + entry.paragraphs).joined(separator: " ")))
      if !filter.words.contains(where: { words($0).allSatisfy(text.contains) }) { return false }
    }
    return true
  }

  private func primary(_ tag: String) -> String {
    tag.prefix { $0 != "-" }.lowercased()
  }

  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
