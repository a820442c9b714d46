internal import Algorithms
import NewsModel

/// The figures that a later report made untrue: "fourteen dead so far" beside nineteen.
struct OutdatedFigures {
  private let places: [Set<ReadSentence.Place>]

  /// Compares the figures of a story's sources by what they count and by their dates.
  init(sources: [ReadArticle], figures: [[StatedFigure]]) {
    let spans = sources.map { DateSpan($0.article) }
    var counts: [UInt64: [(value: Double, start: Double)]] = [:]
    for (source, stated) in figures.enumerated() {
      for figure in stated where figure.concept != nil {
        counts[figure.key, default: []].append((figure.value, spans[source].start))
      }
    }
    let later = counts.mapValues(Self.latest)
    places = figures.enumerated().map { source, stated in
      let outdated = stated.filter { figure in
        guard figure.concept != nil, let later = later[figure.key] else { return false }
        // The first that is greater, and whoever gave a greater one last.
        let next = later.partitioningIndex { $0.value > figure.value }
        return next < later.count && later[next].start > spans[source].end
      }
      return Set(outdated.map(\.sentence.place))
    }
  }

  /// The figures by value, each with the latest date of those that are as great or greater.
  private static func latest(
    _ figures: [(value: Double, start: Double)]
  ) -> [(value: Double, start: Double)] {
    var sorted = figures.sorted { ($0.value, $0.start) < ($1.value, $1.start) }
    for at in sorted.indices.dropLast().reversed() {
      sorted[at].start = max(sorted[at].start, sorted[at + 1].start)
    }
    return sorted
  }

  /// The sentences of a source that give one.
  func sentences(of source: Int) -> Set<ReadSentence.Place> { places[source] }
}
