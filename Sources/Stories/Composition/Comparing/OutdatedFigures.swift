import NewsModel

/// The figures that a later report made untrue: "fourteen dead so far" beside nineteen.
struct OutdatedFigures {
  private let places: [Set<ReadSentence.Place>]

  /// Compares the figures of a story's sources by what they count and by their dates.
  init(sources: [ReadArticle], figures: [[StatedFigure]]) {
    let spans = sources.map { DateSpan($0.article) }
    var greatest: [UInt64: [(source: Int, value: Double)]] = [:]
    for (source, stated) in figures.enumerated() {
      for figure in stated where figure.concept != nil {
        greatest[figure.key, default: []].append((source, figure.value))
      }
    }
    places = figures.enumerated().map { source, stated in
      let outdated = stated.filter { figure in
        guard figure.concept != nil else { return false }
        return greatest[figure.key]?.contains { other in
          other.value > figure.value && spans[other.source].isLater(than: spans[source])
        } ?? false
      }
      return Set(outdated.map(\.sentence.place))
    }
  }

  /// The sentences of a source that give one.
  func sentences(of source: Int) -> Set<ReadSentence.Place> { places[source] }
}
