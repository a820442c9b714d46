import Markup
import NewsModel

/// Writes an Atom `entry` (RFC 4287 §4.1.2).
struct AtomEntryWriter {
  let entry: Entry
  let content: EntryContent
  let setting: EntrySetting

  func fragment() -> [UInt8] {
    let html = content.html.bytes
    // An entry without its content takes about 2 kB.
    var xml = XMLWriter(fragmentInside: 1, capacity: html.count * 5 / 4 + 2048)
    // The content marks by itself where its language is not the feed's.
    xml.start("entry")
    xml.element("id", entry.id.rawValue)
    writeText("title", entry.title, to: &xml)
    xml.empty(
      "link", ["rel": "alternate", "type": "text/html", "href": setting.address(of: entry)])
    if let page = setting.page(of: entry) {
      xml.empty("link", ["rel": "related", "type": "text/html", "href": page])
    }
    writeSources(to: &xml)
    writeEnclosures(to: &xml)
    xml.element("published", Timestamp.rfc3339(entry.published))
    xml.element("updated", Timestamp.rfc3339(entry.updated))
    for author in EntryWords.authors(of: entry) { Self.write(author, as: "author", to: &xml) }
    for tag in entry.tags { xml.empty("category", ["term": EntryWords.unmistakable(tag)]) }
    writeText("summary", EntryWords.summary(of: entry, content: content), to: &xml)
    xml.element("content", ["type": "html"], markup: html)
    MediaWriter.write(entry, extent: content.extent, to: &xml)
    xml.end()
    return xml.finishFragment()
  }

  /// Writes a text in the canonical article's language.
  private func writeText(_ name: StaticString, _ text: String, to xml: inout XMLWriter) {
    let language = entry.language.flatMap { LanguageScope.isTag($0) ? $0 : nil }
    Self.write(text, as: name, language: language == setting.language ? nil : language, to: &xml)
  }

  /// Writes each source as `rel="via"` (§4.2.7.2), the sources of the entry's information.
  private func writeSources(to xml: inout XMLWriter) {
    for coverage in ListedSources.of(entry) {
      guard let url = coverage.url else { continue }
      let outlet = content.phrases.name(of: coverage.outlet)
      xml.empty(
        "link",
        [
          "rel": "via", "type": "text/html", "href": url,
          "hreflang": coverage.language.flatMap { LanguageScope.isTag($0) ? $0 : nil },
          "title": EntryWords.unmistakable("\(outlet): \(coverage.title)"),
        ])
    }
  }

  private func writeEnclosures(to xml: inout XMLWriter) {
    for enclosure in entry.enclosures {
      xml.empty(
        "link",
        [
          "rel": "enclosure", "type": enclosure.mediaType, "href": enclosure.url,
          "length": String(enclosure.byteCount ?? 0),
          "title": enclosure.title.map(EntryWords.unmistakable),
        ])
    }
    guard content.extent != .headline, let picture = entry.pictures.first,
      let type = PictureType.of(picture)
    else { return }
    xml.empty(
      "link",
      [
        "rel": "enclosure", "type": type, "href": picture.url,
        "length": String(picture.byteCount ?? 0),
        "title": picture.alternative.isEmpty
          ? nil : EntryWords.unmistakable(picture.alternative),
      ])
  }

  /// Writes a text construct (§3.1); as HTML if a reader could take the text for HTML.
  static func write(
    _ text: String, as name: StaticString, language: String? = nil, to xml: inout XMLWriter
  ) {
    let isPlain = !text.utf8.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }
    if isPlain {
      xml.element(name, ["xml:lang": language], text)
    } else {
      let html = CharacterEscape.escaped(text)
      xml.element(name, ["type": "html", "xml:lang": language], html)
    }
  }

  /// Writes a person construct (§3.2).
  static func write(_ person: Person, as name: StaticString, to xml: inout XMLWriter) {
    xml.start(name)
    xml.element("name", EntryWords.unmistakable(person.name))
    if let url = person.url { xml.element("uri", url) }
    if let email = person.email { xml.element("email", email) }
    xml.end()
  }
}
