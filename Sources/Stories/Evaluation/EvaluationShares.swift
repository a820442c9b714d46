/// Precision, recall and their harmonic mean.
public struct EvaluationShares: Hashable, Codable, Sendable {
  /// The share of the found pairs that are right.
  public let precision: Double
  /// The share of the right pairs that were found.
  public let recall: Double

  /// Makes shares; if there are no pairs, both are 1.
  init(precision: Double, recall: Double) {
    self.precision = precision
    self.recall = recall
  }

  /// The harmonic mean of precision and recall.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}
