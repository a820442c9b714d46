import NewsModel

/// The readable part of a story's address: ASCII letters, digits and hyphens.
public enum Slug {
  /// At most this many characters.
  ///
  /// Sixty hold the ten words of a headline; with the digest behind it the name stays far below the
  /// 255 bytes that a file name may have.
  public static let longest = 60

  /// Makes a slug from a title.
  ///
  /// Latin letters lose their marks, Greek and Cyrillic ones are transliterated; of other scripts
  /// only ASCII characters stay. The same title gives the same slug everywhere. It is cut between
  /// words if there are several.
  ///
  /// - Returns: The slug; `story` if no character of the title can be in one.
  public static func make(from title: String) -> String {
    var words: [String] = []
    var word = ""
    var length = 0
    for scalar in title.unicodeScalars {
      let letters = Transliteration.ascii(scalar)
      if letters.isEmpty {
        // An apostrophe parts no word (don't), a mark on its own neither.
        if isInner(scalar) { continue }
        length += end(&word, &words)
        if length > longest { break }
      } else {
        word += letters
        if word.utf8.count > longest { break }
      }
    }
    _ = end(&word, &words)
    var slug = ""
    for word in words {
      let next = slug.isEmpty ? word : slug + "-" + word
      guard next.utf8.count <= longest else { break }
      slug = next
    }
    if slug.isEmpty, let first = words.first { slug = String(first.prefix(longest)) }
    return slug.isEmpty ? "story" : slug
  }

  private static func end(_ word: inout String, _ words: inout [String]) -> Int {
    guard !word.isEmpty else { return 0 }
    defer { word = "" }
    words.append(word)
    return word.utf8.count + 1
  }

  private static func isInner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x2019, 0x02BC, 0x00AD, 0x0300...0x036F, 0x044A, 0x044C, 0x042A, 0x042C: true
    default: false
    }
  }
}
