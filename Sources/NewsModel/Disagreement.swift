/// A number that the sources of a story give differently, side by side.
public struct Disagreement: Hashable, Codable, Sendable {
  /// The thing counted, in the sources' own word ("missiles", "killed", "%").
  public var subject: String
  /// The figures, in the order of the coverage; at least two differ.
  public var figures: [Figure]

  /// Makes a disagreement.
  public init(subject: String, figures: [Figure]) {
    self.subject = subject
    self.figures = figures
  }

  /// One source's figure.
  public struct Figure: Hashable, Codable, Sendable {
    /// The figure as it stands in the text ("fourteen missiles").
    public var text: String
    /// Its value.
    public var value: Double
    /// The article that gives it.
    public var article: ArticleID
    /// The name of the article's outlet; empty if unknown.
    public var outlet: String
    /// The sentence that it stands in, word for word.
    public var sentence: String

    /// Makes a figure.
    public init(text: String, value: Double, article: ArticleID, outlet: String, sentence: String) {
      self.text = text
      self.value = value
      self.article = article
      self.outlet = outlet
      self.sentence = sentence
    }
  }
}
