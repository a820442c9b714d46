/// All that grouping knows of an article beside its scores.
struct GroupedArticle: Hashable, Sendable {
  /// When it was published.
  var time: PublicationTime
  /// Its language.
  var language = LanguageCode.unknown
  /// The number of its words, its title counted.
  var wordCount = 1000
  /// The number of copies that it stands for, itself counted.
  var copyCount = 1

  init(
    time: PublicationTime, language: LanguageCode = .unknown, wordCount: Int = 1000,
    copyCount: Int = 1
  ) {
    self.time = time
    self.language = language
    self.wordCount = wordCount
    self.copyCount = copyCount
  }

  init(_ article: PreparedArticle, copyCount: Int) {
    self.init(
      time: article.time, language: article.features.language,
      wordCount: article.features.sequence.count, copyCount: copyCount)
  }
}
