import FoundationEssentials
import NewsModel

/// A labelled collection, multiplied: copy *n* of an article has other names than copy *n* + 1.
struct MultipliedCollection {
  private struct Line: Decodable {
    var id: String
    var lang: String?
    var source: String?
    var title: String?
    var text: String?
  }

  private let lines: [Line]

  /// Reads JSON Lines.
  init(_ data: Data) throws {
    let decoder = JSONDecoder()
    lines = try data.split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(Line.self, from: Data($0))
    }
  }

  /// So many articles of one day, counted through all copies.
  func articles(from start: Int, count: Int, day: Int) -> [Article] {
    (start..<start + count).map { number in
      let line = lines[number % lines.count]
      let copy = number / lines.count
      // 2026-03-01T00:00:00Z, then spread over the day by a multiplicative hash of the number.
      let second = Double((number &* 2_654_435_761) % 86_400 + day * 86_400)
      return Article(
        id: ArticleID("\(line.id)-\(copy)"), outlet: line.source ?? "",
        title: renamed(line.title ?? "", copy: copy),
        paragraphs: (line.text ?? "").split(separator: "\n").map {
          renamed(String($0), copy: copy)
        },
        language: line.lang, published: Date(timeIntervalSince1970: 1_772_323_200 + second),
        dateOrigin: .stated)
    }
  }

  /// Every capitalised word of four letters and more becomes another word, the same throughout one copy.
  private func renamed(_ text: String, copy: Int) -> String {
    if copy == 0 { return text }
    var result = ""
    var word = ""
    for character in text + " " {
      if character.isLetter {
        word.append(character)
      } else {
        result += name(for: word, copy: copy)
        result.append(character)
        word = ""
      }
    }
    return result
  }

  private func name(for word: String, copy: Int) -> String {
    guard word.count >= 4, word.first?.isUppercase == true else { return word }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(copy) &* 0x9e37_79b9_7f4a_7c15
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let consonants = Array("bdfgklmnprstvz")
    let vowels = Array("aeiou")
    var name = ""
    for _ in 0..<3 {
      hash = (hash ^ hash >> 31) &* 0x94d0_49bb_1331_11eb
      name.append(consonants[Int(hash >> 40) % consonants.count])
      name.append(vowels[Int(hash >> 50) % vowels.count])
    }
    return name.capitalized
  }
}
