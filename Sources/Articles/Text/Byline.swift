import NewsModel

/// Names of authors as bylines write them.
enum Byline {
  /// `By Ann Ames and Bo Berg, Science Editor` names Ann Ames and Bo Berg.
  static func people(_ text: String) -> [Person] {
    // No more than is looked at below: a text of flags is searched in the square of its length.
    var rest = CleanText.line(
      String(TextBounds.prefix(of: text, byteLimit: TextBounds.bylineBytes)))
    if let name = afterMark(rest) {
      rest = name
    } else if rest.lowercased().hasPrefix("by ") {
      // `By our science desk` names nobody.
      return []
    }
    // `mail@example.org (Ann Ames)`, RSS 2.0's author.
    if rest.hasSuffix(")"), let open = rest.firstIndex(of: "("), rest[..<open].contains("@") {
      let name = rest[rest.index(after: open)...].dropLast().trimmingWhitespace()
      return name.isEmpty ? [] : [Person(name: name)]
    }
    if WebAddress(rest) != nil { return [] }
    for word in [" and ", " und ", " et ", " y ", " / ", " • ", " · "] where rest.contains(word) {
      rest = rest.replacing(word, with: ";")
    }
    rest = dividedAtAmpersands(rest)
    let parts = rest.split { ",;|".contains($0) }
    return parts.map { bare(withoutAddress($0.trimmingWhitespace())) }.filter { name in
      let last = name.split(separator: " ").last?.lowercased() ?? ""
      return name.contains(where: \.isLetter) && name.count <= 60 && !roles.contains(last)
        && !agencyMarks.contains(name.lowercased()) && !isMoment(name)
    }.prefix(20).map { Person(name: $0) }
  }

  /// The people of an agency's byline, whose systems put the names of accounts and the initials of
  /// editors there: `lindgaard.tove`, `gr/bp`.
  static func agencyPeople(_ text: String) -> [Person] {
    people(text).filter { !isAccount($0.name) }
  }

  /// Whether a part is the name of an account or initials of editors: `lindgaard.tove`, `gr/bp`.
  private static func isAccount(_ name: String) -> Bool {
    guard !name.contains(" "),
      name.allSatisfy({ $0.isLowercase || $0.isNumber || "./_".contains($0) })
    else { return false }
    // The last part of a host, whose name may be an outlet's, has two or three letters.
    let isHost = (2...3).contains(name.split(separator: ".").last?.count ?? 0)
    return name.contains { "/_".contains($0) } || (name.contains(".") && !isHost)
  }

  /// A byline with a semicolon in place of each ampersand between two people.
  ///
  /// `Ann Ames & Bo Berg` are two; `O'Neil & Sons` is a house, and `Ann & Bo Ames` would
  /// leave a first name alone. So both sides need two words.
  private static func dividedAtAmpersands(_ text: String) -> String {
    let sides = text.split(separator: " & ")
    guard var result = sides.first.map(String.init) else { return text }
    for (left, right) in zip(sides, sides.dropFirst()) {
      let before = left.split { ",;|".contains($0) }.last ?? ""
      let after = right.split { ",;|".contains($0) }.first ?? ""
      let isBetweenPeople = [before, after].allSatisfy { $0.split(separator: " ").count > 1 }
      result += (isBetweenPeople ? ";" : " & ") + right
    }
    return result
  }

  /// The rest of a line after `By`, `Von`, `Written by` or the like; nil if it does not begin so.
  static func afterMark(_ line: String) -> String? {
    let lower = line.lowercased()
    guard let mark = marks.first(where: { lower.hasPrefix($0) }) else { return nil }
    let rest = String(line.dropFirst(mark.count)).trimmingWhitespace()
    // `by` in a sentence is followed by anything; a name begins with a capital, or has no case.
    guard let first = rest.first, !first.isLowercase || mark.hasSuffix(":") || !rest.contains(" ")
    else { return nil }
    return rest
  }

  /// A part without a mark of its own and the dashes around: `Text: Ann Ames –`.
  private static func bare(_ part: String) -> String {
    let marks = " –—-:·•→"
    var name = part[...]
    while let last = name.last, marks.contains(last) { name.removeLast() }
    while let first = name.first, marks.contains(first) { name.removeFirst() }
    // `Di Stefano` is a name; `di Ann Ames` and `Text: Ann Ames` are not.
    if let rest = afterMark(String(name)),
      name.first?.isLowercase == true || name.count - rest.count > 4
    {
      return rest
    }
    return String(name)
  }

  /// Whether a part of a byline is a date or a time: `Nov. 20`, `2026 9:05 am`, `20.11.2026`.
  private static func isMoment(_ part: String) -> Bool {
    guard part.contains(where: \.isNumber) else { return false }
    if part.contains(":") || !part.contains(where: \.isLetter) { return true }
    // `Nov. 20` states no year, and is a date with any.
    return DateReading.read(part) != nil || DateReading.read(part + ", 2026") != nil
  }

  /// A name without the address of mail behind it: `Ann Ames <ann@example.org>`,
  /// `Ann Ames ann@example.org`.
  private static func withoutAddress(_ name: String) -> String {
    guard name.contains("@") else { return name }
    let words = name.split(separator: " ").filter { !$0.contains("@") }
    let rest = words.joined(separator: " ")
    return rest.filter { !"<>()[]".contains($0) }.trimmingWhitespace()
  }

  private static let marks = [
    "by: ", "by ", "written by ", "view all posts by ", "all posts by ", "posts by ", "more by ",
    "zeige alle beiträge von ", "alle beiträge von ", "voir tous les articles de ",
    "ver todas las entradas de ", "erstellt von ", "von: ", "von ", "text: ", "autor: ", "author: ",
    "autorin: ",
    "ein bericht von ", "bericht von ", "eine reportage von ", "ein beitrag von ",
    "ein interview von ",
    "eine analyse von ", "ein kommentar von ", "report by ", "story by ", "words by ", "text by ",
    "analysis by ", "opinion by ", "un article de ", "propos recueillis par ",
    "par ", "por ", "di ", "door ", "av ", "posted by ", "published by ", "geschrieben von ",
    "veröffentlicht von ", "verfasst von ", "écrit par ", "escrito por ", "автор: ",
  ]
  /// Words of bylines that name nobody.
  private static let agencyMarks: Set = ["updated", "published", "posted", "min read", "exclusive"]

  private static let roles: Set = [
    "editor", "correspondent", "reporter", "writer", "chief", "contributor", "columnist", "analyst",
  ]
}
