import NewsModel
import Stories
import SyncDaemon

/// Prints an explanation for a terminal: the decision, its terms and the shared words.
enum ExplanationText {
  /// The lines.
  ///
  /// - Parameters:
  ///   - explanation: The explanation.
  ///   - name: The name of an article as a person knows it.
  /// - Returns: The lines for a terminal.
  static func lines(
    _ explanation: PairExplanation, name: (ArticleID) -> String
  ) -> [String] {
    var lines = [
      "first   \(name(explanation.first))", "second  \(name(explanation.second))",
      verdict(explanation),
    ]
    if let reason = explanation.notCompared {
      let words = PairEvidence.Reason(rawValue: reason).map(EvidenceWords.words) ?? reason
      lines.append("never compared by newsfold, since \(words); if they were:")
    }
    lines.append(
      "score \(rounded(explanation.score)), threshold \(rounded(explanation.threshold)); the score is the sum of"
    )
    let (heard, silent) = explanation.order.reduce(into: ([String](), [String]())) { parts, name in
      let isHeard = abs(explanation.evidence[name] ?? 0) >= 0.0005
      if isHeard { parts.0.append(name) } else { parts.1.append(name) }
    }
    let ranked = heard.sorted { (explanation.evidence[$0] ?? 0) > (explanation.evidence[$1] ?? 0) }
    for (name, isFirst) in zip(ranked, ranked.indices.map { $0 == 0 }) {
      let weight = explanation.evidence[name] ?? 0
      if isFirst, weight > 0 { lines.append("  for one story") }
      if weight < 0, name == ranked.first(where: { (explanation.evidence[$0] ?? 0) < 0 }) {
        lines.append("  against")
      }
      let text = EvidenceWords.words(of: name, value: explanation.values[name])
      lines.append("    \(padded(EvidenceWords.signed(weight)))  \(text)")
    }
    if !silent.isEmpty {
      let names = silent.map { EvidenceWords.words(of: $0, value: nil) }
      lines.append("  without weight here: \(names.joined(separator: "; "))")
    }
    if let words = explanation.words {
      append("shared rare words", words.rareWords, to: &lines)
      append("shared names", words.names, to: &lines)
      append("shared figures", words.numbers, to: &lines)
      append("shared quotations", words.quotes.map { "“\($0)”" }, to: &lines)
      append("figures of the first alone", words.numbersOfFirst, to: &lines)
      append("figures of the second alone", words.numbersOfSecond, to: &lines)
    }
    if let path = explanation.path, path.links.count > 1 {
      lines.append("joined through other articles:")
      lines += path.links.map { "  \(name($0.from)) - \(name($0.to)): \(rounded($0.score))" }
      if let weakest = path.weakest {
        lines.append(
          "weakest link: \(name(weakest.from)) - \(name(weakest.to)): \(rounded(weakest.score))")
      }
    }
    return lines
  }

  private static func append(_ name: String, _ words: [String], to lines: inout [String]) {
    if !words.isEmpty { lines.append("\(name): \(words.joined(separator: ", "))") }
  }

  /// The decision and its reason: a pin, the score, or the other articles of the stories.
  private static func verdict(_ explanation: PairExplanation) -> String {
    let verdict = explanation.together ? "one story" : "two stories"
    if let pin = explanation.pin { return "\(verdict), decided by pins.yaml: \(pin)" }
    let isAbove = explanation.score > explanation.threshold && explanation.notCompared == nil
    switch (explanation.together, isAbove) {
    case (true, true): return "\(verdict): the score is above the threshold"
    case (true, false): return "\(verdict): not by their own score, but by the other articles of it"
    case (false, false): return "\(verdict)"
    case (false, true):
      return
        "\(verdict): the score is above the threshold, but on average their stories' articles are not"
    }
  }

  private static func padded(_ number: String) -> String {
    String(repeating: " ", count: max(0, 7 - number.count)) + number
  }

  private static func rounded(_ value: Double) -> String { String((value * 1000).rounded() / 1000) }
}
