internal import Markup
public import NewsModel

/// Checks a single entry before a feed is decided to show it.
///
/// Pure. The values of an entry are checked first. Only if one of them could be at fault is the
/// entry rendered alone in each format and read like a whole document; that reading decides. So a
/// faulty entry is left out, and does not keep the whole feed from being published.
public struct EntryCheck: Sendable {
  private let feed: Feed

  /// Makes a check for a feed; the entries in the value do not matter.
  public init(for feed: Feed) { self.feed = feed }

  /// Finds what is wrong with an entry.
  ///
  /// - Returns: The first fault in any format; nil if a document may hold it.
  public func fault(of entry: Entry) -> DocumentFault? {
    isSurelySound(entry) ? nil : renderedFault(of: entry)
  }

  /// Whether no value of an entry can be a fault, as long as the writers write what they are given.
  private func isSurelySound(_ entry: Entry) -> Bool {
    // The characters that writers leave out may be the whole text.
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
