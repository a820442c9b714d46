/// Drops repeated lines: photo captions that came with the text, and paragraphs pasted twice.
enum RepeatedLines {
  /// Drops repeated lines; the running text wins over the caption.
  ///
  /// - Complexity: O(*n*) in the size of the text, but for at most 200 captions, which are compared
  ///   with at most 400 paragraphs each.
  static func dropping(from paragraphs: [String]) -> [String] {
    guard paragraphs.count > 1 else { return paragraphs }
    var places: [Key: Int] = [:]
    var kept: [String] = []
    for paragraph in paragraphs {
      // Short lines ("He agreed.") may well come twice.
      guard paragraph.utf8.count >= 40 else {
        kept.append(paragraph)
        continue
      }
      let key = Key(text: folded(paragraph))
      if let place = places[key] {
        // Of a caption and the sentence that it repeats, the sentence.
        if Sentences.isEnded(paragraph), !Sentences.isEnded(kept[place]) { kept[place] = paragraph }
      } else {
        places[key] = kept.count
        kept.append(paragraph)
      }
    }
    let withoutPictureLines = kept.filter { !isPictureLine($0) }
    if !withoutPictureLines.isEmpty { kept = withoutPictureLines }
    let ended = kept.count { Sentences.isEnded($0) }
    // Where the writer ends no sentences, a line without a full stop is no caption.
    guard ended * 2 > kept.count else { return kept }
    // A caption of more than 600 bytes, some hundred words, is a paragraph.
    let captions = kept.indices.filter {
      !Sentences.isEnded(kept[$0]) && (40...600).contains(kept[$0].utf8.count)
    }
    guard !captions.isEmpty, captions.count <= 200, kept.count <= 400 else { return kept }
    // The words of captions by number, so that each word of the text is looked up once.
    var numbers: [Substring: Int] = [:]
    let captionWords = captions.map { caption in
      Set(
        folded(kept[caption]).split(separator: " ").map { word -> Int in
          let number = numbers[word] ?? numbers.count
          numbers[word] = number
          return number
        })
    }
    let sentences = kept.indices.filter { Sentences.isEnded(kept[$0]) }.map { other in
      (other, Set(folded(kept[other]).split(separator: " ").compactMap { numbers[$0] }))
    }
    let repeated = zip(captions, captionWords).filter { caption, words in
      sentences.contains { other, shared in
        // Three quarters of a caption's words, measured on pages where captions replace a pronoun
        // by a name.
        other != caption && shared.count { words.contains($0) } * 4 >= words.count * 3
      }
    }.map(\.0)
    let dropped = Set(repeated)
    return kept.indices.filter { !dropped.contains($0) }.map { kept[$0] }
  }

  /// A line that says itself that it stands under a picture.
  private static func isPictureLine(_ line: String) -> Bool {
    guard line.utf8.count <= 250 else { return false }
    let bare = line.drop { $0 == "(" || $0 == "[" }
    guard let colon = bare.prefix(24).firstIndex(of: ":") else { return false }
    var label = bare[..<colon]
    for word in [" by", " credit"] where label.hasSuffix(word) {
      label = label.dropLast(word.count)
    }
    return pictureLabels.contains(String(label))
  }

  private static let pictureLabels: Set = [
    "Pictured", "Photo", "Photograph", "Image", "Picture", "File photo", "Foto", "Bild", "Caption",
  ]

  /// Letters and digits; those of the common alphabets without asking for their properties, which
  /// takes long.
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
      0x400...0x481, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      true
    case 0...0x7F, 0x2000...0x206F: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Letters and digits in lower case, words parted by single spaces.
  static func folded(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isBetween = false
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39:
          if isBetween, !result.isEmpty { result.append(0x20) }
          isBetween = false
          result.append(byte >= 0x41 ? byte | 0x20 : byte)
        case 0x27: break
        default: isBetween = true
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
    func append(_ scalar: Unicode.Scalar) {
      if isWordPart(scalar) {
        if isBetween, !result.isEmpty { result.append(0x20) }
        isBetween = false
        if scalar.value < 0x80 {
          result.append(UInt8(scalar.value))
        } else {
          result.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
        }
      } else if scalar != "'" && scalar != "’" && scalar != "‘" {
        isBetween = true
      }
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      // No capitals: the rest of ASCII, punctuation, Chinese, Korean.
      case 0...0x7F, 0x2000...0x206F, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
        append(scalar)
      // Small letters of Latin and Cyrillic.
      case 0xDF...0xFF, 0x430...0x45F: append(scalar)
      default: scalar.properties.lowercaseMapping.unicodeScalars.forEach(append)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A line as a key: hashed by its bytes, not by what its characters are equivalent to.
  private struct Key: Hashable {
    let text: String

    static func == (one: Key, other: Key) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

    func hash(into hasher: inout Hasher) {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}
