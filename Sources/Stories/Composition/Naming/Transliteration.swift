import NewsModel

/// Writes letters of Latin, Greek and Cyrillic alphabets in lower-case ASCII.
///
/// Latin letters lose their marks as in Unicode's Latin-ASCII transform (CLDR); Cyrillic and Greek
/// follow the usual newspaper spelling (BGN/PCGN without its apostrophes), since a slug is read and
/// never turned back.
///
/// By hand, because ICU's transforms change with its versions, and the same articles must get the
/// same slugs on every machine.
enum Transliteration {
  /// The ASCII letters and digits of a scalar; empty if it has none.
  static func ascii(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return String(scalar)
    case 0x41...0x5A: return String(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case 0..<0xC0: return ""
    default: break
    }
    if let digit = LetterClass.asciiDigit(scalar) { return String(Unicode.Scalar(digit)) }
    if let letters = table[scalar] { return letters }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard let first = lower.first, first != scalar else { return "" }
    return ascii(first)
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (letters, ascii) in rows {
      for scalar in letters.unicodeScalars { table[scalar] = ascii }
    }
    return table
  }()

  private static let rows: [(letters: String, ascii: String)] = [
    ("àáâãäåāăąǎǻạảấầẩẫậắằẳẵặ", "a"), ("æǽ", "ae"), ("çćĉċč", "c"), ("ďđð", "d"),
    ("èéêëēĕėęěẹẻẽếềểễệ", "e"), ("ƒ", "f"), ("ĝğġģǧ", "g"), ("ĥħ", "h"), ("ìíîïĩīĭįıǐỉị", "i"),
    ("ĳ", "ij"), ("ĵ", "j"), ("ķĸǩ", "k"), ("ĺļľŀł", "l"), ("ñńņňŉŋ", "n"),
    ("òóôõöøōŏőǒơọỏốồổỗộớờởỡợ", "o"), ("œ", "oe"), ("ŕŗř", "r"), ("śŝşšșſ", "s"), ("ß", "ss"),
    ("ţťŧț", "t"), ("þ", "th"), ("ùúûüũūŭůűųǔưụủứừửữự", "u"), ("ŵẁẃẅ", "w"), ("ýÿŷỳỵỷỹ", "y"),
    ("źżž", "z"), ("ə", "e"),
    ("а", "a"), ("б", "b"), ("в", "v"), ("гґ", "g"), ("д", "d"), ("еэєё", "e"), ("ж", "zh"),
    ("з", "z"), ("иі", "i"), ("й", "y"), ("ї", "yi"), ("к", "k"), ("л", "l"), ("м", "m"),
    ("н", "n"),
    ("о", "o"), ("п", "p"), ("р", "r"), ("с", "s"), ("т", "t"), ("уў", "u"), ("ф", "f"),
    ("х", "kh"),
    ("ц", "ts"), ("ч", "ch"), ("ш", "sh"), ("щ", "shch"), ("ы", "y"), ("ю", "yu"), ("я", "ya"),
    ("ђ", "dj"), ("ј", "j"), ("љ", "lj"), ("њ", "nj"), ("ћ", "c"), ("џ", "dz"), ("ѓ", "g"),
    ("ќ", "k"),
    ("αά", "a"), ("β", "v"), ("γ", "g"), ("δ", "d"), ("εέ", "e"), ("ζ", "z"), ("ηήιίϊΐ", "i"),
    ("θ", "th"), ("κ", "k"), ("λ", "l"), ("μ", "m"), ("ν", "n"), ("ξ", "x"), ("οόωώ", "o"),
    ("π", "p"), ("ρ", "r"), ("σς", "s"), ("τ", "t"), ("υύϋΰ", "y"), ("φ", "f"), ("χ", "ch"),
    ("ψ", "ps"),
  ]
}
