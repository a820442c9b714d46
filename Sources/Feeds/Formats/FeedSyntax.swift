internal import Markup

/// The layout of a format's documents, line by line: where entries, links and addresses stand in
/// them.
///
/// With it published documents can be divided, linked and moved without being rendered again. No
/// text can contain the lines that it names, because `<` is escaped in XML and line feeds are
/// escaped in JSON.
public struct FeedSyntax: Sendable {
  /// The line with which an entry begins.
  let entryStart: String
  /// The line with which an entry ends, without a comma after it.
  let entryEnd: String
  /// The bytes between two entries.
  let joint: [UInt8]
  /// The line after which lines count as those of entries; nil if nothing else looks like them.
  let entriesLine: String?
  /// The text before the address of an archive document's successor, if it has one.
  let successorMark: String
  /// The text before the place of the link to the successor.
  let successorPlace: (before: String, hasAddress: Bool)
  /// Writes the link to a successor.
  let successorLink: @Sendable (_ url: String) -> [UInt8]
  /// The texts before the document's own address, one after the other.
  let ownAddress: [String]
  /// The kind of text in which addresses stand, for escaping.
  let place: CharacterEscape.Place

  /// The syntax of an XML format.
  ///
  /// - Parameters:
  ///   - entry: The name of the element of an entry.
  ///   - link: The name of the element of a link (RFC 4287 §4.2.7).
  ///   - depth: The depth at which both lie.
  ///   - linkType: The media type that links state.
  /// - Returns: The syntax.
  static func xml(
    entry: String, link: StaticString, depth: Int, linkType: String
  ) -> FeedSyntax {
    let indent = String(repeating: "  ", count: depth)
    return FeedSyntax(
      entryStart: "\(indent)<\(entry)>", entryEnd: "\(indent)</\(entry)>",
      joint: Array("\n".utf8), entriesLine: nil, successorMark: "rel=\"next-archive\"",
      successorPlace: ("\n\(indent)<fh:archive/>", false),
      successorLink: { url in
        var xml = XMLWriter(fragmentInside: depth, capacity: 256)
        xml.empty(link, ["rel": "next-archive", "type": linkType, "href": url])
        return xml.finishFragment()
      },
      ownAddress: ["rel=\"self\"", "href=\""], place: .attribute)
  }

  /// The syntax of JSON Feed with its extension.
  static let json = FeedSyntax(
    entryStart: "    {", entryEnd: "    }", joint: Array(",\n".utf8),
    entriesLine: "  \"items\": [", successorMark: "\n    \"newer_url\": \"",
    successorPlace: ("\n    \"current_url\": \"", true),
    successorLink: { url in
      Array(",\n    \"newer_url\": \"\(CharacterEscape.escaped(url, as: .json))\"".utf8)
    },
    ownAddress: ["\"feed_url\": \""], place: .json)

  /// An address as the format writes it.
  func escaped(_ url: String) -> [UInt8] { Array(CharacterEscape.escaped(url, as: place).utf8) }

  /// The address of a document, as the document states it.
  func address(in bytes: [UInt8]) -> String? {
    var tail = bytes[...]
    for mark in ownAddress {
      guard let found = tail.firstRange(of: Array(mark.utf8)) else { return nil }
      tail = tail[found.upperBound...]
    }
    // An address holds no quotation mark, and a site's address nothing that is escaped.
    return String(decoding: tail.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  /// An archive document with a link to the next one, at the place where rendering would have put
  /// it.
  ///
  /// - Returns: Nil if it has such a link, or is not an archive document of the format.
  func linked(_ bytes: [UInt8], to url: String) -> [UInt8]? {
    let first = entriesLine ?? entryStart
    let head = bytes[..<(bytes.firstRange(of: Array("\n\(first)".utf8))?.lowerBound ?? bytes.count)]
    guard let mark = head.firstRange(of: Array(successorPlace.before.utf8)),
      head.firstRange(of: Array(successorMark.utf8)) == nil
    else { return nil }
    var place = mark.lowerBound
    if successorPlace.hasAddress {
      guard let end = head[mark.upperBound...].firstIndex(of: UInt8(ascii: "\"")) else {
        return nil
      }
      place = end + 1
    }
    return bytes[..<place] + successorLink(url) + bytes[place...]
  }
}
