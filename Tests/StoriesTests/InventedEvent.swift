import Foundation
import NewsModel
import SeededRandom

/// An event of our own invention and the reports of it, each in other words, all from a seed.
///
/// An event is five facts, each two names, sometimes a number, and words of its own; a report tells
/// each fact with most of its words in an order of its own. What it says is nonsense; what two
/// reports share is what reports of one event share.
struct InventedEvent {
  private struct Fact {
    var names: [String]
    var number: Int?
    var words: [String]
  }

  private let facts: [Fact]
  private let chance: UInt64

  /// The number of reports an event of a stream has.
  static let reportCount = 3

  /// Draws an event.
  init(using chance: inout SeededGenerator) {
    self.init(words: Self.words.shuffled(using: &chance), using: &chance)
  }

  /// Draws events that have no word in common but those between their words.
  static func strangers(_ count: Int, using chance: inout SeededGenerator) -> [InventedEvent] {
    let words = Set(words + rarerWords).sorted().shuffled(using: &chance)
    precondition(words.count >= count * 20, "there are words for \(words.count / 20) events")
    return (0..<count).map {
      InventedEvent(words: Array(words[$0 * 20..<$0 * 20 + 20]), using: &chance)
    }
  }

  private init(words: [String], using chance: inout SeededGenerator) {
    facts = (0..<5).map { fact in
      Fact(
        names: [Self.name(3, &chance), Self.name(4, &chance)],
        number: fact % 2 == 0 ? Int.random(in: 13...9900, using: &chance) : nil,
        words: Array(words[fact * 4..<fact * 4 + 4]))
    }
    self.chance = chance.next()
  }

  /// One report, of the first `count` facts.
  func report(
    _ number: Int, id: String, outlet: String, published: Date, origin: DateOrigin = .stated,
    facts count: Int = 5
  ) -> Article {
    var chance = SeededGenerator(seed: self.chance &+ UInt64(number))
    let title = told(facts[0], dropping: 1, using: &chance)
    let text = facts.prefix(count).map { told($0, dropping: 1, using: &chance) + "." }
    return Article(
      id: ArticleID(id), outlet: outlet, title: title, paragraphs: [text.joined(separator: " ")],
      language: "en", published: published, dateOrigin: origin)
  }

  private func told(
    _ fact: Fact, dropping count: Int, using chance: inout SeededGenerator
  ) -> String {
    var words = Array(fact.words.shuffled(using: &chance).dropFirst(count))
    for name in fact.names {
      words.insert(name, at: Int.random(in: 0...words.count, using: &chance))
    }
    if let number = fact.number { words.append(String(number)) }
    let fillers = ["the", "of", "and", "with", "for", "has", "was", "said", "after", "from"]
    return words.flatMap { [fillers.randomElement(using: &chance) ?? "the", $0] }
      .joined(separator: " ")
  }

  /// A name of so many syllables.
  static func name(_ syllables: Int, _ chance: inout SeededGenerator) -> String {
    let consonants = Array("bdfgklmnprstvz")
    let vowels = Array("aeiou")
    let letters = (0..<syllables).flatMap { _ in
      [
        consonants[Int.random(in: 0..<consonants.count, using: &chance)],
        vowels[Int.random(in: 0..<vowels.count, using: &chance)],
      ]
    }
    return String(letters).capitalized
  }

  /// Words of the news: common enough for the table of English.
  private static let words = """
    fire warehouse damage flames smoke chief rescue injured hospital doctor patient treatment vaccine study university \
    professor research students school teacher education budget minister parliament election vote campaign candidate \
    party coalition opposition reform tax pension bank loan interest inflation market shares investor profit company \
    factory workers strike union wages contract deal takeover merger regulator lawsuit court judge trial verdict prison \
    sentence appeal lawyer fraud invoice police arrest suspect robbery murder weapon witness investigation evidence \
    bridge railway train station delay tunnel highway truck driver collision airport flight pilot passengers airline \
    storm flood rainfall river dam evacuation earthquake volcano drought harvest farmers wheat cattle fish harbour boat \
    ferry captain coast island tourism hotel festival concert singer album museum painting theatre actor film director \
    award novel author library language history archive monument church bishop temple pilgrimage football goal coach \
    stadium league champion tournament tennis final cyclist marathon medal record athlete injury transfer season \
    satellite rocket telescope planet climate glacier forest wolf bird species park energy solar turbine nuclear reactor \
    pipeline gas oil refinery mine coal steel engine battery software computer privacy password satellite network phone \
    border refugees embassy treaty ceasefire soldiers army general missile hostage sanctions summit protest curfew
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// More of them, so that twelve events need share none.
  private static let rarerWords = """
    asteroid auction barley beekeeper blizzard bobsled bracelet canoe carnival catacomb chess choir circus cobbler comet \
    compost copper dairy dentist diamond diplomat dolphin donkey embroidery falcon festoon flute fountain garlic geyser \
    gondola granite guitar herring honey iceberg juggler kite lantern lighthouse limestone locksmith lottery mango maple \
    mosaic mushroom nursery oak olive orchard oyster parachute parrot peat pottery puppet quarry quilt raft saffron salmon \
    sculpture shepherd skating sled spice squash stamp sundial surfing tailor tapestry timber tulip vineyard violin walnut \
    waterfall whale windmill yeast yoga zebra zinc
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
