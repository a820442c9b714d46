import FoundationEssentials
import NewsModel

/// The words of a page for programs, as JSON-LD with the vocabulary of schema.org.
///
/// It is a data block, which no browser runs, so that no policy for scripts forbids it (HTML
/// §4.12.1).
enum SchemaElement {
  /// A list of stories (`ItemList`), by the addresses of their pages.
  static func list(_ pages: [String], title: String) -> HTMLFragment {
    var json = JSONWriter(capacity: 120 * pages.count)
    json.line { json in
      json.text("@context", "https://schema.org")
      json.text("@type", "ItemList")
      json.text("name", title)
      json.array("itemListElement") { json in
        for (index, page) in pages.enumerated() {
          json.object { json in
            json.text("@type", "ListItem")
            json.number("position", index + 1)
            json.text("url", page)
          }
        }
      }
    }
    return element(json.bytes)
  }

  /// The most bytes that an element of such a list takes, with a position of four digits.
  static func listItemByteCount(_ page: String) -> Int { page.utf8.count + 52 }

  /// A story (`NewsArticle`) with its lead report's authors, and the reports that it is based on.
  static func story(
    _ entry: Entry, summary: String, picture: String?, site: SiteDescription
  ) -> HTMLFragment {
    var json = JSONWriter(capacity: 1500)
    json.line { json in
      json.text("@context", "https://schema.org")
      json.text("@type", "NewsArticle")
      // Search engines cut a headline at 110 characters.
      json.text("headline", StoryList.clipped(entry.title, 110))
      json.text("url", entry.link)
      json.text("datePublished", Timestamp.rfc3339(entry.published))
      json.text("dateModified", Timestamp.rfc3339(entry.updated))
      json.text("inLanguage", entry.language)
      if !summary.isEmpty { json.text("description", summary) }
      json.text("image", picture)
      json.object("publisher") { json in
        json.text("@type", "Organization")
        json.text("name", site.title)
        json.text("url", site.baseURL)
      }
      if !entry.authors.isEmpty {
        json.array("author") { json in
          for author in entry.authors.prefix(mostNamed) {
            json.object { json in
              json.text("@type", "Person")
              json.text("name", author.name)
            }
          }
        }
      }
      json.texts("isBasedOn", Array(entry.coverage.compactMap(\.url).prefix(mostNamed)))
    }
    return element(json.bytes)
  }

  /// The most authors and reports that are named, so that a long story's page stays small.
  private static let mostNamed = 10

  /// The element, which nothing in the data can end: `<` stands in strings of JSON only, and there
  /// `\u003c` says the same.
  private static func element(_ json: [UInt8]) -> HTMLFragment {
    var text: [UInt8] = []
    text.reserveCapacity(json.count + 64)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): text += Array("\\u003c".utf8)
      case UInt8(ascii: ">"): text += Array("\\u003e".utf8)
      case UInt8(ascii: "&"): text += Array("\\u0026".utf8)
      default: text.append(byte)
      }
    }
    let json = String(decoding: text, as: UTF8.self)
    return "<script type=\"application/ld+json\">\(sanitised: json)</script>\n"
  }
}
