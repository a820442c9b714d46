import FoundationEssentials
import NewsModel

/// Recovers the ids of stories from published documents when `state/` is lost, so that no entry
/// gets another id.
struct PublishedRecovery {
  let published: PublishedDocuments

  /// The outcome of a recovery.
  struct Recovered {
    var records: [StateRecord] = []
    /// The published articles of each living story.
    var members: [EntryID: [PublishedStory.Member]] = [:]
    /// Messages about damaged documents; their ids cannot be recovered.
    var problems: [String] = []
  }

  /// Reads every published story and feed.
  ///
  /// - Parameter feedNames: The names of the feeds, the main one's being empty.
  /// - Throws: `FileError` if a directory or a document cannot be read.
  /// - Returns: The stories and what cannot be recovered.
  func recover(feedNames: [String]) throws(FileError) -> Recovered {
    var recovered = Recovered()
    let decoder = StateCoding.decoder()
    for slug in try published.names(in: "stories") {
      let path = "stories/\(slug)/story.json"
      guard let bytes = try published.read(path) else { continue }
      do {
        let published = try decoder.decode(PublishedStory.self, from: Data(bytes))
        guard published.schema <= PublishedStory.schema else {
          recovered.problems.append("\(path): written by a later newsfold")
          continue
        }
        for member in published.articles where member.isPlaced {
          recovered.records.append(
            .placed(PlacedDate(article: member.id, date: member.published)))
        }
        for date in published.formerDates ?? [] { recovered.records.append(.placed(date)) }
        for article in published.renamed ?? [] { recovered.records.append(.renamed(article)) }
        if let story = published.story {
          recovered.records.append(.story(story))
          recovered.members[story.id] = published.articles
        }
        if let retired = published.retired { recovered.records.append(.retired(retired)) }
      } catch {
        recovered.problems.append("\(path): \(error)")
      }
    }
    for name in feedNames {
      if let record = try feed(name) { recovered.records.append(.feed(record)) }
    }
    return recovered
  }

  private func feed(_ name: String) throws(FileError) -> FeedRecord? {
    let folder = name.isEmpty ? "" : name + "/"
    // A damaged feed is rendered again; its ids are in the documents of its stories.
    guard let document = try PublishedFeed.read(folder + PublishedFeed.name, published)
    else {
      return nil
    }
    let archive = folder + "archive"
    var (count, announced): (Int, Set<PublishedFeed.Tombstone>) = (0, [])
    for name in try published.names(in: archive) {
      guard let number = Int(name) else { continue }
      count = max(count, number)
      let path = "\(archive)/\(name)/\(PublishedFeed.name)"
      // A damaged one announces nothing; its tombstones are announced again.
      if let old = try PublishedFeed.read(path, published) { announced.formUnion(old.tombstones) }
    }
    var record = FeedRecord(name: name, entries: document.entries, archiveCount: count)
    let unannounced = document.tombstones.filter { !announced.contains($0) }
    record.unannounced = unannounced.isEmpty ? nil : unannounced.map(\.id)
    return record
  }
}
