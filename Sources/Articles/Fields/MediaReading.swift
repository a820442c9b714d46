import NewsModel

/// Reads images and media files from fields.
struct MediaReading {
  var base: WebAddress?

  func pictures(_ value: FieldValue) -> [Picture] {
    value.members.compactMap { member in
      let inner = member["@list"]?.members.first ?? member
      let address =
        inner.text
        ?? inner.first(of: ["url", "contentUrl", "src", "href", "@id"])?.members.first?.text
      guard let address, let url = resolved(address) else { return nil }
      var picture = Picture(url: url)
      picture.alternative = inner.first(of: ["alt", "caption", "description", "name"])?.text ?? ""
      let credit = inner.first(of: ["credit", "creditText", "creator", "author"])
      picture.credit = credit?.text ?? credit?.members.first?["name"]?.text
      picture.mediaType = inner.first(of: ["mime_type", "encodingFormat", "type"])?.text
        .flatMap { $0.hasPrefix("image/") ? $0 : nil }
      picture.width = number(inner["width"])
      picture.height = number(inner["height"])
      return picture
    }
  }

  func enclosures(_ value: FieldValue) -> [Enclosure] {
    value.members.compactMap { member in
      let address =
        member.text ?? member.first(of: ["url", "contentUrl", "href", "src"])?.members.first?.text
      guard let address, let url = resolved(address) else { return nil }
      let stated = member.first(of: ["mime_type", "encodingFormat", "type", "mediaType"])?.text
      let type =
        stated.flatMap { $0.contains("/") ? $0.lowercased() : nil }
        ?? MediaFileType.guess(from: url)
      guard let type else { return nil }
      var enclosure = Enclosure(url: url, mediaType: type)
      enclosure.byteCount = number(
        member.first(of: ["size_in_bytes", "length", "contentSize", "byteCount", "size"]))
      enclosure.duration = member.first(of: ["duration_in_seconds", "duration"])?.text
        .flatMap(PlayingTime.seconds)
      enclosure.title = member.first(of: ["title", "name"])?.text.map(CleanText.line)
      return enclosure
    }
  }

  func resolved(_ address: String) -> String? {
    (base.map { $0.resolving(address) } ?? WebAddress(address))?.description
  }

  private func number(_ value: FieldValue?) -> Int? {
    guard let text = value?.text ?? value?["value"]?.text,
      let number = Int(text.prefix { $0.isASCII && $0.isNumber }), number > 0
    else { return nil }
    return number
  }
}
