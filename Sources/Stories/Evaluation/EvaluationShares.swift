/// Precision, recall and their harmonic mean.
public struct EvaluationShares: Hashable, Codable, Sendable {
  /// The share of what was said that is so.
  public let precision: Double
  /// The share of what is so that was said.
  public let recall: Double

  /// Makes shares; of nothing, everything is right.
  init(precision: Double, recall: Double) {
    self.precision = precision
    self.recall = recall
  }

  /// The harmonic mean of precision and recall.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
}
