/// Lines told twice: photo captions that came along with the text, and paragraphs pasted again.
enum RepeatedLines {
  /// Drops them; the running text wins over the caption.
  ///
  /// - Complexity: O(*n*) in the size of the text, but for at most 200 captions, which are compared with at most 400
  ///   paragraphs each.
  static func dropping(from paragraphs: [String]) -> [String] {
    guard paragraphs.count > 1 else { return paragraphs }
    var seen: Set<String> = []
    var kept = paragraphs.filter { paragraph in
      let key = folded(paragraph)
      // Short lines ("He agreed.") may well come twice.
      return key.utf8.count < 40 || seen.insert(key).inserted
    }
    let withoutPictureLines = kept.filter { !isPictureLine($0) }
    if !withoutPictureLines.isEmpty { kept = withoutPictureLines }
    let ended = kept.count { Sentences.isEnded($0) }
    // Where the writer ends no sentences, a line without a full stop is no caption.
    guard ended * 2 > kept.count else { return kept }
    let captions = kept.indices.filter { !Sentences.isEnded(kept[$0]) && kept[$0].utf8.count >= 40 }
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
    line.count <= 250
      && line.wholeMatch(
        of:
          #/(?:Pictured|Photo|Photograph|Image|File photo|Foto|Bild|Caption)(?: by| credit)?\s*[:：].*|\((?:Image|Photo|Picture|Foto|Bild):.*\)/#
      )
        != nil
  }

  /// Letters and digits in lower case, words parted by single spaces.
  static func folded(_ text: String) -> String {
    var result: [UInt8] = []
    var isBetween = false
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
