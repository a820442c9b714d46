/// One named part of a score.
public struct EvidenceTerm: Hashable, Codable, Sendable {
  /// The kind of evidence.
  public let name: EvidenceName
  /// The measured value.
  public let value: Double
  /// Its contribution to the score, in log-odds.
  public let contribution: Double
}
