import NewsModel
import Testing

@testable import Stories

@Suite("DisagreementRule")
struct DisagreementRuleTests {
  func disagreements(_ first: [String], _ second: [String]) -> [[String]] {
    Sample.compose([
      Sample.article("a", title: "Report from Lindø", first),
      Sample.article("b", hours: 1, title: "News of the island", second),
    ]).entry.disagreements.map { $0.figures.map(\.text) }
  }

  @Test("shows figures of the same thing that differ", arguments: differingCases)
  func differing(first: String, second: String, texts: [String]) {
    #expect(disagreements([first], [second]) == [texts])
  }

  static let differingCases: [(String, String, [String])] = [
    (
      "Fourteen missiles hit the harbour of Lindby on Sunday morning.",
      "Nine missiles struck the harbour of Lindby early on Sunday morning.",
      ["Fourteen missiles", "Nine missiles"]
    ),
    (
      "The fire in Lindby killed 14 people.", "In Lindby 19 people were killed by the fire.",
      ["killed 14 people", "19 people were killed"]
    ),
    (
      "The strike killed 14 people in Kyiv, officials said.",
      "Officials said the strike killed 19 people in the Ukrainian capital Kiev.",
      ["killed 14 people", "killed 19 people"]
    ),
    (
      "Parliament passed the harbour bill on Tuesday with 71 votes after a long debate.",
      "After a long debate parliament passed the harbour bill on Tuesday with 74 votes.",
      ["71 votes", "74 votes"]
    ),
    (
      "The central bank of Nordland raised its key rate to 4.5 percent on Tuesday.",
      "On Tuesday the central bank of Nordland raised its key rate to 4.75 percent.",
      ["4.5 percent", "4.75 percent"]
    ),
    (
      "The company Sundrederiet will pay a fine of $30 million for the spill.",
      "For the spill the company Sundrederiet will pay a fine of $45 million.",
      ["$30 million", "$45 million"]
    ),
    (
      "The trial of Olek Kulla in Lindby took 14 days.",
      "In Lindby the trial of Olek Kulla took 19 days.",
      ["14 days", "19 days"]
    ),
    (
      "The death toll from the fire in Lindby climbed to 19 on Sunday.",
      "The fire in Lindby claimed 26 lives, the mayor said.",
      ["death toll from the fire in Lindby climbed to 19", "26 lives"]
    ),
    (
      "An earthquake of magnitude 6.4 shook the island of Lindø on Sunday.",
      "The island of Lindø was shaken by a 6.8-magnitude earthquake on Sunday.",
      ["magnitude 6.4", "6.8-magnitude"]
    ),
    (
      "The court of Lindby sentenced Olek Kulla to 14 years in prison for the fire.",
      "Olek Kulla was sentenced in Lindby to 12 years in jail for the fire.",
      ["14 years in prison", "12 years in jail"]
    ),
  ]

  @Test(
    "shows nothing where sources agree, round, or speak of different things",
    arguments: agreeingCases)
  func agreeing(first: String, second: String) {
    #expect(disagreements([first], [second]).isEmpty)
  }

  static let agreeingCases: [(String, String)] = [
    ("The fire in Lindby killed 14 people.", "In Lindby fourteen people were killed by the fire."),
    (
      "The fire in Lindby killed more than 100 people.",
      "In Lindby 103 people were killed by the fire."
    ),
    ("The fire in Lindby killed 100 people.", "In Lindby 103 people were killed by the fire."),
    ("The fire in Lindby killed 14 people.", "In Lindby 19 people were injured by the fire."),
    ("The fire in Lindby killed 14 people.", "In Lindby three children were killed by the fire."),
    ("The fire in Lindby killed 14 people.", "A storm far away over Norheim left 19 people dead."),
    ("The fire in Lindby killed 14 people.", "In 1998 a fire in Lindby killed 40 people."),
    ("Kyiv was hit by 14 missiles on Sunday.", "On Sunday Kiev was hit by 14 missiles."),
    ("The man from Lindby, aged 41, was killed.", "The 42-year-old man from Lindby was killed."),
    ("He sold 300 tickets for the concert.", "The hall has 500 tickets left for next spring."),
    ("Fourteen missiles were shown at the parade in Lindby.", "Four explosions shook Norheim."),
    (
      "Fourteen missiles hit the harbour of Lindby on Sunday morning.",
      "Up to four explosions shook the harbour of Lindby early on Sunday morning."
    ),
    (
      "The hurricane killed at least six people in Haiti, officials said.",
      "The hurricane killed at least 21 people across the northern Caribbean, officials said."
    ),
    (
      "A gunman shot and wounded three people at an office in Lindby.",
      "In early March, a gunman shot and wounded two people at an office in Lindby."
    ),
    (
      "In Nordland, 14 people were killed by the storm on Friday.",
      "On Friday 19 people were killed by the storm in the town of Lindby."
    ),
    (
      "An earthquake of magnitude 6.4 shook the island of Lindø on Sunday.",
      "An aftershock of magnitude 5.1 shook the island of Lindø on Sunday."
    ),
    (
      "The court of Lindby sentenced Olek Kulla to 14 years in prison for the fire.",
      "In Lindby Olek Kulla faces up to 20 years in prison for the fire, the court said."
    ),
    (
      "The fire in Lindby killed 12 people.", "Ten Norlanders were killed by the fire in Lindby."
    ),
    ("It measured 6.4 on the scale in Lindby.", "It measured 6.5 on the scale in Lindby."),
  ]

  @Test("a source that gives both figures does not disagree with one that gives one of them")
  func both() {
    let update = [
      "The fire in Lindby killed 14 people, police said at noon.",
      "By evening police said 19 people were killed by the fire in Lindby.",
    ]

    #expect(disagreements(update, ["In Lindby 19 people were killed by the fire."]).isEmpty)
  }

  @Test("a repost takes no side")
  func repost() {
    let entry = Sample.compose([
      Sample.article("a", Sample.ferry), Sample.article("b", hours: 1, Sample.ferryElsewhere),
      Sample.article("c", hours: 2, Sample.ferryElsewhere),
    ]).entry

    #expect(entry.disagreements.first?.figures.map(\.outlet) == ["a", "b"])
  }
}
