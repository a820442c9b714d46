import Stories
import SyncDaemon

/// `explain` in words and numbers.
enum ExplanationText {
  static func lines(_ explanation: PairExplanation) -> [String] {
    var lines = [
      explanation.together ? "one story" : "two stories",
      "score \(rounded(explanation.score)), threshold \(rounded(explanation.threshold))",
    ]
    if let pin = explanation.pin { lines.append("decided by pins.yaml: \(pin)") }
    if let reason = explanation.notCompared { lines.append("not compared: \(reason)") }
    for name in explanation.order {
      lines.append(
        "  \(signed(explanation.evidence[name] ?? 0))  \(name) (\(rounded(explanation.values[name] ?? 0)))"
      )
    }
    if let words = explanation.words {
      append("shared rare words", words.rareWords, to: &lines)
      append("shared names", words.names, to: &lines)
      append("shared numbers", words.numbers, to: &lines)
      append("numbers of the first alone", words.numbersOfFirst, to: &lines)
      append("numbers of the second alone", words.numbersOfSecond, to: &lines)
    }
    if let path = explanation.path, path.links.count > 1 {
      lines.append("joined through other articles:")
      lines += path.links.map { "  \($0.from) - \($0.to): \(rounded($0.score))" }
      if let weakest = path.weakest {
        lines.append("weakest link: \(weakest.from) - \(weakest.to): \(rounded(weakest.score))")
      }
    }
    return lines
  }

  private static func append(_ name: String, _ words: [String], to lines: inout [String]) {
    if !words.isEmpty { lines.append("\(name): \(words.joined(separator: ", "))") }
  }

  private static func rounded(_ value: Double) -> String { String((value * 1000).rounded() / 1000) }
  private static func signed(_ value: Double) -> String {
    // Zero may be a negative one.
    value < 0 ? rounded(value) : "+" + rounded(abs(value))
  }
}
