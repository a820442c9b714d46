import NewsModel

/// The words that a story is about, by which a sentence is known to be about it too.
///
/// They are the longer words, names and figures with which a third of the reports open, and those
/// with which the canonical one does. Each weighs its weight in the story times the share of the
/// reports that open with it.
struct StoryAnchors {
  /// By stem, the weight of an anchor.
  private let weights: [UInt64: Double]
  /// The weight of a word that a single sentence has.
  private let rarest: Double

  /// The sentences of a body that open it, beside the title.
  private static let opening = 3
  /// Of the canonical report: its first two sentences, the who, what and where.
  private static let canonicalOpening = 2
  /// The share of the reports that open with an anchor, and what one of the canonical report counts
  /// as at least.
  private static let share = 0.34
  /// Shorter words are particles, unless a capital or a digit says otherwise.
  private static let shortest = 5
  /// A sentence is wholly about the story from this weight on, in words that only one sentence has:
  /// one such word, and a little.
  private static let full = 1.2

  /// Finds the anchors of a story.
  ///
  /// - Parameters:
  ///   - sources: The articles, the canonical one first.
  ///   - weights: The weights of the story's words.
  init(_ sources: [ReadArticle], weights: WordWeights) {
    var counts: [UInt64: Int] = [:]
    for source in sources {
      for stem in Self.stems(of: source, opening: Self.opening) { counts[stem, default: 0] += 1 }
    }
    let total = Double(sources.count)
    var table: [UInt64: Double] = [:]
    for (stem, count) in counts where count > 1 && Double(count) >= Self.share * total {
      table[stem] = weights.weight(stem) * Double(count) / total
    }
    if let canonical = sources.first {
      for stem in Self.stems(of: canonical, opening: Self.canonicalOpening)
      where table[stem] == nil {
        table[stem] = weights.weight(stem) * Self.share
      }
    }
    self.weights = table
    rarest = weights.rarest
  }

  /// The degree to which a sentence is about the story, from 0 to 1.
  func relevance(of sentence: [UInt64]) -> Double {
    min(1, weight(of: sentence) / (Self.full * rarest))
  }

  /// Whether a sentence leads back to the story from another matter: it is wholly about it.
  func leadsBack(_ sentence: [UInt64]) -> Bool { weight(of: sentence) >= Self.full * rarest }

  /// Whether a sentence touches the story: half a rare word's weight.
  func areTouched(by sentence: [UInt64]) -> Bool { weight(of: sentence) >= rarest / 2 }

  private func weight(of sentence: [UInt64]) -> Double {
    sentence.reduce(0) { $0 + (weights[$1] ?? 0) }
  }

  private static func stems(of article: ReadArticle, opening: Int) -> [UInt64] {
    let body = (article.body.isEmpty ? article.summary : article.body).prefix(opening)
    let stems = (article.title + body).flatMap { sentence in
      article.words(sentence).filter(isTelling).map(\.stem)
    }
    return unique(stems.sorted())
  }

  private static func isTelling(_ word: ScannedWord) -> Bool {
    switch word.kind {
    case .letters: word.length >= shortest || (word.isCapitalised && word.length > 2)
    case .digits, .mixed: word.length > 1
    case .pair: true
    }
  }
}
