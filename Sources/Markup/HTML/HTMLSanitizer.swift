public import NewsModel

/// Other people's HTML made safe to show.
///
/// The input is parsed into a tree and written anew from a positive list of elements, attributes
/// and addresses (`SanitizingPolicy`): nothing of the source text reaches the output unread. The
/// output
/// - stands in a `div` of an HTML page and of an XHTML document alike, and both parsers build the
///   same tree from it;
/// - has absolute http, https and mailto addresses only;
/// - is its own sanitised form: sanitising twice is sanitising once.
public enum HTMLSanitizer {
  /// Sanitises the content of a body.
  ///
  /// - Parameters:
  ///   - html: Any text.
  ///   - base: The address of the page, to resolve relative ones; without it they are dropped.
  /// - Returns: Safe HTML; empty if the text is refused as HTML (`HTMLError`) or nothing of it is
  ///   left.
  /// - Complexity: O(*n*) in the size of the text; the output is at most 16 times as long.
  public static func sanitize(_ html: String, base: String?) -> String {
    // Silence is right: refused HTML has nothing to show, and a caller who wants the reason reads
    // an `HTMLDocument` first.
    guard let document = try? HTMLDocument(fragment: html) else { return "" }
    return sanitize(document, roots: [0], leavingOut: [], base: base.flatMap { WebAddress($0) })
  }

  /// Sanitises parts of a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - roots: The indices of the nodes to show, in ascending order, none inside another.
  ///   - leavingOut: The indices of nodes inside them that are not shown.
  ///   - base: The address of the page.
  /// - Returns: Safe HTML.
  public static func sanitize(
    _ document: HTMLDocument, roots: [Int], leavingOut: Set<Int>, base: WebAddress?
  ) -> String {
    guard !document.nodes.isEmpty else { return "" }
    var writer = SanitizedWriter(document: document, base: base)
    for root in roots { writer.write(root, leavingOut: leavingOut) }
    return writer.finish()
  }

  /// The absolute address of an image that is meant to be seen.
  ///
  /// - Parameters:
  ///   - index: An element.
  ///   - document: The document that it stands in.
  ///   - base: The address of the page.
  /// - Returns: The address; nil for tracking pixels, placeholders, images without an address and
  ///   other elements.
  public static func imageAddress(
    of index: Int, in document: HTMLDocument, base: WebAddress?
  ) -> String? {
    guard ImageAddress.isImage(document.nodes[index].name) else { return nil }
    return ImageAddress(document, base: base).address(of: index)
  }

  /// The images inside a `noscript` that stand for one which a script would load.
  public static func fallbackImages(
    of noscript: Int, in document: HTMLDocument, base: WebAddress?
  ) -> [Int] {
    ImageAddress(document, base: base).fallbacks(in: noscript)
  }
}
