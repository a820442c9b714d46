import Markup
import NewsModel

/// Writes an RSS `item`; Atom's words end here.
struct RSSItemWriter {
  let entry: Entry
  let content: EntryContent
  let setting: EntrySetting

  func fragment() -> [UInt8] {
    let html = content.html.bytes
    // An item without its content takes about 2 kB.
    var xml = XMLWriter(fragmentInside: 2, capacity: html.count * 5 / 4 + 2048)
    xml.start("item")
    xml.element("title", EntryWords.unmistakable(entry.title), as: .profile)
    xml.element("link", entry.link)
    // The profile's order: the summary before the whole (content:encoded).
    xml.element("description", markup: summary.bytes)
    xml.element("content:encoded", markup: html)
    xml.element("guid", ["isPermaLink": "false"], entry.id.rawValue)
    // Readers sort by it: the day a story began, not its last change.
    xml.element("pubDate", Timestamp.rfc822(entry.published))
    xml.element("atom:updated", Timestamp.rfc3339(entry.updated))
    for author in EntryWords.authors(of: entry) {
      xml.element("dc:creator", EntryWords.unmistakable(author.name), as: .profile)
    }
    for tag in entry.tags {
      xml.element("category", EntryWords.unmistakable(tag), as: .profile)
    }
    if let language = entry.language, language != setting.language, LanguageScope.isTag(language) {
      xml.element("dc:language", language)
    }
    writeSources(to: &xml)
    writeEnclosure(to: &xml)
    MediaWriter.write(entry, extent: content.extent, to: &xml)
    xml.end()
    return xml.finishFragment()
  }

  private var summary: HTMLFragment { "<p>\(EntryWords.summary(of: entry, content: content))</p>" }

  /// Names the sources.
  ///
  /// `source` is the feed that the lead report came in, so it stands only where that feed is known; else `dc:source`
  /// has the addresses of all sources. The W3C validator takes neither several `dc:source` nor one beside `source`, so
  /// that it is `atom:link rel="via"` that always lists every source, one by one.
  private func writeSources(to xml: inout XMLWriter) {
    let outlet = content.phrases.name(of: entry.canonical?.outlet ?? "")
    let urls = entry.coverage.compactMap(\.url)
    if let feedURL = entry.canonical?.outletFeedURL {
      xml.element("source", ["url": feedURL], EntryWords.unmistakable(outlet), as: .profile)
    } else if !urls.isEmpty {
      xml.element("dc:source", urls.joined(separator: " "))
    }
    for coverage in entry.coverage {
      guard let url = coverage.url else { continue }
      let outlet = content.phrases.name(of: coverage.outlet)
      xml.empty(
        "atom:link",
        [
          "rel": "via", "type": "text/html", "href": url,
          "hreflang": coverage.language.flatMap { LanguageScope.isTag($0) ? $0 : nil },
          "title": EntryWords.unmistakable("\(outlet): \(coverage.title)"),
        ])
    }
  }

  /// RSS readers expect one enclosure an item: what can be played before what can be looked at.
  private func writeEnclosure(to xml: inout XMLWriter) {
    if let first = entry.enclosures.first {
      write(first.url, first.mediaType, first.byteCount, to: &xml)
    } else if content.extent != .headline, let picture = entry.pictures.first,
      let type = PictureType.of(picture)
    {
      write(picture.url, type, picture.byteCount, to: &xml)
    }
  }

  private func write(
    _ url: String, _ mediaType: String, _ byteCount: Int?, to xml: inout XMLWriter
  ) {
    // The specification has 0 for a length that is not known.
    xml.empty(
      "enclosure", ["url": url, "length": String(byteCount ?? 0), "type": mediaType])
  }
}
