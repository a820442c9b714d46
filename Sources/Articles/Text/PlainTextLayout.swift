import NewsModel

/// The parts of a plain-text article: title, header lines, standfirst, summary in bullets, text.
struct PlainTextLayout {
  /// The lines that are left; a slice, from whose front a line goes without the others being moved.
  private var lines: ArraySlice<String>
  private var header = FieldValue.object([])

  init(_ text: String) {
    lines =
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.trimmingWhitespace()
      }[...]
  }

  mutating func draft() -> ArticleDraft {
    var fields: [FieldValue.Field] = []
    takeHeader(into: &fields)
    var title = takeTitle()
    takeHeader(into: &fields)
    var draft = FieldReading(base: nil).draft(of: .object(fields))
    if let stated = draft.title {
      // A `Title:` line: what stands first in the text is text.
      if let title { lines = ([title] + lines)[...] }
      title = stated
    }
    draft.title = title
    let standfirst = takeStandfirst()
    let bullets = takeBullets()
    draft.paragraphs = PlainParagraphs.paragraphs(of: lines.joined(separator: "\n"))
    if draft.summary == nil { draft.summary = joined(standfirst, bullets) }
    if draft.paragraphs.isEmpty { draft.paragraphs = (standfirst.map { [$0] } ?? []) + bullets }
    takeDateline(into: &draft)
    return draft
  }

  private mutating func dropBlanks() {
    lines.removeFirst(lines.prefix { $0.isEmpty }.count)
  }

  /// `Date: …`, `By …` and the like, as long as they follow each other.
  private mutating func takeHeader(into fields: inout [FieldValue.Field]) {
    while true {
      dropBlanks()
      guard let line = lines.first, let field = PlainTextHeader.field(line) else { return }
      fields.append(field)
      lines.removeFirst()
    }
  }

  private mutating func takeTitle() -> String? {
    dropBlanks()
    guard let first = lines.first else { return nil }
    // A longer line is a paragraph. The longest headlines of the evaluation's news have 200
    // characters.
    guard first.count <= 250 else { return nil }
    let next = lines.dropFirst().first ?? ""
    // Broken to a width, the first line is a piece of a paragraph, unless it is set apart.
    if !next.isEmpty, lines.count > 3, PlainParagraphs.isWrapped(Array(lines)),
      !isHeading(first, next)
    {
      return nil
    }
    // A text of sentences alone has no title: its first line ends in a full stop and so do the
    // others.
    if Sentences.isEnded(first), first.hasSuffix("."), first.split(separator: " ").count > 18 {
      return nil
    }
    lines.removeFirst()
    return first
  }

  private func isHeading(_ line: String, _ next: String) -> Bool {
    line.count + 20 < next.count && !Sentences.isEnded(line)
  }

  /// A second, longer headline under the first.
  private mutating func takeStandfirst() -> String? {
    dropBlanks()
    guard lines.count > 2, let first = lines.first, !Sentences.isEnded(first), first.count <= 400,
      Bullet.text(of: first) == nil
    else { return nil }
    let rest = lines.dropFirst().drop { $0.isEmpty }
    guard let next = rest.first else { return nil }
    let isAlone = lines.dropFirst().first?.isEmpty ?? true
    let isApart = isAlone || Bullet.text(of: next) != nil
    guard isApart, !PlainParagraphs.isWrapped(Array(lines.prefix(40))) || isAlone else {
      return nil
    }
    // Only under prose that ends its sentences does a line without a full stop stand out.
    let prose = rest.filter { !$0.isEmpty && Bullet.text(of: $0) == nil }
    guard prose.count(where: { Sentences.isEnded($0) }) * 2 > prose.count else { return nil }
    lines.removeFirst()
    return first
  }

  /// Takes the bullets before the text: a summary.
  ///
  /// Two at least; one dash may be a quotation.
  private mutating func takeBullets() -> [String] {
    dropBlanks()
    var bullets: [String] = []
    var count = 0
    for line in lines {
      if let text = Bullet.text(of: line) { bullets.append(text) } else if !line.isEmpty { break }
      count += 1
    }
    guard bullets.count >= 2, count < lines.count else { return [] }
    lines.removeFirst(count)
    return bullets
  }

  private func joined(_ standfirst: String?, _ bullets: [String]) -> String? {
    let parts = ((standfirst.map { [$0] } ?? []) + bullets).map {
      Sentences.isEnded($0) ? $0 : $0 + "."
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func takeDateline(into draft: inout ArticleDraft) {
    guard let first = draft.paragraphs.first, let dateline = Dateline.read(first) else { return }
    if let date = dateline.date { draft.published.append(date) }
    _ = dateline.agency
  }
}
