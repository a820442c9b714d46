import Markup

/// The text of a page that its scripts alone have: frameworks leave it as JSON beside an empty
/// body.
enum ScriptedArticle {
  /// The longest body of an article in a page's data; nil if there is none.
  ///
  /// - Complexity: O(*n*) in the size of the data: each value is looked at once, and the longest
  ///   alone is read.
  static func article(in document: HTMLDocument) -> FieldValue? {
    var best: (length: Int, value: FieldValue)?
    for index in document.elements(named: "script") {
      let node = document.nodes[index]
      guard node["id"] == "__NEXT_DATA__" || node["type"]?.lowercased() == "application/json" else {
        continue
      }
      // What is no JSON holds no text that could be read.
      guard let value = try? JSONScanner.read(Array(document.text(of: index).utf8)) else {
        continue
      }
      var open = [value]
      while let next = open.popLast() {
        switch next {
        case .array(let members): open += members
        case .object(let fields):
          let length = fields.reduce(0) { $0 + bodyLength($1) }
          // Two sentences at least.
          if length >= 200, length > best?.length ?? 0 { best = (length, next) }
          open += fields.map(\.value)
        default: break
        }
      }
    }
    return best?.value
  }

  private static func bodyLength(_ field: FieldValue.Field) -> Int {
    let key = FieldNames.folded(field.key)
    guard FieldNames.text.contains(key) || FieldNames.html.contains(key) else { return 0 }
    return field.value.members.reduce(0) { $0 + ($1.text?.utf8.count ?? 0) }
  }
}
