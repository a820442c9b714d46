import NewsModel

/// Language tags in one spelling (BCP 47, RFC 5646 §2.1.1).
enum LanguageTag {
  /// `EN_us.UTF-8` becomes `en-US`; nil if the text is no tag, or one that names no language
  /// (`und`, `dg`).
  static func normalized(_ text: String) -> String? {
    let bare = text.trimmingWhitespace().prefix { $0 != "." && $0 != "@" && $0 != "," }
    let parts = bare.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    guard let first = parts.first?.lowercased() else { return nil }
    let primary = names[first] ?? first
    let language = twoLetters[primary] ?? primary
    guard LanguageSubtag.isKnown(language) else { return nil }
    var tag = [language]
    for part in parts.dropFirst().prefix(3) {
      guard (2...8).contains(part.count),
        part.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
      else { break }
      switch part.count {
      case 2: tag.append(part.uppercased())
      case 4 where part.allSatisfy(\.isLetter):
        tag.append(part.prefix(1).uppercased() + part.dropFirst().lowercased())
      default: tag.append(part.lowercased())
      }
    }
    return tag.joined(separator: "-")
  }

  private static let names = [
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr",
    "spanish": "es", "español": "es", "italian": "it", "portuguese": "pt", "russian": "ru",
    "ukrainian": "uk", "polish": "pl", "dutch": "nl", "turkish": "tr", "arabic": "ar",
    "chinese": "zh", "japanese": "ja", "korean": "ko", "vietnamese": "vi",
  ]

  /// Three-letter codes where two letters exist, and codes that are retired (IANA registry
  /// `Preferred-Value`).
  private static let twoLetters = [
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it",
    "por": "pt", "rus": "ru", "ukr": "uk", "pol": "pl", "nld": "nl", "dut": "nl", "tur": "tr",
    "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "vie": "vi", "iw": "he",
    "in": "id", "ji": "yi", "mo": "ro", "tl": "fil",
    // Kinds of Chinese that have a code of their own since 2007, and no place among the older ones.
    "cmn": "zh", "yue": "zh", "wuu": "zh", "nan": "zh", "lzh": "zh", "cnr": "sr",
  ]
}
