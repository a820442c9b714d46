/// One named part of a score.
public struct EvidenceTerm: Hashable, Codable, Sendable {
  /// What kind of evidence it is.
  public let name: EvidenceName
  /// What was measured.
  public let value: Double
  /// What it adds to the score, in log-odds.
  public let contribution: Double
}
