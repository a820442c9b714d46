import NewsModel

/// Finds the figures that sources give differently, precision first: a wrong disagreement is worse
/// than a missed one.
///
/// Two figures speak of the same thing if
///
/// - a concept of `CountedConcept` is counted, it befell the same (people, or the same words for
///   them), and their sentences share two anchors: telling words beside the figure. Where the
///   concept is told by different words (dead, lives lost), three;
/// - or their unit or noun is the same, and the sentences say the same otherwise: half of the
///   weight of each.
///
/// Figures of two places are of two things.
///
/// They differ if neither source gives the other's value anywhere for the same thing, and the one
/// is not the other rounded.
struct DisagreementRule {
  private let sources: [ReadArticle]
  private let figures: [[StatedFigure]]
  private let weights: WordWeights

  /// Anchors that figures of one word need: two bombings share one.
  static let anchors = 2
  /// Anchors that figures of related words need.
  static let relatedAnchors = 3
  /// An anchor is a word of at least this share of the weight of one that a single sentence has.
  static let anchorWeight = 0.3
  /// The share of each sentence's weight that figures outside the table need to have in common.
  static let alike = 0.5
  /// Figures that differ by more are of different things: a day's and a war's, a town's and a
  /// country's.
  ///
  /// Of 16 disagreements on 282 stories of mix-dev, read one by one, the right ones differ by a
  /// factor of 2.6 at most, the wrong ones by 5 to 75,000.
  static let greatestFactor = 4.0
  /// At most this many disagreements an entry, and figures each.
  static let most = 8
  private static let mostFigures = 12

  /// Compares the figures of a story's sources.
  ///
  /// - Parameters:
  ///   - sources: The articles, the canonical one first, without reposts.
  ///   - figures: The figures of each.
  ///   - weights: The weights of the story's words.
  /// - Returns: The disagreements in the order in which the sources first give their figures.
  static func disagreements(
    among sources: [ReadArticle], figures: [[StatedFigure]], weights: WordWeights
  ) -> [FoundDisagreement] {
    DisagreementRule(sources: sources, figures: figures, weights: weights).run()
  }

  /// One figure and whose it is.
  private struct Place {
    var source: Int
    var figure: StatedFigure
  }

  private func run() -> [FoundDisagreement] {
    var groups: [[Place]] = []
    var numbers: [UInt64: Int] = [:]
    for source in StoryEnds.of(Array(sources.indices)) {
      for figure in figures[source] {
        let number = numbers[figure.key] ?? groups.count
        if number == groups.count {
          numbers[figure.key] = number
          groups.append([])
        }
        groups[number].append(Place(source: source, figure: figure))
      }
    }
    var found: [FoundDisagreement] = []
    for group in groups where found.count < Self.most {
      guard group.contains(where: { $0.source != group[0].source }) else { continue }
      found += group[0].figure.concept == nil ? units(group) : concept(group)
    }
    return Array(found.prefix(Self.most))
  }

  /// The figures of one concept: each source's first figure is its own, the rest only speak against
  /// a disagreement.
  private func concept(_ group: [Place]) -> [FoundDisagreement] {
    let values = values(group)
    let base = group[0]
    var row: [Place] = []
    // Places stand in the order of their sources.
    for (source, main) in zip(group.dropFirst(), group).compactMap({ place, before in
      place.source == before.source ? nil : (place.source, place.figure)
    }) {
      // The pair of sentences that share most: an article may give its figure twice.
      var best: (base: StatedFigure, other: StatedFigure, count: Int)?
      for one in group where one.source == base.source && one.figure.value == base.figure.value {
        for two in group where two.source == source && two.figure.value == main.value {
          guard isOfOne(one.figure, two.figure) else { continue }
          let count = sharedAnchors(one.figure, two.figure)
          let needed =
            one.figure.subjectStem == two.figure.subjectStem ? Self.anchors : Self.relatedAnchors
          if count >= needed, count > best?.count ?? 0 { best = (one.figure, two.figure, count) }
        }
      }
      guard let best else { continue }
      if row.isEmpty { row.append(Place(source: base.source, figure: best.base)) }
      row.append(Place(source: source, figure: best.other))
    }
    return disagreement(row, values: values).map { [$0] } ?? []
  }

  /// The figures of one unit or noun: only sentences that say the same otherwise are compared.
  private func units(_ group: [Place]) -> [FoundDisagreement] {
    let values = values(group)
    var used: Set<Int> = []
    var found: [FoundDisagreement] = []
    for base in group.indices where !used.contains(base) {
      var row = [group[base]]
      var places = [base]
      for other in group.indices where other > base && !used.contains(other) {
        guard group[other].source != group[base].source,
          !row.contains(where: { $0.source == group[other].source }),
          areAlike(group[base].figure, group[other].figure)
        else { continue }
        row.append(group[other])
        places.append(other)
      }
      guard let disagreement = disagreement(row, values: values) else { continue }
      used.formUnion(places)
      found.append(disagreement)
    }
    return found
  }

  private func values(_ group: [Place]) -> [Int: [Double]] {
    Dictionary(grouping: group, by: \.source).mapValues { $0.map(\.figure.value) }
  }

  /// The row as a disagreement, without sources that give another's value too; nil if then none
  /// differ.
  private func disagreement(_ row: [Place], values: [Int: [Double]]) -> FoundDisagreement? {
    guard let base = row.first else { return nil }
    let differing = row.dropFirst().filter { place in
      !agree(base, place) && isComparable(base, place)
        && !(values[base.source] ?? []).contains(place.figure.value)
        && !(values[place.source] ?? []).contains(base.figure.value)
    }
    guard !differing.isEmpty else { return nil }
    let shown =
      [base]
      + row.dropFirst().filter { place in
        differing.contains { $0.source == place.source } || agree(base, place)
      }
    var subjects: [String] = []
    for place in shown where !subjects.contains(place.figure.subject) {
      subjects.append(place.figure.subject)
    }
    return FoundDisagreement(
      shown: Disagreement(
        subject: subjects.joined(separator: " / "),
        figures: shown.prefix(Self.mostFigures).map { figure($0) }),
      key: base.figure.key,
      sentences: shown.prefix(Self.mostFigures).map { ($0.source, $0.figure.sentence) })
  }

  private func figure(_ place: Place) -> Disagreement.Figure {
    let source = sources[place.source]
    return Disagreement.Figure(
      text: place.figure.text, value: place.figure.value, article: source.article.id,
      outlet: source.article.outlet, sentence: source.text(place.figure.sentence))
  }

  /// Whether two figures can be of one thing by their size and by the places beside them: Haiti's
  /// dead are a part of the Caribbean's.
  private func isComparable(_ first: Place, _ second: Place) -> Bool {
    let (here, there) = (first.figure.place, second.figure.place)
    guard here.isEmpty || there.isEmpty || here.contains(where: there.contains) else {
      return false
    }
    let (one, two) = (first.figure.value, second.figure.value)
    return max(one, two) <= Self.greatestFactor * min(one, two)
  }

  /// Whether two figures are one: equal, or the one is the other rounded, or approximate and close.
  private func agree(_ first: Place, _ second: Place) -> Bool {
    let (one, two) = (first.figure, second.figure)
    if one.value == two.value { return true }
    let (small, great) = (min(one.value, two.value), max(one.value, two.value))
    // "More than 100" and 103, "nearly 100" and 97: a tenth is what a round number hides.
    if one.isApproximate || two.isApproximate, great - small <= great / 10 { return true }
    return isRounded(one.value, to: two.value) || isRounded(two.value, to: one.value)
  }

  /// Whether the second is the first rounded to its own last digit that is not zero; small counts
  /// are not rounded.
  private func isRounded(_ exact: Double, to round: Double) -> Bool {
    guard round >= 20, round.truncatingRemainder(dividingBy: 10) == 0 else {
      // 3.5 for 3.47: decimals are rounded where both have the same whole part.
      return round != round.rounded() && (exact * 10).rounded() == round * 10
    }
    var step = 10.0
    while round.truncatingRemainder(dividingBy: step * 10) == 0, step < round { step *= 10 }
    return (exact / step).rounded() * step == round
  }

  /// Whether two terms of imprisonment are of one person.
  private func isOfOne(_ one: StatedFigure, _ two: StatedFigure) -> Bool {
    one.concept != .prison || sharesOwner(one, two) ?? false
  }

  /// Whether two figures stand behind the same name, or each sentence has the other's; nil if one
  /// has none.
  private func sharesOwner(_ one: StatedFigure, _ two: StatedFigure) -> Bool? {
    guard let mine = one.owner, let yours = two.owner else { return nil }
    return mine == yours
      || (one.sentence.stems.hasSorted(yours) && two.sentence.stems.hasSorted(mine))
  }

  private func sharedAnchors(_ one: StatedFigure, _ two: StatedFigure) -> Int {
    let own = one.ownStems + two.ownStems
    return one.sentence.stems.count { stem in
      two.sentence.stems.hasSorted(stem) && !own.contains(stem)
        && weights.weight(stem) >= Self.anchorWeight * weights.rarest
    }
  }

  private func areAlike(_ one: StatedFigure, _ two: StatedFigure) -> Bool {
    // The points of two players, the prices of two shares.
    guard sharesOwner(one, two) ?? true else { return false }
    let own = one.ownStems + two.ownStems
    let first = one.sentence.stems.filter { !own.contains($0) }
    let second = two.sentence.stems.filter { !own.contains($0) }
    guard first.count >= 3, second.count >= 3 else { return false }
    let common = weights.weight(first.filter { second.hasSorted($0) })
    return common >= Self.alike * weights.weight(first)
      && common >= Self.alike * weights.weight(second)
  }
}
