/// The title, the fields and the paragraphs of a text in a light markup.
struct LightMarkupReading {
  private(set) var fields: [FieldValue.Field] = []
  private(set) var title: String?
  private var lines: [Substring]
  private let language: LightMarkup

  init(_ text: String, _ language: LightMarkup) {
    self.language = language
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    takeHead()
  }

  /// Takes title and fields, which come first, in any order, with blank lines between.
  private mutating func takeHead() {
    var index = 0
    var isDirective = false
    while index < lines.count {
      let line = lines[index]
      // What a directive has is indented below it.
      if isDirective, line.first?.isWhitespace == true {
        index += 1
        continue
      }
      isDirective = language == .restructuredText && line.hasPrefix("..")
      if line.allSatisfy(\.isWhitespace) || language.isSilent(line), language.field(line) == nil {
        index += 1
      } else if let field = language.field(line) {
        fields.append(field)
        index += 1
      } else if title == nil, let found = titleAt(index) {
        title = found.text
        index = found.next
        if language == .asciiDoc { index = takeAuthors(at: index) }
      } else {
        break
      }
    }
    lines.removeFirst(index)
  }

  private func titleAt(_ index: Int) -> (text: String, next: Int)? {
    if let heading = language.heading(lines[index]) { return (heading, index + 1) }
    guard language == .restructuredText else { return nil }
    func line(_ place: Int) -> Substring { place < lines.count ? lines[place] : "" }
    // A line above and below, or below alone.
    if language.isRule(line(index)), language.isRule(line(index + 2)) {
      return (line(index + 1).trimmingWhitespace(), index + 3)
    }
    if language.isRule(line(index + 1)) { return (line(index).trimmingWhitespace(), index + 2) }
    return nil
  }

  /// The lines under an AsciiDoc title: authors with addresses, then a revision with its date.
  private mutating func takeAuthors(at start: Int) -> Int {
    var index = start
    while index < lines.count, index < start + 2, !lines[index].allSatisfy(\.isWhitespace),
      lines[index].first != ":"
    {
      let line = String(lines[index])
      let parts = line.split { ",:".contains($0) }.map { $0.trimmingWhitespace() }
      if let date = parts.first(where: { DateReading.read($0) != nil }) {
        fields.append(.init(key: "date", value: .string(date)))
      } else if index == start, line.count <= 120 {
        let names = line.split(separator: ";").map { $0.prefix { $0 != "<" }.trimmingWhitespace() }
        fields.append(.init(key: "author", value: .array(names.map { .string($0) })))
      } else {
        break
      }
      index += 1
    }
    return index
  }

  /// The paragraphs below, without marks.
  mutating func takeParagraphs() -> [String] {
    var paragraphs: [String] = []
    var current = ""
    func flush() {
      let line = CleanText.line(LightMarkupText.plain(current, language))
      if !line.isEmpty { paragraphs.append(line) }
      current = ""
    }
    var isDirective = false
    for line in lines {
      if line.allSatisfy(\.isWhitespace) {
        flush()
        continue
      }
      // What a directive has is indented below it.
      if isDirective, line.first?.isWhitespace == true { continue }
      isDirective = language == .restructuredText && line.hasPrefix("..")
      if language.isSilent(line) || language.isRule(line) {
        if language.isRule(line) { flush() }
        continue
      }
      if let heading = language.heading(line) {
        flush()
        current = heading
        flush()
        continue
      }
      if let item = Bullet.text(of: line.trimmingWhitespace()) {
        flush()
        current = item
        continue
      }
      current += (current.isEmpty ? "" : " ") + line.trimmingWhitespace()
    }
    flush()
    return paragraphs
  }
}
