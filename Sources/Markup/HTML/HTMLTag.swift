internal import CLibXML2

/// An element of a page, with its name and id only.
public struct HTMLTag: Equatable, Sendable {
  /// The element's name in lower case.
  public let name: String
  /// The value of `id`; nil if the element does not have it.
  public let id: String?

  /// Reads the elements of a whole page in their order, with those that the source leaves out
  /// (`html`, `body`).
  ///
  /// They are those of an `HTMLDocument`, with a tenth of the work, because no tree with its many
  /// small allocations is made.
  ///
  /// - Throws: `HTMLError` if the text is too large or too deep.
  public static func all(in html: String) throws(HTMLError) -> [HTMLTag] {
    let bytes = try HTMLSource(html).bytes
    var tags: [HTMLTag] = []
    let stopped = bytes.withUnsafeBytes { buffer in
      withUnsafeMutablePointer(to: &tags) { tags -> Int32 in
        guard let start = buffer.baseAddress else { return 0 }
        return newsfold_walk_html(
          start.assumingMemoryBound(to: CChar.self), Int32(buffer.count), tags
        ) { visitor, name, attributes in
          visitor.assumingMemoryBound(to: [HTMLTag].self).pointee.append(
            HTMLTag(name: String(cString: name), id: HTMLTag.id(in: attributes)))
        }
      }
    }
    guard stopped == 0 else { throw .tooDeep }
    return tags
  }

  /// The value of `id` among pairs of names and values.
  private static func id(
    in attributes: UnsafePointer<UnsafePointer<xmlChar>?>?
  ) -> String? {
    guard var pair = attributes else { return nil }
    while let name = pair.pointee {
      let value = pair.successor().pointee
      if String(cString: name) == "id" { return value.map { String(cString: $0) } ?? "" }
      pair += 2
    }
    return nil
  }
}
