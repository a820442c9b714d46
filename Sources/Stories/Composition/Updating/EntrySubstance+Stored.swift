import FoundationEssentials

extension EntrySubstance {
  /// The substance as one line of JSON, for `Story.substance`: the same bytes each time.
  ///
  /// Keys: `v` the version, `lead` and `known` marks of articles (32 bits of the SHA-256 of the
  /// id), `pairs` the text sketch (16 bits a pair) with its modulus `m` and count `n`, `figures`
  /// values by what they count. Numbers in base64 are little-endian. At most 4 kB for a story of
  /// 300 articles.
  public var stored: String {
    let form = StoredForm(
      v: version, lead: lead, known: Self.base64(known), m: text.modulus, n: text.count,
      pairs: Self.base64(text.pairs), figures: figures)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Silence is right: nothing in the form can fail to encode, because every value is finite.
    guard let data = try? encoder.encode(form) else { return "" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads a substance as it was stored; nil if the text is none, after which the next change is
  /// judged as the first.
  public init?(stored: String) {
    // Silence is right: a substance that cannot be read is made again from the articles.
    guard let form = try? JSONDecoder().decode(StoredForm.self, from: Data(stored.utf8)) else {
      return nil
    }
    self.init()
    version = form.v
    lead = form.lead
    known = Self.numbers(form.known)
    text.modulus = max(1, form.m)
    text.count = form.n
    text.pairs = Self.numbers(form.pairs)
    figures = form.figures
  }

  private struct StoredForm: Codable {
    var v: Int
    var lead: UInt32
    var known: String
    var m: UInt16
    var n: Int
    var pairs: String
    var figures: [String: [Double]]
  }

  private static func base64<Number: FixedWidthInteger>(_ numbers: [Number]) -> String {
    var bytes: [UInt8] = []
    for number in numbers {
      for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
      }
    }
    return Data(bytes).base64EncodedString()
  }

  private static func numbers<Number: FixedWidthInteger>(_ base64: String) -> [Number] {
    let bytes = Array(Data(base64Encoded: base64) ?? Data())
    let width = Number.bitWidth / 8
    return stride(from: 0, to: bytes.count / width * width, by: width).map { start in
      (0..<width).reduce(Number(0)) { $0 | Number(bytes[start + $1]) << Number($1 * 8) }
    }
  }
}
