/// Reads the makers of pictures from captions.
enum PictureCredit {
  /// `… Photo: Ann Ames/Agency` and `… (Image: Agency)` name Ann Ames/Agency and Agency.
  static func inside(_ caption: String) -> String? {
    split(caption)?.name
  }

  /// The caption without it.
  static func removed(from caption: String) -> String {
    split(caption)?.caption ?? caption
  }

  /// A name has at most eighty characters, so that only a caption's end is looked at.
  private static func split(_ caption: String) -> (caption: String, name: String)? {
    let tail = caption.suffix(100)
    guard let colon = tail.lastIndex(of: ":") else { return nil }
    let marks: Set<Character> = ["(", ")", "[", "]", " "]
    var name = tail[tail.index(after: colon)...]
    while let last = name.last, marks.contains(last) { name.removeLast() }
    name = name.drop { marks.contains($0) }
    guard !name.isEmpty, name.count <= 80 else { return nil }
    var front = tail[..<colon]
    for word in [" by", " credit"] where front.lowercased().hasSuffix(word) {
      front = front.dropLast(word.count)
    }
    let lower = front.lowercased()
    guard let label = labels.first(where: { lower.hasSuffix($0) }) else { return nil }
    var rest = caption[..<front.endIndex].dropLast(label.count)
    guard rest.last?.isLetter != true else { return nil }
    while let last = rest.last, marks.contains(last) || last == "|" { rest.removeLast() }
    return (String(rest), String(name))
  }

  private static let labels = [
    "photograph", "photo", "image", "picture", "credit", "foto", "bild", "crédit", "quelle",
  ]
}
