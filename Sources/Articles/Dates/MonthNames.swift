/// The months by the beginnings of their names, in the languages of Europe that news is most often
/// written in.
enum MonthNames {
  /// Looks up a word.
  ///
  /// - Parameter word: A word in lower case.
  /// - Returns: The month that it names, from 1; nil if it names none.
  static func month(_ word: String) -> Int? {
    if let exact = exact[word] { return exact }
    guard word.count >= 3 else { return nil }
    return beginnings.first { word.hasPrefix($0.text) }?.month
  }

  /// Short forms, and names that begin like another month's.
  private static let exact: [String: Int] = [
    "may": 5, "mai": 5, "mayo": 5, "maio": 5, "maj": 5, "mei": 5, "мая": 5, "май": 5, "мар": 3,
    "mar": 3, "març": 3, "juin": 6, "jun": 6, "juillet": 7, "jul": 7, "juil": 7, "gen": 1,
    "ott": 10, "lug": 7, "giu": 6, "set": 9, "out": 10, "dic": 12, "dez": 12, "déc": 12, "ene": 1,
    "fév": 2, "fev": 2, "avr": 4, "abr": 4, "ago": 8, "août": 8, "aout": 8, "mag": 5, "maggio": 5,
    "okt": 10, "mrt": 3, "mär": 3, "mrz": 3, "kwi": 4, "paź": 10, "gru": 12, "lis": 11, "sie": 8,
    "wrz": 9, "cze": 6, "lip": 7, "sty": 1, "lut": 2,
  ]

  private static let beginnings: [(text: String, month: Int)] = [
    ("janua", 1), ("jan", 1), ("jän", 1), ("ener", 1), ("genna", 1), ("stycz", 1), ("янв", 1),
    ("січ", 1), ("ocak", 1),
    ("feb", 2), ("févr", 2), ("fevr", 2), ("fever", 2), ("lute", 2), ("фев", 2), ("лют", 2),
    ("şubat", 2),
    ("march", 3), ("märz", 3), ("maerz", 3), ("mars", 3), ("marz", 3), ("março", 3), ("maart", 3),
    ("marca", 3), ("марта", 3), ("март", 3), ("берез", 3), ("mart", 3),
    ("apr", 4), ("avril", 4), ("abril", 4), ("kwie", 4), ("апр", 4), ("квіт", 4), ("nisan", 4),
    ("maja", 5), ("трав", 5), ("mayıs", 5),
    ("june", 6), ("juni", 6), ("junio", 6), ("junho", 6), ("giugn", 6), ("czerw", 6), ("июн", 6),
    ("черв", 6), ("haziran", 6),
    ("july", 7), ("juli", 7), ("julio", 7), ("julho", 7), ("lugl", 7), ("lipca", 7), ("июл", 7),
    ("лип", 7), ("temmuz", 7),
    ("aug", 8), ("agost", 8), ("sierp", 8), ("авг", 8), ("серп", 8), ("ağust", 8),
    ("sept", 9), ("sep", 9), ("setem", 9), ("settem", 9), ("wrześ", 9), ("сен", 9), ("верес", 9),
    ("eylül", 9),
    ("octo", 10), ("oct", 10), ("okto", 10), ("outub", 10), ("ottob", 10), ("paździ", 10),
    ("окт", 10), ("жовт", 10), ("ekim", 10),
    ("nov", 11), ("listop", 11), ("ноя", 11), ("листоп", 11), ("kasım", 11),
    ("dec", 12), ("dez", 12), ("déc", 12), ("dicie", 12), ("dicem", 12), ("grud", 12),
    ("дек", 12), ("груд", 12), ("aralık", 12),
  ]
}
