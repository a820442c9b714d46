import Testing

@testable import Stories

@Suite("Names by their capitals")
struct NameMarksTests {
  /// Those of some words that are marked as names, in an article of a title and a text.
  private func named(_ title: String, _ text: String, of words: [String], language: String = "en")
    -> [String]
  {
    let reader = FeatureReader()
    let tag = LanguageCode(tag: language)
    let article = reader.features(title: title, text: text, language: tag, outlet: 0)
    return words.filter { word in
      let keys = reader.features(title: word, text: "", language: tag, outlet: 0).keys
      return zip(article.keys, article.weights).contains { $1.isName && keys.contains($0) }
    }
  }

  @Test("inside a sentence a capital is a name, at its start a rare word alone")
  func sentence() {
    let words = ["Firefighters", "Larnach", "Saturday", "police"]
    #expect(
      named("Flat burns", "Firefighters found her in Larnach. The police said so.", of: words)
        == ["Larnach"])
  }

  @Test("in a headline of capitals and in German rare words alone are names")
  func capitals() {
    #expect(
      named(
        "Quillmere Council Votes Against Housing Plan", "", of: ["Quillmere", "Council", "Housing"])
        == ["Quillmere"])
    #expect(
      named(
        "", "Im Rathaus von Quillmere tagte der Ausschuss.", of: ["Rathaus", "Quillmere"],
        language: "de"
      )
      .contains("Quillmere"))
  }
}
