/// The months by the beginnings of their names, in the languages of Europe, in Arabic, Hebrew and
/// Indonesian.
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
    "wrz": 9, "cze": 6, "lip": 7, "sty": 1, "lut": 2, "máj": 5, "jún": 6, "júl": 7, "юни": 6,
    "юли": 7,
    "máius": 5, "мај": 5, "јун": 6, "јул": 7,
  ]

  private static let beginnings: [(text: String, month: Int)] =
    [
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
    ] + others

  /// Greek, Czech and Slovak, Hungarian, Finnish, Romanian, Bulgarian and Serbian, Indonesian,
  /// Arabic, Hebrew.
  private static let others: [(text: String, month: Int)] = [
    ("ιανου", 1), ("φεβρ", 2), ("μαρτ", 3), ("απρι", 4), ("μαΐ", 5), ("μαΪ", 5), ("μαι", 5),
    ("ιουν", 6), ("ιουλ", 7), ("αυγ", 8), ("σεπτ", 9), ("οκτω", 10), ("νοε", 11), ("δεκ", 12),
    ("ledna", 1), ("února", 2), ("března", 3), ("dubna", 4), ("května", 5), ("červenc", 7),
    ("června", 6), ("srpna", 8), ("září", 9), ("října", 10), ("prosinc", 12),
    ("márc", 3), ("ápr", 4), ("június", 6), ("július", 7), ("szept", 9),
    ("tammikuu", 1), ("helmikuu", 2), ("maaliskuu", 3), ("huhtikuu", 4), ("toukokuu", 5),
    ("kesäkuu", 6), ("heinäkuu", 7), ("elokuu", 8), ("syyskuu", 9), ("lokakuu", 10),
    ("marraskuu", 11), ("joulukuu", 12),
    ("ianuar", 1), ("iunie", 6), ("iulie", 7), ("noiem", 11),
    ("яну", 1), ("ное", 11), ("нов", 11), ("јан", 1), ("феб", 2), ("дец", 12),
    ("maret", 3), ("agust", 8), ("desem", 12),
    ("يناير", 1), ("فبراير", 2), ("مارس", 3), ("أبريل", 4), ("ابريل", 4), ("إبريل", 4), ("مايو", 5),
    ("يونيو", 6), ("يوليو", 7), ("أغسطس", 8), ("اغسطس", 8), ("سبتمبر", 9), ("أكتوبر", 10),
    ("اكتوبر", 10), ("نوفمبر", 11), ("ديسمبر", 12),
    ("ינואר", 1), ("פברואר", 2), ("מרץ", 3), ("אפריל", 4), ("מאי", 5), ("יוני", 6), ("יולי", 7),
    ("אוגוסט", 8), ("ספטמבר", 9), ("אוקטובר", 10), ("נובמבר", 11), ("דצמבר", 12), ("בינואר", 1),
    ("בפברואר", 2), ("במרץ", 3), ("באפריל", 4), ("במאי", 5), ("ביוני", 6), ("ביולי", 7),
    ("באוגוסט", 8), ("בספטמבר", 9), ("באוקטובר", 10), ("בנובמבר", 11), ("בדצמבר", 12),
  ]
}
