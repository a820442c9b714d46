import NewsModel

/// Finds the names, figures and quotations that two articles share.
///
/// They illustrate a decision and do not make it: the score is made of terms and weights.
struct SayingFinder {
  /// The most of each kind that are shown: as many as a line of a page holds.
  private static let (mostNames, mostFigures, mostQuotes) = (6, 3, 2)
  /// The fewest words of a quotation; a shorter one may be a turn of phrase.
  private static let fewestQuoted = 3
  /// The most characters of a quotation, which is only a pointer here.
  private static let longestQuote = 120

  private let first: ReadArticle
  private let second: ReadArticle

  init(_ first: ReadArticle, _ second: ReadArticle) {
    self.first = first
    self.second = second
  }

  /// The names, figures and quotations of both articles.
  var sayings: SharedSayings {
    SharedSayings(names: names(), figures: figures(), quotes: quotes())
  }

  private static func sentences(of article: ReadArticle) -> [ReadSentence] {
    article.body.isEmpty ? article.summary : article.body
  }

  /// The words that an article writes with a capital where no sentence begins.
  private static func capitalised(_ article: ReadArticle) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for sentence in sentences(of: article) {
      for word in article.words(sentence).dropFirst() where word.isCapitalised {
        if word.kind == .letters || word.kind == .mixed { found.insert(word.full) }
      }
    }
    return found
  }

  /// Finds names; names of several words stay whole, and a name inside a longer one is not
  /// repeated.
  private func names() -> [String] {
    let shared = Self.capitalised(first).intersection(Self.capitalised(second))
    guard !shared.isEmpty else { return [] }
    let days = Set(
      Weekdays.days(LanguageCode(tag: first.primaryLanguage)).map { day in
        String(String.UnicodeScalarView(day.word.compactMap(Unicode.Scalar.init)))
      })
    var (found, told): ([String], Set<UInt64>) = ([], [])
    for sentence in Self.sentences(of: first) {
      let bytes = first.bytes(sentence)
      var run: [ScannedWord] = []
      func end() {
        defer { run = [] }
        guard let start = run.first?.start, let end = run.last?.end,
          !run.allSatisfy({ told.contains($0.full) })
        else { return }
        let text = Self.withoutGenitive(String(decoding: bytes[start..<end], as: UTF8.self))
        // A dateline in capitals: the name itself comes later.
        if text.count > 5, text.allSatisfy({ !$0.isLowercase }), text.contains(where: \.isUppercase)
        {
          return
        }
        told.formUnion(run.map(\.full))
        // A day or a month says when, not who.
        let isTime = run.allSatisfy { Quotable.months.contains($0.full) }
        if isTime || days.contains(text.lowercased()) || text.count < 3 { return }
        found.append(text)
      }
      for word in first.words(sentence) {
        let isNext = run.last.map { isSpace(bytes, $0.end..<word.start) } ?? true
        if !isNext { end() }
        if word.isCapitalised, shared.contains(word.full) { run.append(word) } else { end() }
      }
      end()
      if found.count >= Self.mostNames { break }
    }
    return Array(found.prefix(Self.mostNames))
  }

  private static func withoutGenitive(_ name: String) -> String {
    name.hasSuffix("'s") || name.hasSuffix("’s") ? String(name.dropLast(2)) : name
  }

  private func isSpace(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count == 1 && bytes[range.lowerBound] == UInt8(ascii: " ")
  }

  /// Finds figures of two digits and more; a single digit is in every text, and a year in half of
  /// them.
  private func figures() -> [String] {
    var known: Set<UInt64> = []
    for sentence in Self.sentences(of: second) {
      for word in second.words(sentence) where word.kind == .digits { known.insert(word.full) }
    }
    var found: [String] = []
    for sentence in Self.sentences(of: first) where found.count < Self.mostFigures {
      let bytes = first.bytes(sentence)
      for word in first.words(sentence)
      where found.count < Self.mostFigures && word.kind == .digits && word.length > 1
        && known.contains(word.full)
      {
        let text = String(decoding: bytes[word.start..<word.end], as: UTF8.self)
        let isYear = text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
        if !isYear, !found.contains(text) { found.append(text) }
      }
    }
    return Array(found.prefix(Self.mostFigures))
  }

  private func quotes() -> [String] {
    var found: [String] = []
    var runs: Runs?
    for sentence in Self.sentences(of: first) where found.count < Self.mostQuotes {
      let bytes = first.bytes(sentence)
      var left = first.words(sentence)
      for quote in QuotedSpans.of(bytes, in: sentence.bytes) where found.count < Self.mostQuotes {
        left = left.drop { $0.start < quote.lowerBound }
        let words = left.prefix { $0.start < quote.upperBound }.map(\.full)
        guard words.count >= Self.fewestQuoted else { continue }
        let others = runs ?? Runs(second)
        runs = others
        guard others.hold(words) else { continue }
        let text = SummaryRule.cut(
          EntryComposer.oneLine(String(decoding: bytes[quote], as: UTF8.self)),
          to: Self.longestQuote)
        if !found.contains(text) { found.append(text) }
      }
    }
    return Array(found.prefix(Self.mostQuotes))
  }

  /// The places of each run of three words in the sentences of an article.
  private struct Runs {
    private var places: [[UInt64]: [ArraySlice<ScannedWord>]] = [:]

    /// The most places of a run that are looked at: a text that repeats itself has its runs
    /// everywhere.
    private static let mostPlaces = 32

    init(_ article: ReadArticle) {
      for sentence in SayingFinder.sentences(of: article) {
        let words = article.words(sentence)
        guard words.count >= SayingFinder.fewestQuoted else { continue }
        for start in words.indices.dropLast(SayingFinder.fewestQuoted - 1) {
          let run = words[start..<(start + SayingFinder.fewestQuoted)].map(\.full)
          if places[run, default: []].count < Self.mostPlaces {
            places[run, default: []].append(words[start...])
          }
        }
      }
    }

    /// Whether a sentence has these words in this order.
    func hold(_ words: [UInt64]) -> Bool {
      places[Array(words.prefix(SayingFinder.fewestQuoted))]?.contains { rest in
        rest.prefix(words.count).lazy.map(\.full).elementsEqual(words)
      } ?? false
    }
  }
}
