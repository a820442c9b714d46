/// The words of two articles that a person would point at, as the first article spells them, rarest
/// first.
public struct SharedWords: Hashable, Codable, Sendable {
  /// Rare words in both texts, names among them.
  public let rareWords: [String]
  /// Those that the first article writes with a capital: mostly names.
  public let names: [String]
  /// Numbers in both.
  public let numbers: [String]
  /// Quotations in both, cut at 120 characters.
  public let quotes: [String]
  /// Numbers in the first article's title and lead that the second does not give.
  public let numbersOfFirst: [String]
  /// Numbers in the second article's title and lead that the first does not give.
  public let numbersOfSecond: [String]
}
