import FoundationEssentials
import NewsModel
import Testing

@testable import Feeds

@Suite("Phrases")
struct PhrasesTests {
  @Test("a language is found by its primary subtag; others fall back to English")
  func lookup() {
    #expect(Phrases.of("de-AT").language == "de")
    #expect(Phrases.of("FR").language == "fr")
    #expect(Phrases.of("tlh").language == "en")
    #expect(Phrases.of(nil).language == "en")
  }

  @Test("every language has twelve months, all decisions and no empty word", arguments: Phrases.all)
  func complete(phrases: Phrases) {
    #expect(phrases.dates.months.count == 12)
    for child in Mirror(reflecting: phrases).children {
      if let text = child.value as? String { #expect(!text.isEmpty, "\(child.label ?? "")") }
    }
    for kind in [
      Decision.Kind.created, .joined, .left, .revised, .merged, .split, .withdrawn, .returned,
    ] { #expect(phrases.decisions[kind]?.isEmpty == false) }
    for clause in LeadReason.Clause.allCases {
      let reason = LeadReason([.init(clause, others: 1), .init(clause, others: 7)])
      let sentence = phrases.sentence(reason)
      #expect(!sentence.contains("#") && sentence.hasSuffix("."), "\(sentence)")
      #expect(clause == .only || sentence.contains("7"), "\(sentence)")
    }
    #expect(phrases.terms.keys.sorted() == Phrases.english.terms.keys.sorted())
    #expect(phrases.readAt.contains("#") && phrases.closestTo.contains("#"))
  }

  @Test("dates are written as the language writes them, in UTC")
  func dates() {
    let date = Sample.date(5)

    #expect(Phrases.english.dates.dayAndTime(date) == "20 November 2026, 06:05 UTC")
    #expect(Phrases.german.dates.day(date) == "20. November 2026")
    #expect(Phrases.spanish.dates.day(date) == "20 de noviembre de 2026")
    #expect(Phrases.vietnamese.dates.day(date) == "20/11/2026")
  }

  @Test("a reason is a sentence of the language, each clause with its number")
  func reason() {
    let reason = LeadReason([.init(.original, others: 1), .init(.preferred, others: 2)])

    #expect(
      Phrases.english.sentence(reason)
        == "1 other repeats or retells a report of the story; the settings prefer it to 2 others.")
    #expect(
      Phrases.german.sentence(reason)
        == "Ein anderer wiederholt einen Bericht der Meldung oder erzählt ihn nach; die Einstellungen ziehen ihn 2 anderen vor."
    )
    #expect(Phrases.french.sentence(LeadReason()).isEmpty)
  }

  @Test("numbers get their form")
  func counted() {
    #expect(Phrases.english.sources(1) == "One source")
    #expect(Phrases.english.sources(12) == "12 sources")
    #expect(Phrases.vietnamese.sources(1) == "1 nguồn")
  }

  @Test(
    "languages have their direction, by script before language",
    arguments: [
      ("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("en", "ltr"), ("az-Arab", "rtl"),
      ("ar-Latn", "ltr"), ("ur-PK", "rtl"), ("", "ltr"),
    ])
  func directions(language: String, expected: String) {
    #expect(TextDirection.of(language).rawValue == expected)
  }
}
