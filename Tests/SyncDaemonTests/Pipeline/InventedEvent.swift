import Foundation

/// An event of our own invention, and reports of it in different words.
///
/// Every event has names and words that no other has, so that reports of one event are surely one
/// story and reports of two are surely two; the pipeline is under test here, not the method of
/// merging.
struct InventedEvent: Sendable {
  let number: Int

  /// The topics: five sentences each, in words of its own.
  private static let topics: [[String]] = [
    [
      "The #0# bridge at #1# was closed after engineer #2# #3# found a crack.",
      "Minister #4# #5# said that repairs by #6# Works would take five weeks.",
      "Residents of #7# and #8# must cross the river by the old #A# ferry.",
      "The #B# council had warned of the leaning #C# pillar in spring.",
      "Traders on #E# street fear for the #F# fair, spokeswoman #9# added.",
    ],
    [
      "Goalkeeper #0# saved two penalties as #1# Rovers beat #2# Town in the cup final.",
      "Striker #3# had equalised with a header from a corner taken by #4#.",
      "Coach #5# praised the defence around #6# after extra time.",
      "Supporters of #7# danced until midnight at the #8# stadium.",
      "Referee #9# sent off #A# for a foul on #B# in the second half.",
    ],
    [
      "Volcano #0# erupted and covered the villages of #1# and #2# in ash.",
      "Geologist #3# of the #4# observatory measured tremors all night.",
      "Flights to #5# airport were cancelled by #6# Air.",
      "Farmers at #7# drove their cattle down to the #8# coast.",
      "Lava had reached the vineyards of #9# by dawn, mayor #A# said.",
    ],
    [
      "Novelist #0# won the #1# prize for her trilogy about the sailor #2#.",
      "The jury under #3# called the language of #4# luminous.",
      "Publisher #5# prints another edition at its #6# press.",
      "Actor #7# will read chapters at the #8# library on Sunday.",
      "Her debut, set in #9#, had been refused by #A# House.",
    ],
    [
      "The court at #0# convicted banker #1# of forging the accounts of #2# Trust.",
      "Prosecutor #3# had asked for a longer sentence than judge #4# gave.",
      "Savers from #5# lost their pensions, the witness #6# testified.",
      "Lawyer #7# announced an appeal to the #8# tribunal.",
      "The auditors of #9# had signed every balance sheet, #A# recalled.",
    ],
    [
      "Astronomers at #0# discovered a comet and named it after #1#.",
      "The telescope on mount #2# photographed its tail, professor #3# explained.",
      "It will pass the planet in June, the #4# institute calculated.",
      "Amateur #5# of #6# had noticed the faint dot before.",
      "The probe #7# may be steered towards it by the agency in #8#.",
    ],
  ]

  private static let starts = [
    "Ab", "Bel", "Cor", "Dun", "Esk", "Fen", "Gar", "Hol", "Ist", "Jor", "Kel", "Lun", "Mor", "Nav",
  ]
  private static let middles = ["an", "er", "im", "ov", "ul", "ast", "end", "ith", "orm", "unt"]
  private static let ends = ["by", "dale", "ford", "gate", "holm", "ness", "wick", "stead"]

  /// A word that only this event has.
  private func name(_ index: Int) -> String {
    let count = number * 40 + index
    return Self.starts[count % 14] + Self.middles[(count / 14) % 10]
      + Self.middles[(count / 140 + index) % 10] + Self.ends[(count / 7 + number) % 8]
  }

  private var names: [String] { (0..<16).map(name) }

  /// The text of one of its reports.
  func text(of report: Int) -> String {
    let n = names
    let sentences = Self.topics[number % Self.topics.count].map { sentence in
      // "1" stands for the first name, and so on; the letters A to F for ten to fifteen.
      sentence.split(separator: "#", omittingEmptySubsequences: false).enumerated()
        .map { part, text in part % 2 == 1 ? n[Int(text, radix: 16) ?? 0] : String(text) }
        .joined()
    }
    // Each report tells it in another order and in its own words at the end.
    let order = (0..<5).map { sentences[($0 * (report % 2 + 1) + report) % 5] }
    return order.joined(separator: " ")
      + "\n\nReport \(report) adds that \(n[report % 16]) was asked."
  }

  /// The title of one of its reports.
  func title(of report: Int) -> String {
    let n = names
    let titles = [
      "\(n[0]) and \(n[1]): what happened", "\(n[1]) after \(n[0]), says \(n[3])",
      "\(n[0]) surprises \(n[1]) and \(n[4])",
    ]
    return titles[report % 3]
  }

  /// The hour of a report on the events' first days, 2026-03-01 on.
  func date(of report: Int) -> Date {
    Date(timeIntervalSince1970: 1_772_352_000 + Double(number * 7 + report * 3) * 3600)
  }
}

/// One report as a file: what a history edits.
struct InventedReport: Hashable, Sendable {
  var event: Int
  var report: Int
  /// The number of edits; each adds a sentence with a figure.
  var edits = 0
  var retitled = 0
  var hasDate = true
  /// The seed of its other fields, where they are odd.
  var oddness: UInt64?

  /// The ending of its file's name.
  var ending: String { oddness == nil ? ".md" : ".json" }

  var url: String { "https://outlet\(report).example/event\(event)/report\(report)" }

  /// The bytes of a Markdown file with front matter, or of a JSON file with odd fields.
  var file: String {
    let event = InventedEvent(number: event)
    if let oddness {
      let text = (event.text(of: report) + editions).replacing("\n", with: "\\n")
      let fields =
        ["\"url\": \"\(url)\"", "\"articleBody\": \"\(text)\""]
        + OddFields.json(seed: oddness &+ UInt64(retitled))
      return "{" + fields.joined(separator: ", ") + "}\n"
    }
    var title = event.title(of: report)
    if retitled > 0 { title += ", version \(retitled)" }
    var lines = ["---", "title: \"\(title)\"", "source: Outlet \(report)", "url: \(url)"]
    if hasDate {
      lines.append("date: \(event.date(of: report).formatted(.iso8601))")
    }
    lines += ["lang: en", "---", "", event.text(of: report)]
    return lines.joined(separator: "\n") + editions + "\n"
  }

  /// The sentences that its edits have added.
  private var editions: String {
    (0..<edits).map {
      "\n\nBy evening \($0 + 12) people had been injured, the hospital of \($0) said."
    }.joined()
  }
}
