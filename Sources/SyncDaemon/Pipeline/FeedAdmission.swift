import Feeds
import NewsModel

/// Checks which entries a feed's documents can hold. A faulty entry is left out, and the feed goes
/// on without it.
struct FeedAdmission {
  let definition: FeedDefinition
  let rules: SiteRules
  let view: MemoryView

  /// Divides entries into those that a document can hold and the others.
  ///
  /// - Parameters:
  ///   - candidates: The entries that the feed takes.
  ///   - known: Those that were left out when they were last looked at.
  ///   - composed: The changes since then.
  ///   - isAll: Whether all are looked at again.
  ///   - book: The entries.
  /// - Returns: The entries that a document can hold, and the others with reasons.
  func admit(
    _ candidates: [FeedWindow.Place], known: [LeftOutEntry], _ composed: ComposedChanges,
    isAll: Bool, _ book: EntryBook
  ) -> (admitted: [FeedWindow.Place], leftOut: [LeftOutEntry]) {
    let check = EntryCheck(for: feed([]))
    let former = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var leftOut: [LeftOutEntry] = []
    let admitted = candidates.filter { place in
      let isChanged = isAll || composed.concerns(place.id, book, view)
      if !isChanged {
        if let still = former[place.id] { leftOut.append(still) }
        return former[place.id] == nil
      }
      guard let entry = entry(of: place.id, book), let fault = check.fault(of: entry) else {
        return true
      }
      leftOut.append(
        LeftOutEntry(
          id: place.id,
          reason: "\(name): “\(entry.title.prefix(80))” is left out: \(fault). "
            + "Mend its article; it is on its page."))
      return false
    }
    return (admitted, leftOut)
  }

  /// Gives entries the bytes that they take in a document of the feed.
  func measured(_ places: [FeedWindow.Place], _ book: EntryBook) -> [FeedWindow.Place] {
    places.map { place in
      var place = place
      if !definition.isMerged {
        // Entries of single articles are not kept; that of the article costs nothing to compose.
        place.byteCount = book.article(of: place.id, in: view).map(byteCount) ?? 0
      } else if let entry = entry(of: place.id, book) {
        let shown = FeedFit.shortened(
          entry, in: definition.text, documentBytes: rules.settings.entryBytes)
        place.byteCount = EntrySize.estimate(of: shown, in: definition.text)
      }
      return place
    }
  }

  private func byteCount(of article: Article) -> Int {
    let full = EntrySize.estimate(of: article, in: definition.text)
    guard full > rules.settings.entryBytes / 4 else { return full }
    return EntrySize.estimate(of: article, in: .extract)
  }

  /// Removes entries from a document that is larger than feed readers accept.
  ///
  /// - Returns: The removed entries.
  func fit(_ ids: inout [EntryID], _ book: EntryBook) -> [LeftOutEntry] {
    // Entries of single articles are not kept, so a check of their size would compose them all
    // again. It is left out where they are surely small.
    if !definition.isMerged, isSurelySmall(ids, book) { return [] }
    let fit = FeedFit(
      feed(ids.compactMap { entry(of: $0, book) }), documentBytes: rules.settings.entryBytes)
    guard !fit.leftOut.isEmpty else { return [] }
    ids.removeAll { fit.leftOut.contains($0) }
    return fit.leftOut.map { id in
      LeftOutEntry(
        id: id,
        reason: "\(name): \(id) is left out: with it the document has more bytes than readers take "
          + "(\(FeedFit.byteLimit)). Show less text, or fewer entries; it is on its page.")
    }
  }

  /// Whether the document stays small enough even if every character of the articles had to be
  /// escaped.
  private func isSurelySmall(_ ids: [EntryID], _ book: EntryBook) -> Bool {
    var count = 0
    for case let article? in ids.map({ book.article(of: $0, in: view) }) {
      count += article.paragraphs.reduce(article.html?.utf8.count ?? 0) { $0 + $1.utf8.count } * 6
      count +=
        (article.authors.count + article.tags.count + article.enclosures.count) * 1024 + 16_384
    }
    return count < FeedFit.byteLimit
  }

  private var name: String { "feed \(definition.name.isEmpty ? "main" : definition.name)" }

  private func entry(of id: EntryID, _ book: EntryBook) -> Entry? {
    definition.isMerged
      ? book.entry(of: id, in: view, rules) : book.articleEntry(of: id, in: view, rules)
  }

  private func feed(_ entries: [Entry]) -> Feed {
    rules.renderer(newest: nil).feed(
      definition, entries: entries, tombstones: [], archive: ArchivePosition())
  }
}
