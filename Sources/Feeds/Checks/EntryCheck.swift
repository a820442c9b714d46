internal import Markup
public import NewsModel

/// The check of one entry by itself, before a feed is decided to hold it.
///
/// Pure. What might be wrong with an entry is looked at directly; only where something is, the entry is rendered alone in
/// each format and read as the check of a whole document does, which has the last word. So an entry that would cost a feed
/// its publication costs itself only.
public struct EntryCheck: Sendable {
  private let feed: Feed

  /// Checks entries for a feed; its own entries do not matter.
  public init(for feed: Feed) { self.feed = feed }

  /// Finds what is wrong with an entry.
  ///
  /// - Returns: The first fault in any format; nil if a document may hold it.
  public func fault(of entry: Entry) -> DocumentFault? {
    isSurelySound(entry) ? nil : renderedFault(of: entry)
  }

  /// Whether nothing about an entry can be a fault, as long as the writers write what they are given.
  private func isSurelySound(_ entry: Entry) -> Bool {
    // What the writers leave out of a text may be all of it.
    let title = EntryWords.unmistakable(CharacterEscape.escaped(entry.title, as: .profile))
    guard title.unicodeScalars.contains(where: \.properties.isAlphabetic),
      entry.published <= entry.updated, AddressCheck.isAbsolute(entry.id.rawValue)
    else { return false }
    let urls =
      [entry.link] + entry.coverage.flatMap { [$0.url, $0.outletFeedURL] }.compactMap { $0 }
      + entry.pictures.map(\.url) + entry.enclosures.map(\.url)
      + entry.authors.compactMap(\.url)
    guard urls.allSatisfy(AddressCheck.isAbsolute) else { return false }
    guard let html = entry.html else { return true }
    do throws(DocumentFault) {
      try AddressCheck.check(html: html, in: entry.id.rawValue)
      return true
    } catch {
      return false
    }
  }

  private func renderedFault(of entry: Entry) -> DocumentFault? {
    var alone = feed
    alone.entries = [entry]
    alone.updated = entry.updated
    alone.tombstones = []
    for format in FeedFormats.all {
      let fragment = format.fragment(of: entry, setting: EntrySetting(of: feed))
      do throws(DocumentFault) {
        try format.read(format.bytes(of: alone, fragments: [fragment])).check(isKnown: nil)
      } catch {
        return error
      }
    }
    return nil
  }
}
