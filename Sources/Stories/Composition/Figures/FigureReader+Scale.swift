import NewsModel

extension FigureReader {
  /// The magnitude of an earthquake: "a magnitude of 6.4", "6.4-magnitude", "der Stärke 6,4", "6,4
  /// độ Richter", "6.4级".
  ///
  /// That of an aftershock is of another one.
  func magnitude(_ number: Number) -> Range<Int>? {
    guard number.end == number.start + 1, (1...10).contains(number.value) else { return nil }
    let word = words[number.start]
    for back in 1...4 where number.start - back >= 0 {
      let before = words[number.start - back]
      if Self.scales.contains(before.full) {
        // "magnitude de 6,4", "magnitude was a preliminary 6.4"
        let between = words[(number.start - back + 1)..<number.start]
        guard between.allSatisfy({ $0.kind == .letters && !isNumber($0) }),
          !speaksOfAftershock
        else { return nil }
        return before.start..<word.end
      }
    }
    guard number.end < words.count, isNear(number.start, number.end) else { return nil }
    let next = words[number.end]
    var end: Int?
    if Self.scales.contains(next.full) { end = next.end }
    if next.full == Self.degree, number.end + 1 < words.count,
      Self.scales.contains(words[number.end + 1].full)
    {
      end = words[number.end + 1].end
    }
    guard let end, !speaksOfAftershock else { return nil }
    return word.start..<end
  }

  private static let degree = WordHash.of("độ")

  private static let scales: Set<UInt64> = hashes(
    "magnitude stärke magnitud magnitudo richter магнитудой магнитуда magnitudzie büyüklüğünde")

  static let aftershocks: Set<UInt64> = hashes(
    "aftershock aftershocks foreshock nachbeben répliques réplique réplicas réplica repliche replica афтершок афтершоки "
      + "афтершоков chấn 余震")

  /// A term of imprisonment in years: "sentenced to 14 years in prison", "18 months in jail", "14
  /// Jahre Haft", "14 năm tù".
  ///
  /// What somebody may get, or somebody asks for, is none.
  func prison(_ number: Number) -> (years: Double, range: Range<Int>)? {
    guard number.end < words.count, isNear(number.end - 1, number.end) else { return nil }
    let unit = words[number.end]
    let isYears = Self.years.contains(unit.full)
    guard isYears || Self.months.contains(unit.full) else { return nil }
    var end: Int?
    for at in (number.end + 1)..<max(number.end + 1, min(words.count, number.end + 4))
    where Self.prisons.contains(words[at].full) && isNear(at - 1, at) {
      end = words[at].end
      break
    }
    let before = words[max(0, number.start - 4)..<number.start]
    if end == nil, before.contains(where: { Self.jailed.contains($0.full) }) { end = unit.end }
    guard let end, !speaksOfPossible else { return nil }
    return (isYears ? number.value : number.value / 12, words[number.start].start..<end)
  }

  private static let jailed = hashes("jailed imprisoned inhaftiert emprisonné encarcelado")
  private static let years = hashes("years year jahre jahren ans años anni anos jaar лет года năm")
  private static let months = hashes(
    "months month monate monaten mois meses mesi maanden месяцев tháng")

  private static let prisons = hashes(
    """
    prison jail imprisonment sentence behind haft gefängnis freiheitsstrafe prison réclusion détention prisión cárcel
    prigione carcere reclusione prisão prisao cadeia cel gevangenisstraf celstraf колонии тюрьмы заключения лишения tù
    """)

  static let possible = hashes(
    """
    face faces faced facing could may might can maximum punishable penalty penalties up range liable offence offense carries carry carried sought seek seeks demanded demand demands prosecutors requested
    drohen droht bis fordert forderte forderten staatsanwaltschaft encourt encourent passible jusqu'à risque risquent requis requiert
    podría hasta enfrenta pide piden fiscalía rischia rischiano fino chiesto pode pedem eist geëist грозит просит прокуратура запросил
    """)

  /// The time that something lasted: "for six hours", "took 14 days". Compared only where the
  /// sentences say the same otherwise.
  func duration(_ number: Number) -> (unit: UInt64, range: Range<Int>)? {
    guard number.end < words.count, isNear(number.end - 1, number.end),
      let unit = Self.durations[words[number.end].full]
    else { return nil }
    let behind = words[(number.end + 1)..<min(words.count, number.end + 3)]
    let before = words[max(0, number.start - 2)..<number.start]
    // A time before or after something is a date; an age is somebody's.
    guard !behind.contains(where: { Self.relative.contains($0.full) }),
      !before.contains(where: { Self.relative.contains($0.full) })
    else { return nil }
    return (unit, words[number.start].start..<words[number.end].end)
  }

  private static let relative = hashes(
    """
    ago old later earlier before after next past last since within every per each von vor alt später nach pro alle
    il âgé plus tard après avant hace después antes viejo fa dopo prima età назад спустя через trước sau tuổi mỗi
    """)

  private static let durations: [UInt64: UInt64] = {
    var table: [UInt64: UInt64] = [:]
    for (unit, words) in [
      ("minutes", "minutes minuten minutos minuti минут минуты phút"),
      ("hours", "hours stunden heures horas ore uur uren часов часа"),
      ("days", "days tage tagen jours días giorni dias dagen дней дня"),
      ("weeks", "weeks wochen semaines semanas settimane weken недель недели"),
      ("months", "months monate monaten mois meses mesi maanden месяцев месяца"),
    ] {
      for word in words.split(separator: " ") {
        table[WordHash.of(String(word))] = WordHash.of(unit)
      }
    }
    return table
  }()

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { WordHash.of(String($0)) })
  }
}
