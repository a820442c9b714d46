import Testing

@testable import Stories

@Suite("Weekdays")
struct WeekdaysTests {
  private static let languages =
    """
    af ar bg bn ca cs da de el en es et eu fi fil fr gl hi hu hy id is it ja ka kk ko lt lv mk ms nb ne nl pl pt ro ru sh sk sl \
    sv sw ta th tr uk ur yi zh
    """.split(separator: " ").map(String.init)

  @Test("each of its words is read as its day in a text", arguments: languages)
  func read(language: String) {
    let days = Weekdays.days(LanguageCode(tag: language))
    #expect(Set(days.map(\.day)) == Set(1...7))
    let reader = FeatureReader()
    for (word, day) in days {
      let text = String(String.UnicodeScalarView(word.compactMap(Unicode.Scalar.init)))
      for spelling in [text, text.prefix(1).uppercased() + text.dropFirst()] {
        let features = reader.features(
          title: "", text: spelling, language: LanguageCode(tag: language), outlet: 0)
        #expect(features.days == 1 << (day - 1), "\(spelling)")
      }
    }
  }

  @Test("of a language without a list there are none")
  func none() {
    #expect(Weekdays.days(LanguageCode(tag: "xx")).isEmpty)
    #expect(Weekdays.days(.unknown).isEmpty)
  }

  @Test("one that is named after the first sixty words tells nothing")
  func late() {
    let reader = FeatureReader()
    func days(_ before: Int) -> UInt8 {
      let text = String(repeating: "rain ", count: before) + "Tuesday"
      return reader.features(
        title: "", text: text, language: LanguageCode(tag: "en"), outlet: 0
      ).days
    }

    #expect(days(59) == 2)
    #expect(days(60) == 0)
  }
}
