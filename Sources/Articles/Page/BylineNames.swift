import Markup

/// Recognises classes and ids of elements that hold a date or an author.
struct BylineNames {
  /// Kinds of names.
  struct Kinds: OptionSet {
    let rawValue: Int

    /// It names a date: `entry-date`, `datum`, `article__published`.
    static let date = Kinds(rawValue: 1)
    /// It names a date of a change.
    static let change = Kinds(rawValue: 2)
    /// It names the name of an author.
    static let authorName = Kinds(rawValue: 4)
    /// It names an author.
    static let author = Kinds(rawValue: 8)
    /// It names what stands beside a name: a portrait, a life, a date.
    static let besideName = Kinds(rawValue: 16)
  }

  private var known: [String: Kinds] = [:]

  /// The kinds of each attribute of an element; none if the element has neither class nor id.
  mutating func kinds(of node: HTMLNode) -> [Kinds] {
    var result: [Kinds] = []
    for attribute in node.attributes where attribute.name == "class" || attribute.name == "id" {
      guard attribute.value.utf8.count <= 300 else { continue }
      if let seen = known[attribute.value] {
        if !seen.isEmpty { result.append(seen) }
        continue
      }
      let kinds = Kinds(rawValue: BylineNames.marks.bits(in: Array(attribute.value.utf8)))
      known[attribute.value] = kinds
      if !kinds.isEmpty { result.append(kinds) }
    }
    return result
  }

  private static let marks: PhraseFinder = {
    var list = PhraseFinder()
    list.add(
      Kinds.date.rawValue,
      [
        "date", "datum", "publish", "posted", "fecha", "timestamp", "time", "postmeta", "post-meta",
        "entry-meta", "byline", "created", "veroeffentlich",
      ])
    list.add(Kinds.change.rawValue, ["update", "modif"])
    list.add(
      Kinds.authorName.rawValue,
      ["author-name", "authorname", "author_name", "author__name", "fn n"])
    list.add(
      Kinds.author.rawValue,
      [
        "author", "byline", "autor", "verfasser", "posted-by", "journalist", "auteur", "writer",
        "redakteur",
      ])
    list.add(
      Kinds.besideName.rawValue,
      [
        "image", "avatar", "bio", "desc", "social", "box", "related", "photo", "date",
      ])
    return list
  }()
}
