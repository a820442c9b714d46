import NewsModel

/// The things that news counts, with the words that say so in the languages where this is simple.
///
/// A figure of a concept may be compared with another source's figure of the same concept although
/// the sentences differ. The list is short on purpose: each concept means one thing in one story.
/// "Attacks" is a family of things that are compared each with its like alone: one report counts
/// the missiles that were launched, another the explosions that were heard, and both may be right.
enum CountedConcept: String, CaseIterable, Sendable {
  case killed
  case injured
  case missing
  case arrested
  case evacuated
  case attacks
  case magnitude
  case prison

  /// The concept of a word by its whole hash; nil for most.
  static func of(_ word: ScannedWord) -> CountedConcept? { concepts[word.full] }

  /// The concept of two words in a row (Vietnamese writes its syllables apart), by
  /// `FigureLexicon.hash`.
  static func ofPair(_ hash: UInt64) -> CountedConcept? { pairs[hash] }

  private static let pairs: [UInt64: CountedConcept] = {
    let rows: [(String, CountedConcept)] = [
      ("thiệt mạng", .killed), ("tử vong", .killed), ("bị thương", .injured),
      ("mất tích", .missing),
      ("bắt giữ", .arrested), ("sơ tán", .evacuated), ("tên lửa", .attacks), ("vụ nổ", .attacks),
    ]
    var table: [UInt64: CountedConcept] = [:]
    for (words, concept) in rows {
      table[FigureLexicon.hash(words.split(separator: " ").map { WordHash.of(String($0)) })] =
        concept
    }
    return table
  }()

  /// Whether a word names one of a crowd without saying which (people, persons): no subject of its
  /// own.
  static func isPeople(_ word: ScannedWord) -> Bool { people.contains(word.full) }

  private static let concepts: [UInt64: CountedConcept] = {
    var table: [UInt64: CountedConcept] = [:]
    for concept in allCases {
      for word in concept.words.split(separator: " ") {
        table[WordHash.of(String(word))] = concept
      }
    }
    return table
  }()

  private static let people: Set<UInt64> = Set(
    """
    people persons person others menschen personen leute personnes gens personas persone pessoas mensen
    человек людей người ludzi osób
    """.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })

  private var words: String {
    switch self {
    case .killed:
      "killed dead deaths died die dying fatalities killing kills fatally tote toten getötet todesopfer "
        + "menschenleben morts tués tuées "
        + "décès muertos muertas fallecidos morti mortos mortes doden погибли погибших погиб убиты zabitych "
        + "ölü döda dræbt drept chết 死亡 遇难 遇難 身亡 丧生 喪生"
    case .injured:
      "injured wounded hurt injuries injuring wounding injures wounds verletzt verletzte verletzten blessés heridos "
        + "heridas feriti feridos gewonden ранены раненых пострадавших пострадали rannych yaralı skadade "
        + "受伤 受傷 负伤 けが"
    case .missing:
      "missing unaccounted vermisst vermisste vermissten disparus desaparecidos dispersi 失踪"
    case .arrested:
      "arrested detained arrests arresting detaining detains festgenommen festnahmen interpellés arrêtés detenidos "
        + "arrestati detidos arrestanten задержаны задержали задержано"
    case .evacuated:
      "evacuated evacuating evacuees evakuiert évacuées évacués evacuados evacuadas evacuate evacuadas"
    // Read by rules of their own (FigureReader+Scale).
    case .magnitude, .prison: ""
    case .attacks:
      "missiles missile strikes explosions explosion blasts blast rockets airstrikes raketen explosionen einschläge "
        + "missili esplosioni misiles explosiones mísseis explosões ракет взрывов взрыва взрывы"
    }
  }
}
