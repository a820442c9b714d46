import Testing

@testable import Stories

@Suite("TitleFault")
struct TitleFaultTests {
  @Test(
    "a title that states the event has no fault",
    arguments: [
      "Ferry sinks off Lindø with 212 on board", "NATO and EU sign pact", "WHO declares emergency",
      "UN: US, UK and EU agree",
      "Breaking waves damage pier", "Watchdog fines bank", "東京で地震、14人死亡", "Fähre gesunken",
      "Holm: \"We will answer\"", "Паром затонул у острова",
    ])
  func states(title: String) {
    #expect(TitleFault.of(title) == nil)
  }

  @Test("a title that does not says why", arguments: cases)
  func faults(title: String, fault: TitleFault) {
    #expect(TitleFault.of(title) == fault)
  }

  @Test(
    "a title of a column speaks for its writer, in English alone",
    arguments: [
      ("I confirmed yesterday that Holm was asked", "en", TitleFault.speaksForItself),
      ("Our harbour deserves better", "en", .speaksForItself),
      ("I carabinieri arrestano il capitano", "it", nil), ("Icebreaker sinks", "en", nil),
    ] as [(String, String, TitleFault?)])
  func persons(title: String, language: String, fault: TitleFault?) {
    #expect(TitleFault.of(title, language: language) == fault)
  }

  static let cases: [(String, TitleFault)] = [
    ("\"EPIC night: Holm wins", .shouts), ("Goal! Holm wins the cup", .shouts),
    ("Breaking: ferry sinks", .shouts), ("", .missing), (" \n", .missing),
    ("Ferry sinks!", .shouts),
    ("FERRY SINKS OFF LINDØ", .shouts),
    ("Did the captain sleep?", .asks), ("船長は眠っていたのか？", .asks), ("And then the lights…", .trailsOff),
    ("He opened the door...", .trailsOff), ("You won’t believe what the captain did", .teases),
    ("\"Ferry sinks off Lindø", .halfQuoted), ("Holm: “We will answer", .halfQuoted),
    ("PHOTOS: Ferry sinks off Lindø", .showsPictures),
    ("[Photos] Ferry sinks off Lindø", .showsPictures),
    ("How a ferry sank", .teases), ("Warum die Fähre sank", .teases),
    (String(repeating: "word ", count: 60), .overlong),
  ]
}
