import Markup
import NewsModel

/// Writes an RSS `item`. Only here do entries get RSS names.
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
    xml.element("link", setting.address(of: entry))
    // The profile's order: the summary before the whole (content:encoded).
    xml.element("description", markup: summary.bytes)
    xml.element("content:encoded", markup: html)
    xml.element("guid", ["isPermaLink": "false"], entry.id.rawValue)
    // Readers sort by this date, so it is the date of the story's beginning, not of its last
    // change.
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
    if let page = setting.page(of: entry) {
      xml.empty("atom:link", ["rel": "related", "type": "text/html", "href": page])
    }
    writeSources(to: &xml)
    writeEnclosure(to: &xml)
    MediaWriter.write(entry, extent: content.extent, to: &xml)
    xml.end()
    return xml.finishFragment()
  }

  private var summary: HTMLFragment { "<p>\(EntryWords.summary(of: entry, content: content))</p>" }

  /// Writes the sources.
  ///
  /// `source` is the feed that the lead report came in, so it is written only if that feed is
  /// known; else `dc:source` has the addresses of the listed sources. The W3C validator accepts
  /// neither several `dc:source` nor one beside `source`. So `atom:link rel="via"` always lists
  /// them, one by one.
  private func writeSources(to xml: inout XMLWriter) {
    let outlet = content.phrases.name(of: entry.canonical?.outlet ?? "")
    let listed = ListedSources.of(entry)
    let urls = listed.compactMap(\.url)
    if let feedURL = entry.canonical?.outletFeedURL {
      xml.element("source", ["url": feedURL], EntryWords.unmistakable(outlet), as: .profile)
    } else if !urls.isEmpty {
      xml.element("dc:source", urls.joined(separator: " "))
    }
    for coverage in listed {
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

  /// Writes one enclosure, as RSS readers expect: a media file to play, else a picture.
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
    // The specification asks for 0 if the length is not known.
    xml.empty(
      "enclosure", ["url": url, "length": String(byteCount ?? 0), "type": mediaType])
  }
}
