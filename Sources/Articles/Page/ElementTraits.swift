/// The roles of an element in the search for the text of a page.
struct ElementTraits: OptionSet {
  let rawValue: UInt16

  /// Nothing inside it is text that a reader sees.
  static let unread = ElementTraits(rawValue: 1)
  /// It begins and ends a paragraph.
  static let block = ElementTraits(rawValue: 2)
  /// It is a paragraph, so that what is around it is the frame.
  static let leaf = ElementTraits(rawValue: 4)
  /// It holds what stands beside an article.
  static let aside = ElementTraits(rawValue: 8)
  /// It heads a part of a text, `h2` to `h6`.
  static let heading = ElementTraits(rawValue: 16)
  /// It may be the frame of an article that says so in its class.
  static let frame = ElementTraits(rawValue: 32)
  /// It shows a picture.
  static let picture = ElementTraits(rawValue: 64)
  /// It is the site's own (`story-body`): the HTML standard keeps names with a hyphen for these.
  static let custom = ElementTraits(rawValue: 128)

  /// The traits of a name in lower case.
  static func of(_ name: String) -> ElementTraits {
    if let known = table[name] { return known }
    return name.utf8.contains(0x2D) ? .custom : []
  }

  private static let table: [String: ElementTraits] = {
    var table: [String: ElementTraits] = [:]
    func add(_ traits: ElementTraits, _ names: [String]) {
      for name in names { table[name, default: []].formUnion(traits) }
    }
    add(
      .unread,
      [
        "applet", "area", "audio", "base", "basefont", "bgsound", "button", "canvas", "datalist",
        "dialog", "embed", "frame", "frameset", "head", "iframe", "image", "input", "keygen",
        "legend", "link", "listing", "map", "math", "meta", "meter", "noembed", "noframes",
        "noscript", "object", "optgroup", "option", "output", "param", "plaintext", "progress",
        "script", "select", "slot", "style", "svg", "template", "textarea", "title", "video", "xmp",
      ])
    add(
      .block,
      [
        "blockquote", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3",
        "h4", "h5", "h6", "li", "ol", "p", "pre", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul", "menu", "dir", "address", "article", "aside", "center", "details", "fieldset",
        "footer", "form", "header", "hgroup", "main", "nav", "section", "summary", "body", "html",
      ])
    add(
      .leaf,
      [
        "p", "li", "blockquote", "pre", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
        "figcaption", "caption", "address", "summary",
      ])
    add(.aside, ["nav", "aside", "footer", "menu", "dialog"])
    add(.heading, ["h2", "h3", "h4", "h5", "h6"])
    add(.frame, ["div", "section", "article", "main", "td"])
    add(.picture, ["img", "picture", "amp-img", "figure"])
    return table
  }()
}
