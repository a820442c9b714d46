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
      let type = node["type"]?.lowercased() ?? ""
      guard node["src"] == nil,
        type.isEmpty || type.hasSuffix("javascript") || type.hasSuffix("json")
      else { continue }
      let text = document.text(of: index)
      let isData = node["id"] == "__NEXT_DATA__" || type == "application/json"
      var open = isData ? data(text) : assigned(in: text)
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

  /// The value of a script of JSON; Nuxt's, a list whose members name others by their places, is
  /// put together.
  private static func data(_ text: String) -> [FieldValue] {
    // What is no JSON holds no text that could be read.
    guard let value = try? JSONScanner.read(Array(text.utf8)) else { return [] }
    guard case .array(let members) = value, members.count > 2 else { return [value] }
    return [value]
      + members.prefix(memberLimit).compactMap { member -> FieldValue? in
        guard case .object(let fields) = member else { return nil }
        return .object(
          fields.map { field in
            guard case .number(let digits) = field.value, let place = Int(digits),
              members.indices.contains(place), case .string = members[place]
            else { return field }
            return .init(key: field.key, value: members[place])
          })
      }
  }

  /// The objects that a script assigns: `window.__STATE__ = {…}`, `… = JSON.parse("{…}")`.
  ///
  /// - Complexity: O(*n*) in the size of the script: the search goes on behind what was read.
  private static func assigned(in text: String) -> [FieldValue] {
    guard text.utf8.count >= 200 else { return [] }
    let bytes = Array(text.utf8)
    var values: [FieldValue] = []
    var index = 0
    var tries = 0
    while index < bytes.count, tries < tryLimit {
      guard bytes[index] == 0x3D else {
        index += 1
        continue
      }
      index += 1
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count else { break }
      let rest = bytes[index...]
      if bytes[index] == 0x7B {
        tries += 1
        let end = JSONExtent.end(of: rest) ?? rest.startIndex
        guard end - index >= 200 else { continue }
        // A program's own objects are no JSON.
        if let value = try? JSONScanner.read(bytes, in: index..<end) { values.append(value) }
        index = end
      } else if rest.starts(with: parse) {
        tries += 1
        index += parse.count
        guard let end = JSONExtent.endOfString(of: bytes[index...]) else { continue }
        // As above.
        if case .string(let inner)? = try? JSONScanner.read(bytes, in: index..<end),
          let value = try? JSONScanner.read(Array(inner.utf8))
        {
          values.append(value)
        }
        index = end
      }
    }
    return values
  }

  /// Frameworks leave a few objects; a program has thousands of equals signs.
  private static let tryLimit = 20
  private static let memberLimit = 20_000
  private static let parse = Array("JSON.parse(".utf8)

  private static func bodyLength(_ field: FieldValue.Field) -> Int {
    let key = FieldNames.folded(field.key)
    guard FieldNames.text.contains(key) || FieldNames.html.contains(key) else { return 0 }
    return field.value.members.reduce(0) { sum, member in
      sum + ((member.text ?? member.first(of: ["text", "content"])?.text)?.utf8.count ?? 0)
    }
  }
}
