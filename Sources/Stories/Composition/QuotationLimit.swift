/// The limit of what an entry quotes of a source beside the canonical text.
public struct QuotationLimit: Hashable, Sendable {
  /// Sentences a source.
  ///
  /// Three: what a reader takes in under each of a dozen sources, and a tenth or less of the median
  /// report (378 words of 22 a sentence in mix-dev), so that it stays a quotation.
  public var sentences: Int
  /// Characters a sentence; a longer one is left out, since what is cut off may turn what it says
  /// into its opposite.
  ///
  /// 280: 95 of 100 sentences of natural news are shorter (266 characters at the 95th percentile of
  /// 36,045 sentences in mix-dev).
  public var characters: Int

  /// Sentences an entry, over all its sources: the most telling stay.
  ///
  /// Twelve: four sources' worth, some 1,300 characters, which a reader takes in under a text of
  /// twice that.
  public var entry: Int

  /// Makes a limit; nothing below zero.
  public init(sentences: Int = 3, characters: Int = 280, entry: Int = 12) {
    self.sentences = max(0, sentences)
    self.characters = max(0, characters)
    self.entry = max(0, entry)
  }
}
