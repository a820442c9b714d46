import NewsModel

/// Writes an element of JSON Feed's `items`.
struct JSONFeedItemWriter {
  let entry: Entry
  let content: EntryContent
  let setting: EntrySetting

  func fragment() -> [UInt8] {
    let html = content.html.bytes
    // An item without its content takes about 4 kB, most of it the extension.
    var json = JSONWriter(inside: 2, capacity: html.count * 5 / 4 + 4096)
    json.object { json in
      json.text("id", entry.id.rawValue)
      let page = setting.page(of: entry)
      json.text("url", setting.address(of: entry))
      // Once is enough: what `url` leads to is not repeated.
      if page == nil { json.text("external_url", entry.canonical?.url) }
      json.text("title", EntryWords.unmistakable(entry.title))
      json.markup("content_html", html)
      json.text("summary", EntryWords.unmistakable(EntryWords.summary(of: entry, content: content)))
      if content.extent != .headline { json.text("image", entry.pictures.first?.url) }
      json.text("date_published", Timestamp.rfc3339(entry.published))
      json.text("date_modified", Timestamp.rfc3339(entry.updated))
      let authors = EntryWords.authors(of: entry)
      if !authors.isEmpty {
        json.array("authors") { json in for author in authors { Self.write(author, to: &json) } }
      }
      json.texts("tags", entry.tags.map(EntryWords.unmistakable))
      json.text("language", entry.language.flatMap { LanguageScope.isTag($0) ? $0 : nil })
      writeAttachments(to: &json)
      JSONFeedExtension.write(entry, content: content, page: page, to: &json)
    }
    return json.bytes
  }

  private func writeAttachments(to json: inout JSONWriter) {
    guard !entry.enclosures.isEmpty else { return }
    json.array("attachments") { json in
      for enclosure in entry.enclosures {
        json.object { json in
          json.text("url", enclosure.url)
          json.text("mime_type", enclosure.mediaType)
          json.text("title", enclosure.title.map(EntryWords.unmistakable))
          json.number("size_in_bytes", enclosure.byteCount)
          json.number("duration_in_seconds", enclosure.duration)
        }
      }
    }
  }

  /// Writes an author object; JSON Feed has no place for an e-mail address but `url`.
  static func write(_ person: Person, to json: inout JSONWriter) {
    json.object { json in
      json.text("name", EntryWords.unmistakable(person.name))
      json.text("url", person.url)
    }
  }
}
