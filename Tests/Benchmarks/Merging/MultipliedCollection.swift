import FoundationEssentials
import NewsModel
import SeededRandom

/// A labelled collection, multiplied: each copy tells of other events, in the same language.
///
/// In a copy, all but the commonest words are replaced by words that are about as common, and names
/// by names, so that words stay as frequent as they are. Rare names become names of that copy
/// alone. The copy's number is the seed.
struct MultipliedCollection {
  /// The number of commonest words of each language that stay: they say nothing of an event.
  private static let fixedCount = 200
  /// The most articles in which the name of a single event occurs.
  private static let ownNameCount = 10

  /// Where more is published there are more outlets; mix-dev has some twenty of a hundred articles
  /// each.
  private static let outletSets = 8

  private struct Line: Decodable {
    var id: String
    var lang: String?
    var source: String?
    var title: String?
    var text: String?
  }

  private struct Word: Hashable {
    var text: String
    var language: String
  }

  /// A text as words and the separators between them.
  private struct Pieces {
    var words: [(index: Int, isCapital: Bool)] = []
    var between: [String] = [""]
  }

  private struct Told {
    var line: Line
    var title: Pieces
    var text: Pieces
  }

  private var told: [Told] = []
  private var words: [Word] = []
  private var isName: [Bool] = []
  private var articleCounts: [Int] = []

  /// Reads JSON Lines.
  init(_ data: Data) throws {
    let decoder = JSONDecoder()
    var indices: [Word: Int] = [:]
    for row in data.split(separator: UInt8(ascii: "\n")) {
      let line = try decoder.decode(Line.self, from: Data(row))
      let one = Told(
        line: line, title: pieces(line.title ?? "", line.lang ?? "", &indices),
        text: pieces(line.text ?? "", line.lang ?? "", &indices))
      for index in Set((one.title.words + one.text.words).map(\.index)) {
        articleCounts[index] += 1
      }
      told.append(one)
    }
  }

  /// The number of articles of one copy.
  var count: Int { told.count }

  /// A part of the stream of all copies, with a number of articles a day.
  func articles(from start: Int, count: Int, perDay: Int) -> [Article] {
    var made: [Article] = []
    var copy = -1
    var names: [String] = []
    for number in start..<start + count {
      if number / told.count != copy {
        copy = number / told.count
        names = spellings(copy: copy)
      }
      let one = told[number % told.count]
      // 2026-03-01T00:00:00Z, then spread over the day by a multiplicative hash of the number.
      let second = Double((number &* 2_654_435_761) % 86_400 + number / perDay * 86_400)
      made.append(
        Article(
          id: ArticleID("\(one.line.id)-\(copy)"),
          outlet: one.line.source.map { "\($0) \(copy % Self.outletSets)" } ?? "",
          title: spelt(one.title, names),
          paragraphs: spelt(one.text, names).split(separator: "\n").map(String.init),
          language: one.line.lang, published: Date(timeIntervalSince1970: 1_772_323_200 + second),
          dateOrigin: .stated))
    }
    return made
  }

  private mutating func pieces(
    _ text: String, _ language: String, _ indices: inout [Word: Int]
  ) -> Pieces {
    var pieces = Pieces()
    var word = ""
    for character in text + " " {
      if character.isLetter {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        let isCapital = word.first?.isUppercase == true
        let key = Word(text: word.lowercased(), language: language)
        let index = indices[key] ?? words.count
        if index == words.count {
          indices[key] = index
          words.append(key)
          isName.append(true)
          articleCounts.append(0)
        }
        if !isCapital { isName[index] = false }
        pieces.words.append((index, isCapital))
        pieces.between.append("")
        word = ""
      }
      pieces.between[pieces.between.count - 1].append(character)
    }
    return pieces
  }

  /// The replacement of each word in a copy.
  private func spellings(copy: Int) -> [String] {
    var spellings = words.map(\.text)
    if copy == 0 { return spellings }
    var chance = SeededGenerator(seed: UInt64(copy))
    var ranked: [String: [Int]] = [:]
    for index in words.indices.sorted(by: {
      (articleCounts[$1], words[$0].text) < (articleCounts[$0], words[$1].text)
    }) {
      ranked[words[index].language, default: []].append(index)
    }
    for language in ranked.keys.sorted() {
      let rest = ranked[language, default: []].dropFirst(Self.fixedCount)
      for ofNames in [false, true] {
        let some = rest.filter { isName[$0] == ofNames }
        // Each band has twice the ranks of the one before.
        var (start, length) = (0, Self.fixedCount)
        while start < some.count {
          let band = some[start..<min(start + length, some.count)]
          for (one, other) in zip(band, band.shuffled(using: &chance)) {
            spellings[one] = words[other].text
          }
          start += length
          length *= 2
        }
      }
    }
    for index in words.indices where isName[index] && articleCounts[index] <= Self.ownNameCount {
      spellings[index] = ownName(using: &chance)
    }
    return spellings
  }

  private func ownName(using chance: inout SeededGenerator) -> String {
    var name = ""
    for _ in 0..<3 {
      name.append("bdfgklmnprstvz".randomElement(using: &chance) ?? "b")
      name.append("aeiou".randomElement(using: &chance) ?? "a")
    }
    return name
  }

  private func spelt(_ pieces: Pieces, _ spellings: [String]) -> String {
    var text = pieces.between[0]
    for (word, after) in zip(pieces.words, pieces.between.dropFirst()) {
      let spelling = spellings[word.index]
      if word.isCapital, let first = spelling.first {
        text += first.uppercased() + spelling.dropFirst()
      } else {
        text += spelling
      }
      text += after
    }
    return text
  }
}
