import NewsModel
import Testing

@testable import Stories

@Suite("FigureReader")
struct FigureReaderTests {
  func figures(_ sentence: String, _ language: String = "en") -> [StatedFigure] {
    FigureReader.figures(
      of: ReadArticle(Sample.article("a", title: "Title", [sentence], language: language)))
  }

  @Test("finds what is counted, as it stands in the text", arguments: countedCases)
  func counted(
    sentence: String, language: String, concept: CountedConcept, value: Double, text: String
  ) {
    let found = figures(sentence, language).filter { $0.concept == concept }

    #expect(found.map(\.value) == [value])
    #expect(found.map(\.text) == [text])
  }

  static let countedCases: [(String, String, CountedConcept, Double, String)] = [
    ("At least 14 people were killed.", "en", .killed, 14, "At least 14 people were killed"),
    ("The blast killed 14 people and injured 30.", "en", .killed, 14, "killed 14 people"),
    ("The blast killed 14 people and injured 30.", "en", .injured, 30, "injured 30"),
    ("Police said 1,234 were injured in the quake.", "en", .injured, 1234, "1,234 were injured"),
    ("Twenty-one passengers have died.", "en", .killed, 21, "Twenty-one passengers have died"),
    ("One person was killed on Sunday.", "en", .killed, 1, "One person was killed"),
    ("The death toll rose to 19 on Sunday.", "en", .killed, 19, "death toll rose to 19"),
    (
      "The death toll from the storm that hit Lindby on Friday has climbed to at least 19.", "en",
      .killed, 19,
      "death toll from the storm that hit Lindby on Friday has climbed to at least 19"
    ),
    (
      "The number of injured stood at 45 by noon.", "en", .injured, 45,
      "number of injured stood at 45"
    ),
    ("The flood claimed 26 lives in two days.", "en", .killed, 26, "26 lives"),
    ("The blast took the lives of 26 people.", "en", .killed, 26, "lives of 26 people"),
    ("More than 26 lives were lost on the ferry.", "en", .killed, 26, "More than 26 lives"),
    (
      "26 passengers lost their lives on the ferry.", "en", .killed, 26,
      "26 passengers lost their lives"
    ),
    ("Die Zahl der Toten stieg auf 19.", "de", .killed, 19, "Zahl der Toten stieg auf 19"),
    ("Bei dem Brand kamen 26 Menschen ums Leben.", "de", .killed, 26, "26 Menschen ums Leben"),
    ("Das Unglück kostete 26 Menschen das Leben.", "de", .killed, 26, "26 Menschen das Leben"),
    ("L'incendie a coûté la vie à 26 personnes.", "fr", .killed, 26, "vie à 26 personnes"),
    (
      "Le nombre de morts est passé à 19 dimanche.", "fr", .killed, 19,
      "nombre de morts est passé à 19"
    ),
    ("El incendio cobró 26 vidas en Corvera.", "es", .killed, 26, "26 vidas"),
    ("La cifra de muertos subió a 19.", "es", .killed, 19, "cifra de muertos subió a 19"),
    ("Il numero dei morti è salito a 19.", "it", .killed, 19, "numero dei morti è salito a 19"),
    ("Het dodental is opgelopen tot 19.", "nl", .killed, 19, "dodental is opgelopen tot 19"),
    ("Число погибших выросло до 19.", "ru", .killed, 19, "Число погибших выросло до 19"),
    ("Số người chết tăng lên 19.", "vi", .killed, 19, "Số người chết tăng lên 19"),
    ("A magnitude of 6.4 was measured.", "en", .magnitude, 6.4, "magnitude of 6.4"),
    ("A 6.4-magnitude quake struck.", "en", .magnitude, 6.4, "6.4-magnitude"),
    ("Ein Beben der Stärke 6,4 traf die Insel.", "de", .magnitude, 6.4, "Stärke 6,4"),
    ("Un séisme de magnitude 6,4 a frappé.", "fr", .magnitude, 6.4, "magnitude 6,4"),
    ("Động đất 6,4 độ Richter.", "vi", .magnitude, 6.4, "6,4 độ Richter"),
    ("He was jailed for 18 months in prison.", "en", .prison, 1.5, "18 months in prison"),
    ("Er wurde zu 14 Jahren Haft verurteilt.", "de", .prison, 14, "14 Jahren Haft"),
    ("Il a été condamné à 14 ans de prison.", "fr", .prison, 14, "14 ans de prison"),
    ("Tòa tuyên phạt 14 năm tù.", "vi", .prison, 14, "14 năm tù"),
    (
      "Russia fired more than forty cruise missiles.", "en", .attacks, 40,
      "more than forty cruise missiles"
    ),
    ("Up to four explosions shook the city.", "en", .attacks, 4, "Up to four explosions"),
    (
      "Three hundred people are missing after the flood.", "en", .missing, 300,
      "Three hundred people are missing"
    ),
    (
      "Bei dem Unglück wurden mindestens 14 Menschen getötet.", "de", .killed, 14,
      "mindestens 14 Menschen getötet"
    ),
    ("1.200 Menschen wurden verletzt.", "de", .injured, 1200, "1.200 Menschen wurden verletzt"),
    (
      "Au moins quatorze personnes sont morts.", "fr", .killed, 14,
      "Au moins quatorze personnes sont morts"
    ),
    (
      "Al menos 14 personas resultaron heridas.", "es", .injured, 14,
      "Al menos 14 personas resultaron heridas"
    ),
    ("14 человек погибли в результате пожара.", "ru", .killed, 14, "14 человек погибли"),
    ("Vụ cháy làm 14 người chết.", "vi", .killed, 14, "14 người chết"),
    ("Tai nạn khiến 3 người bị thương.", "vi", .injured, 3, "3 người bị thương"),
    ("地震で14人が死亡した。", "ja", .killed, 14, "14人が死亡"),
    (
      "Some 2.5 million people were evacuated.", "en", .evacuated, 2_500_000,
      "Some 2.5 million people were evacuated"
    ),
  ]

  @Test(
    "times, dates, years, ages, scores, parts and names count nothing",
    arguments: [
      "The 52-year-old was killed at 6.30am.", "He was 52 when he was killed.",
      "It began at 23:00 on June 5 missiles flew.", "In 2022 missiles hit the city.",
      "They won 3-1 killed time.", "One of the missiles was shot down.",
      "Two more explosions were heard.", "Another 14 people were injured.",
      "Two gunmen killed the guard.", "Call 0800 123456 dead or alive.",
      "Flight 370 killed nobody.",
      "The first explosion came, the 2nd killed him.", "Three weeks of quiet killed trade.",
      "A range of up to 310 miles.", "The G7 killed the plan.",
      "Since spring 400 people were killed.", "In 2011 some 14 people were killed.",
      "Including 3 killed.", "Between 10-15 people were killed.",
      "Last year 14 people were killed.",
      "The death toll in the fire at 19 Harbour Street grew.",
      "An aftershock of magnitude 5.1 followed.",
      "He faces up to 20 years in prison.", "It took 26 years of their lives.",
      "The number rose to 19.",
      "No. 10 killed the story.", "Article 5 missing.", "Two-thirds were killed.",
    ])
  func nothing(sentence: String) {
    #expect(figures(sentence).filter { $0.concept != nil }.isEmpty)
  }

  @Test(
    "numbers are read as the language writes them",
    arguments: [
      ("1,234.5", "en", 1234.5), ("1.234,5", "de", 1234.5), ("1,234", "en", 1234),
      ("1.234", "de", 1234),
      ("1.234", "en", 1.234), ("3,5", "de", 3.5), ("3,5", "fr", 3.5),
      ("1,234,567", "en", 1_234_567),
      ("1.234.567", "vi", 1_234_567), ("66,5", "vi", 66.5), ("0.5", "en", 0.5),
    ])
  func numbers(text: String, language: String, value: Double) {
    #expect(NumberParser.value(Array(text.utf8)[...], language: language) == value)
  }

  @Test(
    "a table without full stops is no text: nothing is read of it, in time that grows with its length"
  )
  func table() {
    let table = (0..<20_000).map { "\($0) killed" }.joined(separator: ", ")

    #expect(figures(table).isEmpty)
  }

  @Test("what is no number is none", arguments: ["23:00", "1.2.3", "1,23,4.5.6", "192.168.0.1"])
  func noNumbers(text: String) {
    #expect(NumberParser.value(Array(text.utf8)[...], language: "en") == nil)
  }
}
