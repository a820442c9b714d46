/// The writing direction of a language, for HTML's `dir`.
enum TextDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// The direction of a language: by its script subtag if it has one, else by its usual script
  /// (CLDR 45 `characterOrder`).
  static func of(_ language: String) -> TextDirection {
    let parts = language.lowercased().split(separator: "-")
    if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
      return scripts.contains(String(script)) ? .rightToLeft : .leftToRight
    }
    return languages.contains(String(parts.first ?? "")) ? .rightToLeft : .leftToRight
  }

  private static let scripts: Set<String> = [
    "arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "mand", "samr",
  ]

  private static let languages: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd",
    "syr", "ug", "ur", "yi",
  ]
}
