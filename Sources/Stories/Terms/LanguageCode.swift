/// The primary language subtag of an article in lower case ("en", "fil"), packed; zero if unknown.
struct LanguageCode: Hashable, Comparable, Sendable {
  /// Up to three letters, eight bits each, the first in the highest.
  let packed: UInt32

  /// An unknown language.
  static let unknown = LanguageCode(packed: 0)
  /// English, into which other languages are translated.
  static let english = LanguageCode(tag: "en")

  /// Whether what stands between its spaces are syllables and not words: Vietnamese alone, of the
  /// languages with a table.
  var isWrittenInSyllables: Bool { self == Self.vietnamese }

  private static let vietnamese = LanguageCode(tag: "vi")

  /// Whether nouns that are no names have capitals, too.
  var hasCapitalNouns: Bool { self == Self.german }

  private static let german = LanguageCode(tag: "de")

  init(packed: UInt32) {
    self.packed = packed
  }

  /// Takes the primary subtag of a BCP 47 tag, under the name that the tables have for it.
  ///
  /// Written standards of one language share a table: Bokmål and Nynorsk, Serbian, Croatian and
  /// Bosnian.
  init(tag: String) {
    let subtag = tag.split { $0 == "-" || $0 == "_" }.first.map { $0.lowercased() } ?? ""
    let name =
      switch subtag {
      case "no", "nn", "nob", "nno": "nb"
      case "sr", "hr", "bs": "sh"
      case "iw": "he"
      case "in": "id"
      case "tl": "fil"
      case "cmn", "yue": "zh"
      case "eng": "en"
      case "und", "mul", "zxx", "mis": ""
      default: subtag
      }
    let bytes = Array(name.utf8)
    guard (2...3).contains(bytes.count) else {
      self = .unknown
      return
    }
    packed = bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The subtag.
  var name: String {
    String(
      decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: packed >> $0) }.filter { $0 > 0 },
      as: UTF8.self)
  }

  static func < (first: Self, second: Self) -> Bool { first.packed < second.packed }
}
