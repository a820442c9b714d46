/// Reads sanitised HTML as strictly as it is promised, independently of the code that wrote it.
///
/// Every tag is on the list, every attribute quoted and on the list, every address absolute, every
/// element closed in order. Says the first thing that is wrong.
enum SafeOutput {
  private static let attributes: [String: Set<String>] = [
    "a": ["href", "rel"], "img": ["src", "alt", "width", "height"], "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"], "ol": ["start"], "li": ["value"], "abbr": ["title"],
    "dfn": ["title"], "time": ["datetime"],
  ]
  private static let elements: Set = [
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del",
    "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "tr", "u", "ul", "var", "wbr",
  ]
  private static let void: Set = ["br", "hr", "img", "wbr"]
  private static let references: Set = ["amp", "lt", "gt", "quot", "#39"]

  static func fault(in html: String) -> String? {
    var open: [String] = []
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      if let fault = faultOfText(rest[..<start]) { return fault }
      guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without an end" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else {
          return "</\(tag.dropFirst())> too early"
        }
        continue
      }
      let isVoid = tag.hasSuffix("/")
      let body = isVoid ? tag.dropLast() : tag
      let name = String(body.prefix { $0 != " " })
      guard elements.contains(name) else { return "the element \(name)" }
      guard void.contains(name) == isVoid else { return "\(name) is closed wrongly" }
      if let fault = faultOfAttributes(body.dropFirst(name.count), of: name) { return fault }
      if !isVoid { open.append(name) }
    }
    return open.isEmpty ? faultOfText(rest) : "\(open) left open"
  }

  private static func faultOfAttributes(_ text: Substring, of name: String) -> String? {
    var rest = text
    while !rest.isEmpty {
      guard rest.first == " ", let equals = rest.firstIndex(of: "=") else { return "loose \(rest)" }
      let key = String(rest[..<equals].dropFirst())
      let quoted = rest[rest.index(after: equals)...]
      guard quoted.first == "\"", let end = quoted.dropFirst().firstIndex(of: "\"") else {
        return "an attribute without quotes"
      }
      let value = quoted[quoted.index(after: quoted.startIndex)..<end]
      guard attributes[name]?.contains(key) == true || key == "lang" || key == "dir" else {
        return "the attribute \(name) \(key)"
      }
      if key == "src" || key == "href" {
        let schemes = key == "href" ? ["http://", "https://", "mailto:"] : ["http://", "https://"]
        guard schemes.contains(where: { value.hasPrefix($0) }) else {
          return "the address \(value)"
        }
        guard !value.contains(" ") else { return "a space in an address" }
      }
      if let fault = faultOfText(value) { return fault }
      rest = quoted[quoted.index(after: end)...]
    }
    return nil
  }

  private static func faultOfText(_ text: Substring) -> String? {
    var rest = text
    if rest.contains(">") || rest.contains("<") { return "a bare angle bracket" }
    while let mark = rest.firstIndex(of: "&") {
      rest = rest[rest.index(after: mark)...]
      guard references.contains(String(rest.prefix { $0 != ";" })) else {
        return "a bare ampersand"
      }
    }
    return nil
  }
}
