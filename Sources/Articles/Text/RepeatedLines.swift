/// Lines told twice: photo captions that came along with the text, and paragraphs pasted again.
enum RepeatedLines {
  /// Drops them; the running text wins over the caption.
  ///
  /// - Complexity: O(*n*) in the size of the text, but for at most 200 captions, which are compared with at most 400
  ///   paragraphs each.
  static func dropping(from paragraphs: [String]) -> [String] {
    guard paragraphs.count > 1 else { return paragraphs }
    var places: [String: Int] = [:]
    var kept: [String] = []
    for paragraph in paragraphs {
      // Short lines ("He agreed.") may well come twice.
      guard paragraph.utf8.count >= 40 else {
        kept.append(paragraph)
        continue
      }
      let key = folded(paragraph)
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
    let words = kept.map { Set(folded($0).split(separator: " ").map(String.init)) }
    let repeated = captions.filter { caption in
      kept.indices.contains { other in
        guard other != caption, Sentences.isEnded(kept[other]) else { return false }
        // Three quarters of a caption's words: measured on the pages that the seeds come from, where captions
        // replace a pronoun by a name.
        return words[caption].intersection(words[other]).count * 4 >= words[caption].count * 3
      }
    }
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
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if isBetween, !result.isEmpty { result.append(0x20) }
        isBetween = false
        result.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
      } else if scalar != "'" && scalar != "’" && scalar != "‘" {
        isBetween = true
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
