/// Takes HTML apart as browsers do (WHATWG HTML §13.2.5) and writes it anew in a form that leaves
/// libxml2 no choice.
///
/// libxml2 builds the tree; where a tag, a comment or a script begins and ends is decided here. Its
/// own answer differs from browsers' and from version to version, and its time grows with the
/// square of what some sources hold: of the attributes of a tag, each of which it compares with all
/// before, and of comments between spaces. What is written has
/// - of each tag its name, and of its attributes those with a plain name, each once, quoted;
/// - no comments, processing instructions or declarations;
/// - the content of scripts without `</`, which ends a script to libxml2 whatever follows;
/// - a `<` in text as `&lt;`.
///
/// - Complexity: O(*n*) in the number of bytes; what is written is at most six times as long.
struct HTMLTokenizing {
  /// A tag by a person or a framework has a dozen; what goes beyond is left out. libxml2 compares
  /// each with all before: 512 keep that below 2^17 a tag.
  static let attributeLimit = 512
  /// libxml2 reads names of elements and attributes no further (`HTML_PARSER_BUFFER_SIZE`).
  private static let nameLimit = 100

  private let source: [UInt8]
  private var at = 0
  private var output: [UInt8] = []
  /// The elements whose end is known not to come, so that it is looked for once.
  private var endless: Set<[UInt8]> = []
  private var bodyStart: HTMLBodyStart

  /// Writes the source anew.
  static func normalized(_ source: [UInt8], prefix: String) -> [UInt8] {
    var tokenizing = HTMLTokenizing(source: source, prefix: prefix)
    tokenizing.run()
    return tokenizing.output
  }

  private init(source: [UInt8], prefix: String) {
    self.source = source
    bodyStart = HTMLBodyStart(isInBody: !prefix.isEmpty)
    output.reserveCapacity(source.count + prefix.utf8.count + 64)
    output += prefix.utf8
  }

  private mutating func run() {
    while at < source.count {
      let start = at
      while at < source.count, source[at] != 0x3C { at += 1 }
      beginBody(bodyStart.writing(ofText: source[start..<at]))
      output += source[start..<at]
      if at < source.count { readMarkup() }
    }
  }

  /// Reads what begins with `<`.
  private mutating func readMarkup() {
    let next = byte(at + 1)
    if next == 0x21 {
      readDeclaration()
    } else if next == 0x3F {
      skip(past: 0x3E)
    } else if next == 0x2F {
      readEndTag()
    } else if isLetter(next) {
      readStartTag()
    } else {
      writeBracket()
    }
  }

  private mutating func beginBody(_ writing: HTMLBodyStart.Writing) {
    if case .behindBody = writing { output += "<body>".utf8 }
  }

  private mutating func writeBracket() {
    beginBody(bodyStart.writing(ofText: source[at...at]))
    output += "&lt;".utf8
    at += 1
  }

  /// Reads a comment, a document type, a CDATA section, or what is taken for a comment.
  private mutating func readDeclaration() {
    if matches("<!--") {
      at += 4
      // `<!-->` and `<!--->` are whole comments.
      if byte(at) == 0x3E || (byte(at) == 0x2D && byte(at + 1) == 0x3E) { return skip(past: 0x3E) }
      while at < source.count, !matches("-->"), !matches("--!>") { at += 1 }
      skip(past: 0x3E)
    } else if matches("<![CDATA["), !endless.contains(Array("]]".utf8)) {
      // Text to XHTML, and a comment up to the first `>` to HTML, which loses what is behind it.
      let start = at + 9
      var end = start
      while end < source.count, !matches("]]>", at: end) { end += 1 }
      guard end < source.count else {
        endless.insert(Array("]]".utf8))
        return skip(past: 0x3E)
      }
      write(text: source[start..<end])
      at = end + 3
    } else {
      skip(past: 0x3E)
    }
  }

  private mutating func write(text: ArraySlice<UInt8>) {
    beginBody(bodyStart.writing(ofText: text))
    for byte in text {
      switch byte {
      case 0x26: output += "&amp;".utf8
      case 0x3C: output += "&lt;".utf8
      default: output.append(byte)
      }
    }
  }

  private mutating func readEndTag() {
    guard isLetter(byte(at + 2)) else {
      guard at + 2 < source.count else { return writeBracket() }
      return skip(past: 0x3E)
    }
    at += 2
    let name = readName()
    guard readAttributes(writing: false) != nil else { return }
    if case .notAtAll = bodyStart.writing(ofEnd: name) { return }
    output.append(0x3C)
    output.append(0x2F)
    output += name
    output.append(0x3E)
  }

  private mutating func readStartTag() {
    at += 1
    let name = readName()
    let before = bodyStart
    let writing = bodyStart.writing(ofStart: name)
    let mark = output.count
    beginBody(writing)
    output.append(0x3C)
    output += name
    guard let isEmpty = readAttributes(writing: true) else {
      // The source ends inside the tag: there is no tag.
      output.removeSubrange(mark...)
      bodyStart = before
      return
    }
    if case .notAtAll = writing {
      output.removeSubrange(mark...)
      return
    }
    // An empty element to XHTML; to HTML the stroke says nothing, and a script goes on to its end
    // tag.
    if isEmpty { output.append(0x2F) }
    output.append(0x3E)
    if !isEmpty { readRawText(of: name) }
  }

  /// Reads the name of an element in lower case, as much of it as is plain.
  private mutating func readName() -> [UInt8] {
    var name: [UInt8] = []
    var isPlain = true
    while at < source.count, !isSpace(source[at]), source[at] != 0x2F, source[at] != 0x3E {
      isPlain = isPlain && isNameByte(source[at])
      if isPlain, name.count < Self.nameLimit { name.append(lowered(source[at])) }
      at += 1
    }
    return name
  }

  /// Reads the attributes of a tag up to its end.
  ///
  /// - Returns: Whether `/` stands before its end; nil if the source ends first.
  private mutating func readAttributes(writing: Bool) -> Bool? {
    var seen = AttributeNames()
    var isEmpty = false
    while true {
      while at < source.count, isSpace(source[at]) {
        at += 1
        isEmpty = false
      }
      guard at < source.count else { return nil }
      switch source[at] {
      case 0x3E:
        at += 1
        return isEmpty
      case 0x2F:
        at += 1
        isEmpty = true
      default:
        isEmpty = false
        let name = readAttributeName()
        guard let value = readValue() else { return nil }
        guard writing, seen.count < Self.attributeLimit, !name.isEmpty else { continue }
        let mark = output.count
        output.append(0x20)
        for byte in source[name] { output.append(lowered(byte)) }
        guard seen.insert((mark + 1)..<output.count, of: output) else {
          output.removeSubrange(mark...)
          continue
        }
        output.append(0x3D)
        output.append(0x22)
        for byte in source[value] {
          if byte == 0x22 { output += "&quot;".utf8 } else { output.append(byte) }
        }
        output.append(0x22)
      }
    }
  }

  /// Reads the name of an attribute.
  ///
  /// - Returns: Where it stands; empty if it is not plain, as `@click` is not.
  private mutating func readAttributeName() -> Range<Int> {
    let start = at
    at += 1
    while at < source.count, !isSpace(source[at]), source[at] != 0x2F, source[at] != 0x3E,
      source[at] != 0x3D
    { at += 1 }
    let name = source[start..<at]
    guard name.count <= Self.nameLimit, isLetter(source[start]) || source[start] == 0x5F,
      name.allSatisfy(isNameByte)
    else { return start..<start }
    return start..<at
  }

  /// Reads the value of an attribute, where there is one.
  ///
  /// - Returns: Where it stands; nil if the source ends first.
  private mutating func readValue() -> Range<Int>? {
    let end = at
    while at < source.count, isSpace(source[at]) { at += 1 }
    guard at < source.count else { return nil }
    guard source[at] == 0x3D else { return end..<end }
    at += 1
    while at < source.count, isSpace(source[at]) { at += 1 }
    guard at < source.count else { return nil }
    let quote = source[at]
    if quote == 0x22 || quote == 0x27 {
      let start = at + 1
      at = start
      while at < source.count, source[at] != quote { at += 1 }
      guard at < source.count else { return nil }
      at += 1
      return start..<(at - 1)
    }
    let start = at
    while at < source.count, !isSpace(source[at]), source[at] != 0x3E { at += 1 }
    return start..<at
  }

  /// Reads the content of an element in which no tags are, and its end tag.
  private mutating func readRawText(of name: [UInt8]) {
    // The shortest of these names has three letters, the longest eight, and all begin with one of
    // five.
    guard (3...8).contains(name.count), let first = name.first, Self.textBeginnings.contains(first)
    else { return }
    let isScript = name == Self.script
    let isData = isScript || name == Self.style
    guard isData || Self.textElements.contains(name), !endless.contains(name) else { return }
    let start = at
    while at < source.count, !isEndTag(of: name) { at += 1 }
    if at == source.count, !isData {
      // Without an end tag all the rest would be a title: it is read as content of the page
      // instead.
      endless.insert(name)
      at = start
      return
    }
    let content = source[start..<at]
    if isScript {
      for (index, byte) in zip(content.indices, content) {
        output.append(byte)
        // The same in a JSON string.
        if byte == 0x3C, self.byte(index + 1) == 0x2F { output.append(0x5C) }
      }
    } else if !isData {
      for byte in content {
        if byte == 0x3C { output += "&lt;".utf8 } else { output.append(byte) }
      }
    }
    output += [0x3C, 0x2F]
    output += name
    output.append(0x3E)
    guard at < source.count else { return }
    at += 2 + name.count
    _ = readAttributes(writing: false)
  }

  /// Elements whose content is text, whatever it looks like (WHATWG HTML §13.2.6.2).
  private static let textElements = Set(
    ["title", "textarea", "xmp", "iframe", "noembed", "noframes"].map { Array($0.utf8) })

  private static let textBeginnings = Array("stxin".utf8)
  private static let script = Array("script".utf8)
  private static let style = Array("style".utf8)

  private func isEndTag(of name: [UInt8]) -> Bool {
    guard source[at] == 0x3C, byte(at + 1) == 0x2F, at + 2 + name.count <= source.count else {
      return false
    }
    for (offset, byte) in name.enumerated() where lowered(source[at + 2 + offset]) != byte {
      return false
    }
    let next = byte(at + 2 + name.count)
    return next == 0x2F || next == 0x3E || isSpace(next)
  }

  private mutating func skip(past mark: UInt8) {
    while at < source.count, source[at] != mark { at += 1 }
    at += 1
  }

  /// The byte at a place; 0, which no source has, behind the end.
  private func byte(_ index: Int) -> UInt8 { index < source.count ? source[index] : 0 }

  /// Whether the text stands here.
  private func matches(_ text: StaticString, at place: Int? = nil) -> Bool {
    let place = place ?? at
    guard place + text.utf8CodeUnitCount <= source.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where source[place + offset] != text.utf8Start[offset]
    {
      return false
    }
    return true
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  private func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
