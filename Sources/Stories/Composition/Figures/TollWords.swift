import NewsModel

/// The words with which reports say that so many died, beside "14 were killed": a toll that climbs,
/// lives that are claimed.
enum TollWords {
  /// Whether a word names a count of victims ("toll", "Todeszahl").
  static func isToll(_ word: UInt64) -> Bool { tolls.contains(word) }

  /// Whether a word says that a count grew or stands somewhere ("climbed", "stieg").
  static func isRise(_ word: UInt64) -> Bool { rises.contains(word) }

  /// Whether a word may stand between such a verb and its number ("to", "auf").
  static func isGoal(_ word: UInt64) -> Bool { goals.contains(word) }

  /// Whether a word is what is lost ("lives", "vies").
  static func isLife(_ word: UInt64) -> Bool { lives.contains(word) }

  /// Whether a word says that lives were lost ("claimed", "kostete").
  static func isLoss(_ word: UInt64) -> Bool { losses.contains(word) }

  private static let tolls = hashes(
    "toll todeszahl opferzahl totenzahl bilan bilancio balance dodental dodentalen saldo number zahl nombre número numero "
      + "cifra число số 人数 死者 死者数")

  private static let rises = hashes(
    """
    rose rises risen rising climbed climbs climbing reached reaches jumped grew grown increased increases stood stands hit hits
    surpassed passed exceeded soared mounted
    stieg gestiegen steigt liegt lag erhöhte erhöht kletterte passe passé monté monte porté élève grimpé atteint alourdi
    subió sube subido aumentó asciende ascendió elevó eleva alcanzó alcanza llegó salito sale salgono salì raggiunto
    subiu sobe aumentou chegou gestegen opgelopen steeg выросло возросло достигло увеличилось поднялось tăng
    升至 增至 达到 上升 增加 已达 达至 升到 增到 上る 上った
    """)

  private static let goals = hashes("to at auf à a al di до lên naar op tot para zu bei 至 到")

  private static let lives = hashes(
    "lives life leben menschenleben vies vie vidas vida vite vita levens leven жизни жизней mạng")

  private static let losses = hashes(
    """
    claimed claims claiming claim cost costs costing took takes taking taken lost losing lose
    kostete kosten gekostet forderte forderten gefordert verloren verlor kamen kam ums
    coûté coûtant coûte perdu cobró cobrado cobra costó costado perdieron perdió costato costata perso
    custou custaram perderam kostte gekost verloren унес унёс унесла унесли унесло cướp sinh
    """)

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })
  }
}
