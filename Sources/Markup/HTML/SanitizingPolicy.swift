internal import NewsModel

/// The parts of other people's HTML that are passed on: a positive list, so that everything not
/// named here is dropped.
///
/// Elements and attributes of text, lists, tables, links and images; nothing that runs, loads,
/// frames, submits or styles. Checked against the element list of the HTML standard, 2024.
enum SanitizingPolicy {
  /// The treatment of an element.
  enum Treatment {
    /// It stays under this name, inline.
    case inline(String)
    /// It stays under this name, as a block.
    case block(String)
    /// Only its content stays.
    case content
    /// It is dropped with all it contains.
    case nothing
  }

  static func treatment(of name: String) -> Treatment { treatments[name] ?? .content }

  /// Whether a name is a site's own: the HTML standard reserves names with a hyphen for that.
  static func isCustom(_ name: String) -> Bool { name.utf8.contains(0x2D) }

  private static let treatments: [String: Treatment] = {
    var table: [String: Treatment] = [:]
    for name in [
      "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
      "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
      "var",
    ] { table[name] = .inline(name) }
    for name in [
      "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h2", "h3", "h4",
      "h5", "h6", "li", "ol", "p", "pre", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
      "ul",
    ] { table[name] = .block(name) }
    // The surrounding page has the only h1.
    table["h1"] = .block("h2")
    table["strike"] = .inline("s")
    table["tt"] = .inline("code")
    table["acronym"] = .inline("abbr")
    table["menu"] = .block("ul")
    table["dir"] = .block("ul")
    table["xmp"] = .nothing
    for name in [
      "address", "article", "aside", "center", "details", "fieldset", "footer", "form", "header",
      "hgroup", "main", "nav", "section", "summary",
    ] { table[name] = .block("div") }
    for name in [
      "applet", "area", "audio", "base", "basefont", "bgsound", "button", "canvas", "datalist",
      "dialog", "embed", "frame", "frameset", "head", "iframe", "image", "input", "keygen",
      "legend",
      "link", "listing", "map", "math", "meta", "meter", "noembed", "noframes", "object",
      "optgroup",
      "option", "output", "param", "plaintext", "progress", "script", "select", "slot", "style",
      "svg",
      "template", "textarea", "title", "video",
    ] { table[name] = .nothing }
    return table
  }()

  /// The attributes that an element keeps, checked and in a fixed order; nil if it lacks one
  /// without which it is useless.
  static func attributes(
    of node: HTMLNode, as name: String, base: WebAddress?
  ) -> [(name: String, value: String)]? {
    var kept: [(name: String, value: String)] = []
    switch name {
    case "a":
      guard let address = node["href"].flatMap({ link($0, base: base) }) else { return nil }
      kept.append(("href", address))
      kept.append(("rel", "nofollow noopener"))
    case "td", "th":
      for span in ["colspan", "rowspan"] {
        if let number = number(node[span], in: 2...1000) { kept.append((span, number)) }
      }
      if name == "th", let scope = node["scope"]?.lowercased(),
        ["row", "col", "rowgroup", "colgroup"].contains(scope)
      {
        kept.append(("scope", scope))
      }
    case "ol":
      if let number = number(node["start"], in: 0...99_999) { kept.append(("start", number)) }
    case "li":
      if let number = number(node["value"], in: 0...99_999) { kept.append(("value", number)) }
    case "abbr", "dfn":
      if let title = node["title"], !title.isEmpty { kept.append(("title", title)) }
    case "time":
      if let moment = node["datetime"], isMoment(moment) { kept.append(("datetime", moment)) }
    case "bdo":
      guard node["dir"] != nil else { return nil }
    default: break
    }
    kept += languageAndDirection(of: node)
    // A span without either is useless.
    if name == "span", kept.isEmpty { return nil }
    return kept
  }

  /// The attributes of an image that is shown at an address.
  static func image(_ node: HTMLNode, address: String) -> [(name: String, value: String)] {
    var kept = [(name: "src", value: address), (name: "alt", value: node["alt"] ?? "")]
    for side in ["width", "height"] {
      if let number = number(node[side], in: 2...20_000) { kept.append((side, number)) }
    }
    return kept
  }

  /// The absolute address from which something is loaded.
  static func source(_ text: String, base: WebAddress?) -> String? {
    let address = base.map { $0.resolving(text) } ?? WebAddress(text)
    guard let address, text.contains(where: { !$0.isWhitespace }), !text.hasPrefix("#") else {
      return nil
    }
    return address.description
  }

  private static func link(_ text: String, base: WebAddress?) -> String? {
    if let mail = mail(text) { return mail }
    // A link into the original page leads nowhere here.
    let isLocal = text.drop(while: \.isWhitespace).first == "#"
    guard !isLocal else { return nil }
    return source(text, base: base)
  }

  private static func mail(_ text: String) -> String? {
    let trimmed = text.trimmingWhitespace()
    guard trimmed.prefix(7).lowercased() == "mailto:", trimmed.utf8.count < 320 else { return nil }
    let address = trimmed.dropFirst(7).prefix { $0 != "?" }
    let isPlain = address.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
        || [0x2E, 0x2D, 0x5F, 0x2B, 0x40].contains($0)
    }
    guard isPlain, address.split(separator: "@", omittingEmptySubsequences: false).count == 2 else {
      return nil
    }
    return "mailto:" + address
  }

  private static func languageAndDirection(of node: HTMLNode) -> [(name: String, value: String)] {
    var kept: [(name: String, value: String)] = []
    if let language = node["lang"], language.count <= 35, language.count > 1,
      language.utf8.allSatisfy({
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
      })
    {
      kept.append(("lang", language))
    }
    if let direction = node["dir"]?.lowercased(), ["ltr", "rtl", "auto"].contains(direction) {
      kept.append(("dir", direction))
    }
    return kept
  }

  private static func number(_ text: String?, in range: ClosedRange<Int>) -> String? {
    guard let value = text.flatMap({ Int($0) }), range.contains(value) else { return nil }
    return String(value)
  }

  private static func isMoment(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 40
      && text.utf8.allSatisfy {
        (0x30...0x3A).contains($0) || [0x2B, 0x2D, 0x2E, 0x54, 0x5A, 0x20].contains($0)
      }
  }
}
