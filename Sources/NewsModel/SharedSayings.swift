/// The names, figures and quotations that two articles share, as the first article spells them.
public struct SharedSayings: Hashable, Codable, Sendable {
  /// Names, in the order in which the first article gives them.
  public var names: [String]
  /// Figures.
  public var figures: [String]
  /// Quotations, word for word.
  public var quotes: [String]

  /// Makes the sayings.
  public init(names: [String] = [], figures: [String] = [], quotes: [String] = []) {
    self.names = names
    self.figures = figures
    self.quotes = quotes
  }

  /// Whether the articles share none of these.
  public var isEmpty: Bool { names.isEmpty && figures.isEmpty && quotes.isEmpty }
}
