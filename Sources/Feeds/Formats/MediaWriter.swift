import Markup
import NewsModel

/// Writes pictures and media files as Media RSS 1.5.1, which Atom and RSS readers alike know.
enum MediaWriter {
  static func write(_ entry: Entry, extent: TextExtent, to xml: inout XMLWriter) {
    guard extent != .headline else { return }
    for picture in entry.pictures {
      xml.start(
        "media:content",
        [
          "url": picture.url, "type": PictureType.of(picture), "medium": "image",
          "fileSize": positive(picture.byteCount), "width": positive(picture.width),
          "height": positive(picture.height),
        ])
      if !picture.alternative.isEmpty {
        xml.element(
          "media:description", ["type": "plain"],
          EntryWords.unmistakable(picture.alternative))
      }
      if let credit = picture.credit, !credit.isEmpty {
        xml.element("media:credit", EntryWords.unmistakable(credit))
      }
      xml.end()
    }
    if let lead = entry.pictures.first { xml.empty("media:thumbnail", ["url": lead.url]) }
    for enclosure in entry.enclosures {
      xml.empty(
        "media:content",
        [
          "url": enclosure.url, "type": enclosure.mediaType, "medium": medium(enclosure.mediaType),
          "fileSize": positive(enclosure.byteCount),
          "duration": enclosure.duration.flatMap { positive(Int(exactly: $0.rounded())) },
        ])
    }
  }

  private static func positive(_ number: Int?) -> String? {
    number.flatMap { $0 > 0 ? String($0) : nil }
  }

  private static func medium(_ mediaType: String) -> String? {
    let kind = String(mediaType.prefix { $0 != "/" })
    return ["audio", "image", "video"].contains(kind) ? kind : nil
  }
}
