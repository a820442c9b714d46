import NewsModel

/// The small words around figures that decide what a figure is, in the languages of
/// `CountedConcept`.
///
/// Everything here takes figures away; a word that is missing costs a wrong comparison at worst
/// where the two sentences agree on everything else too.
enum FigureLexicon {
  /// After a number: a time, an age or a length, no count of what happened.
  static let measures = hashes(
    """
    year years yr yrs month months week weeks day days hour hours minute minutes min mins second seconds night nights
    o'clock a.m p.m am pm gmt bst est edt pst cet old decade decades century centuries
    mile miles km kilometer kilometers kilometre kilometres kilometers metre metres meter meters m cm mm feet foot
    ft inch inches yards yard mph kph km/h kg tonnes tons degrees acres hectares
    jahre jahren jahr monate monaten wochen tage tagen stunden minuten uhr kilometer meter metern grad
    ans an mois semaines semaine jours jour heures heure mètres kilomètres h
    años año meses semanas días día horas hora minutos kilómetros metros
    anni anno mesi settimane giorni giorno ore minuti chilometri metri anos ano dias quilômetros
    jaar maanden weken dagen uur лет года год месяцев недель дней дня часов часа минут км метров
    tuổi ngày tháng giờ phút giây km mét tuần
    """)

  /// Beside a day's number: a date.
  static let months = hashes(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    januar februar märz mai juni juli oktober dezember
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    januari februari maart mei augustus
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    tháng ngày năm
    """)

  /// The English months, January first.
  static let calendar =
    "january february march april may june july august september october november december"
    .split(separator: " ").map { WordHash.of(String($0)) }

  /// Before the name of a month that is one: "in early March", not "Theresa May" or "the March for
  /// Life".
  static let monthly = hashes("in on early mid late last since until of")

  /// Before a number: a name or a rank of something.
  static let labels = hashes(
    """
    no number chapter article section phase level category magnitude type channel route flight day week round grade
    group room page part line age aged at version season episode gate platform unit highway bus train day block
    nummer kapitel artikel stufe im ab chapitre numéro article alter aged capítulo número artículo
    điều số khoản quận phường lúc năm giai
    """)

  /// Before or after a number: it comes on top of another, or is a part of one.
  static let increments = hashes(
    """
    more another other others further additional extra including included among weitere weiteren weiterer davon darunter
    autres autre dont otros otras otro más incluidos incluyendo entre altri altre tra outros outras
    nog andere ещё еще другие других trong thêm nữa khác gồm
    """)

  /// Between the two ends of a range.
  static let ranges = hashes("to bis à a đến до and и und et")

  /// Words that a sentence about another time or a longer time has.
  static let elsewhen = hashes(
    "since seit depuis desde annually annual jährlich anniversary previously earlier")

  /// Between the counted and the participle: it was done to them.
  static let auxiliaries = hashes(
    """
    were was been are is be being have had has got also feared reported confirmed believed reportedly
    wurden wurde worden sind waren seien ont été sont furent han sido fueron resultaron sono stati stato foram
    werden zijn были было đã bị
    """)

  /// The words behind a participle that says what was done to somebody, not by him.
  static let followers = hashes(
    """
    in by after when as and or on at during since near across following while from over so with inside outside
    this last early late overnight sunday monday tuesday wednesday thursday friday saturday yesterday today
    """)

  /// End the search for what is counted.
  static let conjunctions = hashes(
    """
    and or but und oder aber et ou y o e и или và en with mit while as who
    when after before because that which he she they
    """)

  /// "Of", behind which the whole stands that the figure is a part of.
  static let partitives = hashes("of von der des de di van из trong out in")

  /// Prepositions before the place of something.
  static let places = hashes(
    """
    in at near across around throughout inside outside off im bei nahe à en dans au aux près nel nella em no na
    """)

  /// Verbs before a number: what was done to so many.
  static let verbs = hashes(
    """
    killed killing kills kill injured injuring injures wounded wounding wounds hurt hurting arrested arresting
    detained detaining evacuated evacuating
    """)

  /// Participles that are active as often as passive, so that what stands around them must decide.
  static let participles = hashes(
    "killed injured wounded hurt arrested detained evacuated missing dead")

  /// Names of a count of the dead.
  static let tolls = hashes("toll todeszahl opferzahl totenzahl bilan bilancio dodental")

  /// Qualifiers of one and of two words, and whether the figure is approximate with them.
  static let qualifiers: [UInt64: Bool] = table(
    exact: """
      mindestens maximal almeno minstens ít_nhất at_least up_to as_many_as bis_zu au_moins jusqu_à al_menos hasta
      pelo_menos не_менее no_fewer_than
      """,
    approximate: """
      about around some nearly almost roughly approximately over exceeding estimated rund etwa fast knapp gut über circa
      environ près_de unos unas casi circa quasi cerca_de около почти khoảng gần hơn more_than fewer_than less_than
      mehr_als weniger_als plus_de más_de più_di mais_de meer_dan более
      """)

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })
  }

  private static func table(exact: String, approximate: String) -> [UInt64: Bool] {
    var table: [UInt64: Bool] = [:]
    for (words, isApproximate) in [(exact, false), (approximate, true)] {
      for phrase in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        table[hash(phrase.split(separator: "_").map { WordHash.of(String($0)) })] = isApproximate
      }
    }
    return table
  }

  /// The hash of a row of words; of one word it is that word's own.
  static func hash(_ words: [UInt64]) -> UInt64 {
    guard words.count != 1, var value = words.first else { return words.first ?? 0 }
    for word in words.dropFirst() { value = value &* 0x9e37_79b9_7f4a_7c15 ^ word }
    return value
  }
}
