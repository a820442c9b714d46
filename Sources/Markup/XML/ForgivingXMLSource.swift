internal import CLibXML2

/// An XML text made ready for libxml2: common mistakes are mended, and everything that could expand
/// is removed.
///
/// The document type declaration goes, with every entity that it declares; named references of HTML
/// become their characters; an ampersand that begins no reference stands for itself; control
/// characters, comments and processing instructions go.
struct ForgivingXMLSource {
  private let input: [UInt8]
  private var output: [UInt8] = []
  private var index = 0

  private init(_ text: String) {
    input = Array(text.utf8)
    output.reserveCapacity(input.count + 64)
  }

  static func bytes(of text: String) -> [UInt8] {
    var source = ForgivingXMLSource(text)
    source.run()
    return source.output
  }

  private mutating func run() {
    var isInTag = false
    while index < input.count {
      let byte = input[index]
      switch byte {
      case 0x3C where begins("<![CDATA["):
        copy(until: "]]>")
      case 0x3C where begins("<!--"):
        skip(past: "-->")
      case 0x3C where begins("<?"):
        skip(past: "?>")
      case 0x3C where begins("<!"):
        skipDeclaration()
      case 0x3C where !isTagBegin(index + 1):
        // `a < b` in a title.
        output += Array("&lt;".utf8)
        index += 1
      case 0x3C:
        isInTag = true
        output.append(byte)
        index += 1
      case 0x3E:
        isInTag = false
        output.append(byte)
        index += 1
      case 0x26:
        takeReference(isInTag: isInTag)
      default:
        if byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { output.append(byte) }
        index += 1
      }
    }
  }

  private func begins(_ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= input.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where input[index + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private func isTagBegin(_ place: Int) -> Bool {
    guard place < input.count else { return false }
    let byte = input[place]
    return byte == 0x2F || byte == 0x5F || byte == 0x3A || byte >= 0x80
      || (0x61...0x7A).contains(byte | 0x20)
  }

  private mutating func skip(past mark: StaticString) {
    while index < input.count {
      if begins(mark) {
        index += mark.utf8CodeUnitCount
        return
      }
      index += 1
    }
  }

  private mutating func copy(until mark: StaticString) {
    while index < input.count {
      if begins(mark) {
        output += input[index..<(index + mark.utf8CodeUnitCount)]
        index += mark.utf8CodeUnitCount
        return
      }
      let byte = input[index]
      if byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { output.append(byte) }
      index += 1
    }
  }

  /// Skips `<!DOCTYPE …>` with its subset in brackets.
  private mutating func skipDeclaration() {
    var depth = 0
    var quote: UInt8?
    while index < input.count {
      let byte = input[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case 0x22, 0x27: quote = byte
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return
      default: break
      }
    }
  }

  private mutating func takeReference(isInTag: Bool) {
    // `CounterClockwiseContourIntegral`, the longest name, has 31 letters.
    let name = input[(index + 1)...].prefix(32).prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x23
    }
    let end = index + 1 + name.count
    guard !name.isEmpty, end < input.count, input[end] == 0x3B else {
      output += Array("&amp;".utf8)
      index += 1
      return
    }
    let reference = String(decoding: name, as: UTF8.self)
    if name.first == 0x23 {
      if let scalar = Self.scalar(reference.dropFirst()) {
        output += Array("&#\(scalar.value);".utf8)
      }
    } else if ["amp", "lt", "gt", "quot", "apos"].contains(reference) {
      output += Array("&\(reference);".utf8)
    } else if let entity = htmlEntityLookup(reference) {
      output += Array("&#\(entity.pointee.value);".utf8)
    } else {
      output += Array("&amp;\(reference);".utf8)
    }
    index = end + 1
  }

  /// The character of a numeric reference, if XML 1.0 §2.2 allows it. The numbers of windows-1252
  /// are read as browsers read them.
  private static func scalar(_ digits: Substring) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard
      let value = UInt32(
        isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    switch value {
    case 0x09, 0x0A, 0x0D: return scalar
    case 0..<0x20, 0xFFFE, 0xFFFF: return nil
    case 0x80...0x9F: return windows1252[Int(value - 0x80)].unicodeScalars.first
    default: return scalar
    }
  }

  /// The characters 0x80 to 0x9F of windows-1252 (WHATWG HTML §13.2.5.80).
  private static let windows1252: [Character] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ")
}
