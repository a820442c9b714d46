/// The things that the openings of two articles of one language have in common.
///
/// Words that follow one another in both are one thing, most often a name. Days of the week, months and the years about the date are none:
/// articles of one time share them whatever they tell.
struct SharedThings: Hashable, Sendable {
  /// What the things weigh together, in eightieths: each as much as its heaviest word and a quarter of its others.
  private(set) var total = 0
  /// What the heaviest of them weighs, in eightieths.
  private(set) var heaviest = 0

  /// The words of an opening at least, title counted, and those of the text behind a long title.
  private static let wordCount = 40
  /// The most words of an opening.
  private static let mostWords = 60
  /// Lighter words are no things, in twentieths: 1.0.
  private static let leastWeight: UInt8 = 20

  /// Compares two openings; the same whichever comes first.
  ///
  /// - Complexity: O(*n*) in the words of the openings.
  init(_ first: OpeningPlaces, _ second: OpeningPlaces) {
    var last: (one: Int, other: Int)?
    var (inThing, heaviestOfThing) = (0, 0)
    func thing() -> Int { 3 * heaviestOfThing + inThing }
    for (place, term) in first.terms {
      guard let other = second.places[term.key] else { continue }
      let weight = Int(term.weight)
      if let last, place - last.one == 1, abs(other - last.other) == 1 {
        inThing += weight
        heaviestOfThing = max(heaviestOfThing, weight)
      } else {
        add(thing())
        (inThing, heaviestOfThing) = (weight, weight)
      }
      last = (place, other)
    }
    add(thing())
  }

  private mutating func add(_ thing: Int) {
    total += thing
    heaviest = max(heaviest, thing)
  }

  /// Where the things of one article's opening stand.
  struct OpeningPlaces {
    struct Term {
      var key: UInt32
      var weight: UInt8
    }
    /// The first place of each, ascending.
    private(set) var terms: [(place: Int, term: Term)] = []
    /// The same by term.
    private(set) var places: [UInt32: Int] = [:]

    /// Reads an article published in a year, if that is known.
    init(_ article: ArticleFeatures, year: Int?) {
      let count = max(
        SharedThings.wordCount,
        min(article.titleCount + SharedThings.wordCount, SharedThings.mostWords))
      for (place, index) in article.sequence.prefix(count).enumerated() {
        let (key, weights) = (article.keys[Int(index)], article.weights[Int(index)])
        guard weights.weight >= SharedThings.leastWeight,
          !weights.calendar.isOfAnyDay(in: year), places[key] == nil
        else { continue }
        places[key] = place
        terms.append((place, Term(key: key, weight: weights.weight)))
      }
    }
  }
}
