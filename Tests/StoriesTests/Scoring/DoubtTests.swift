import NewsModel
import Testing

@testable import Stories

/// Doubts about two short texts that resemble each other.
@Suite("Doubts about a pair")
struct DoubtTests {
  private func pair(
    _ one: (String, String), _ other: (String, String), outlets: [String] = ["Vale Star", "Gull"],
    language: String = "en"
  ) -> [EvidenceName: Double] {
    let articles = [one, other].enumerated().map {
      InventedNews.article(
        "d\($0.offset)", outlet: outlets[$0.offset], title: $0.element.0, $0.element.1,
        language: language)
    }
    let evidence = StoryIndex().evidence(between: articles[0], and: articles[1])
    return Dictionary(uniqueKeysWithValues: evidence.terms.map { ($0.name, $0.contribution) })
  }

  private func things(_ one: String, _ other: String, year: Int? = 2026) -> SharedThings {
    let reader = FeatureReader()
    let places = [one, other].map {
      SharedThings.Opening(
        reader.features(title: $0, text: "", language: LanguageCode(tag: "en"), outlet: 0),
        year: year)
    }
    #expect(SharedThings(places[0], places[1]) == SharedThings(places[1], places[0]))
    return SharedThings(places[0], places[1])
  }

  @Test("words that follow one another in both are one thing")
  func runs() {
    let name = things("Quarvelin Marrowby resigns", "Talks with Quarvelin Marrowby fail")
    #expect(name.heaviest == name.total)
    #expect(name.total == (3 * 140 + 280))
    let two = things("Quarvelin visits Marrowby", "In Marrowby a crowd waits for Quarvelin")
    #expect(two.heaviest * 2 == two.total)
    #expect(two.rareCount == 2)
    // Wherever they stand side by side, and not only where either is said first.
    let later = things(
      "Marrowby resigns as Quarvelin Marrowby is questioned", "Quarvelin Marrowby to be asked")
    #expect(later.heaviest == later.total)
  }

  @Test("a day, a month and the year of the article are none; another year is one")
  func calendar() {
    #expect(things("Fair of March 2026 on Monday", "Budget for March 2026 on Monday").total == 0)
    #expect(things("The treaty of 1648", "A map of 1648").total > 0)
    #expect(things("The treaty of 1948", "A map of 1948").total > 0)
    #expect(things("The treaty of 1948", "A map of 1948", year: nil).total == 0)
  }

  @Test("one rare word is no story")
  func oneWord() {
    let terms = pair(
      ("Quarvelin. New librarian takes up her post", ""),
      ("Quarvelin. Judo club brings two medals home", ""))
    // What is not near a kept score has no doubts to tell; then the texts alone keep them apart.
    let index = folded([
      InventedNews.article("a", title: "Quarvelin. New librarian takes up her post", ""),
      InventedNews.article("b", title: "Quarvelin. Judo club brings two medals home", ""),
    ])
    #expect(index.count == 2)
    #expect(terms[.otherNotice] == nil)
  }

  @Test("two events of one kind that name other names contradict each other")
  func names() {
    let reader = FeatureReader()
    func contradict(_ one: (String, String), _ other: (String, String)) -> Bool {
      let features = [one, other].map {
        reader.features(title: $0.0, text: $0.1, language: LanguageCode(tag: "en"), outlet: 0)
      }
      let openings = features.map { SharedThings.Opening($0, year: 2026) }
      let answers = [(0, 1), (1, 0)].map {
        NameContradiction.holds(
          features[$0], features[$1], sharing: SharedThings(openings[$0], openings[$1]))
      }
      #expect(answers[0] == answers[1])
      return answers[0]
    }
    let oldmere = (
      "Man dies in house fire in Oldmere",
      "A man of 62 died in a house fire in Oldmere early on Saturday. Firefighters found him in the bedroom."
    )
    let larnach = (
      "Woman dies in flat fire in Larnach",
      "A woman of 74 died when her flat in Larnach burnt out early on Saturday. Firefighters found her in the kitchen."
    )
    let later = (
      "House fire in Oldmere: victim named",
      "The man who died in a house fire in Oldmere was Tom Arlen, a retired baker of 62, the police said on Saturday."
    )

    #expect(contradict(oldmere, larnach))
    #expect(!contradict(oldmere, later))
    #expect(!contradict(oldmere, ("Fire", "A fire.")))
  }

  @Test("notices of one outlet from one template are told apart by their slots")
  func notices() {
    func quake(_ place: String, _ size: String, _ numbers: [Int]) -> (String, String) {
      (
        "Earthquake of magnitude \(size) near \(place)",
        "An earthquake of magnitude \(size) was recorded \(numbers[0]) km north of \(place) at a depth of \(numbers[1]) km, the office said. No damage was reported."
      )
    }
    let (first, second) = (
      quake("Quillmere", "4.1", [12, 33]), quake("Quillmere", "4.6", [71, 9])
    )

    #expect((pair(first, second, outlets: ["Desk", "Desk"])[.otherNotice] ?? 0) < 0)
    // Two outlets that report one quake may round otherwise.
    #expect(pair(first, second)[.otherNotice] == nil)
    // The same notice again.
    #expect(pair(first, first, outlets: ["Desk", "Desk"])[.otherNotice] == nil)
  }

  @Test("a report that is brought up to date is no other notice")
  func update() {
    let first = (
      "Nine dead as footbridge falls at Tarnside",
      "Nine people died when a footbridge built in 1931 fell into the weir at Tarnside with 30 commuters on it, the brigade said. 14 were hurt."
    )
    let second = (
      "Eleven dead as footbridge falls at Tarnside",
      "Eleven people died when a footbridge built in 1931 fell into the weir at Tarnside with 30 commuters on it, the brigade said. 12 were hurt."
    )

    #expect(pair(first, second, outlets: ["Desk", "Desk"])[.otherNotice] == nil)
  }
}
