import NewsModel

/// The text of a post as WordPress keeps it, made into the HTML that it shows.
///
/// Blank lines part paragraphs, and `[caption]…[/caption]` is written for programs.
enum WordPressText {
  static func html(_ text: String) -> String {
    let bare = withoutShortcodes(CleanText.normalizedLineEnds(text))
    // The editor of blocks writes its paragraphs; the older one leaves them to be found.
    guard !["<!-- wp:", "<p>", "<p "].contains(where: { bare.utf8.contains($0.utf8) }) else {
      return bare
    }
    return blocks(of: bare).map { block in
      let start = block.utf8.prefix(12)
      let name = String(decoding: start, as: UTF8.self).lowercased().dropFirst()
        .prefix { $0.isLetter || $0.isNumber }
      let isBlock = start.first == 0x3C && blockNames.contains(String(name))
      return isBlock ? block : "<p>\(block.replacing("\n", with: "<br>"))</p>"
    }.joined(separator: "\n")
  }

  private static func blocks(of text: String) -> [String] {
    var blocks: [String] = []
    var lines: [Substring] = []
    for line in (text + "\n").split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        if !lines.isEmpty { blocks.append(lines.joined(separator: "\n")) }
        lines = []
      } else {
        lines.append(line)
      }
    }
    return blocks
  }

  /// Takes out `[gallery ids="1,2"]` and the marks around other text; a caption is put into a
  /// figure.
  private static func withoutShortcodes(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      // A mark with its settings has a few hundred letters.
      guard let close = rest.prefix(600).firstIndex(of: "]"),
        let (name, isEnd) = shortcode(rest[..<close])
      else {
        result += "["
        continue
      }
      rest = rest[rest.index(after: close)...]
      if name == "caption" || name == "wp_caption" {
        guard isEnd else {
          result += "\n\n<figure>"
          continue
        }
        // The words stand behind the picture.
        let words = String(
          result.lastIndex(of: ">").map { result[result.index(after: $0)...] } ?? "")
        result.removeLast(words.count)
        result += "<figcaption>\(words)</figcaption></figure>\n\n"
      }
    }
    return result + rest
  }

  /// The name of a mark, and whether it ends one; nil for other text in brackets.
  private static func shortcode(_ inner: Substring) -> (name: String, isEnd: Bool)? {
    let isEnd = inner.first == "/"
    let body = isEnd ? inner.dropFirst() : inner
    let name = body.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    guard let first = name.first, first.isLowercase, name.allSatisfy({ !$0.isUppercase }) else {
      return nil
    }
    let rest = body[name.endIndex...]
    let isKnown = known.contains(String(name))
    let hasSettings = rest.first?.isWhitespace == true && rest.contains("=")
    return isKnown || hasSettings || isEnd || name.contains("_") ? (String(name), isEnd) : nil
  }

  private static let known: Set = [
    "caption", "wp_caption", "gallery", "embed", "audio", "video", "playlist", "dropcap", "quote",
    "pullquote", "button", "divider", "toc", "columns", "column", "row", "col", "youtube", "vimeo",
    "tweet", "instagram", "googlemaps", "contact-form", "contact-form-7", "more", "nextpage",
  ]
  private static let blockNames: Set = [
    "p", "div", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "table", "pre",
    "figure", "section", "article", "hr", "iframe", "dl", "form", "script", "style", "noscript",
  ]
}
