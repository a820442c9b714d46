/// Takes from Markdown what makes cmark's time grow with the square of the text.
///
/// Each rule changes nothing that a person writes, and keeps every word:
/// - each link looks at all images before it in its block that are not closed (cmark to 0.30.2), so
///   that `![` begins an image a thousand times a block and is text from then on;
/// - each blank line looks at all lists around it, so that a line begins 64 of them at most, and a
///   row of blank lines counts as twenty.
///
/// - Complexity: O(*n*) in the number of bytes.
struct MarkdownGuard {
  /// The most images in a block: a gallery has a hundred, each in a block of its own.
  private static let imageLimit = 1_000
  /// The deepest nesting: libxml2 goes 256 elements deep, two for each level of a list.
  private static let nestingLimit = 64
  private static let blankLimit = 20

  private let source: [UInt8]
  private var output: [UInt8] = []

  /// The text with harmless marks.
  static func harmless(_ source: [UInt8]) -> [UInt8] {
    var result = MarkdownGuard(source: source)
    result.run()
    return result.output
  }

  private init(source: [UInt8]) {
    self.source = source
    output.reserveCapacity(source.count + 64)
  }

  private mutating func run() {
    var start = 0
    var images = 0
    var blanks = 0
    while start < source.count {
      let end = source[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source.count
      let line = source[start..<end]
      start = end
      guard line.contains(where: { $0 > 0x20 }) else {
        images = 0
        blanks += 1
        if blanks <= Self.blankLimit { output += line }
        continue
      }
      blanks = 0
      let content = writeMarks(of: line)
      write(content, images: &images)
    }
  }

  /// Writes the marks that a line begins with; one too many is made text.
  ///
  /// - Returns: What follows them.
  private mutating func writeMarks(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var count = 0
    var at = line.startIndex
    while at < line.endIndex, !isRule(line[at...], count) {
      var next = at
      switch line[at] {
      case 0x20, 0x09: next = at + 1
      case 0x3E:
        next = at + 1
        count += 1
      case 0x2D, 0x2A, 0x2B:
        guard isSpace(line, at + 1) else { return line[at...] }
        next = at + 1
        count += 1
      case 0x30...0x39:
        // Nine digits at most (CommonMark 0.31 §5.2).
        let digits = line[at...].prefix(10).prefix { (0x30...0x39).contains($0) }
        let mark = digits.endIndex
        guard digits.count < 10, mark < line.endIndex, line[mark] == 0x2E || line[mark] == 0x29,
          isSpace(line, mark + 1)
        else { return line[at...] }
        next = mark + 1
        count += 1
      default: return line[at...]
      }
      if count > Self.nestingLimit {
        output.append(0x5C)
        return line[at...]
      }
      output += line[at..<next]
      at = next
    }
    return line[at...]
  }

  /// Whether the rest of a line is a rule, `* * * *`, once it could nest too deep.
  private func isRule(_ rest: ArraySlice<UInt8>, _ count: Int) -> Bool {
    guard count == Self.nestingLimit, let first = rest.first else { return false }
    return rest.allSatisfy { $0 == first || $0 <= 0x20 }
  }

  private func isSpace(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
    index >= line.endIndex || line[index] <= 0x20
  }

  private mutating func write(_ content: ArraySlice<UInt8>, images: inout Int) {
    for index in content.indices {
      if content[index] == 0x21, index + 1 < content.endIndex, content[index + 1] == 0x5B {
        images += 1
        if images > Self.imageLimit { output.append(0x5C) }
      }
      output.append(content[index])
    }
  }
}
