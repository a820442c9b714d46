import NewsModel

/// Percent and currencies, as words and as signs.
enum FigureUnits {
  /// The unit of a word by its whole hash; nil for others.
  static func unit(_ hash: UInt64) -> String? { units[hash] }

  /// The unit whose sign stands right after a number, and the bytes up to its end.
  static func symbol(after at: Int, in bytes: [UInt8]) -> (unit: String, byteCount: Int)? {
    var start = at
    while start < bytes.count, isSpace(bytes[start]), start - at < 2 { start += 1 }
    guard start < bytes.count, !(0x30...0x7A).contains(bytes[start]) else { return nil }
    for (sign, unit) in signs where bytes[start...].starts(with: sign) {
      return (unit, start + sign.count - at)
    }
    return nil
  }

  /// The unit whose sign stands right before a number, and the bytes from its start.
  static func symbol(before at: Int, in bytes: [UInt8]) -> (unit: String, byteCount: Int)? {
    var end = at
    while end > 0, isSpace(bytes[end - 1]), at - end < 2 { end -= 1 }
    guard end > 0, !(0x30...0x7A).contains(bytes[end - 1]) else { return nil }
    for (sign, unit) in signs where unit != "%" && end >= sign.count {
      if bytes[(end - sign.count)..<end].elementsEqual(sign) {
        return (unit, at - end + sign.count)
      }
    }
    return nil
  }

  /// A space, or a byte of a no-break space.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0xC2 || byte == 0xA0
  }

  private static let signs: [(sign: [UInt8], unit: String)] = [
    ("%", "%"), ("％", "%"), ("$", "$"), ("€", "€"), ("£", "£"), ("¥", "¥"), ("₫", "₫"), ("₹", "₹"),
    ("₽", "₽"), ("₩", "₩"), ("₺", "₺"), ("₴", "₴"),
  ].map { (Array($0.utf8), $1) }

  private static let units: [UInt64: String] = {
    var table: [UInt64: String] = [:]
    for (words, unit) in names {
      for word in words.split(separator: " ") { table[WordHash.of(String(word))] = unit }
    }
    return table
  }()

  private static let names: [(words: String, unit: String)] = [
    ("percent prozent percento procent процентов процента", "%"),
    ("dollar dollars usd dólares dollari доллар долларов долл đô", "$"),
    ("euro euros eur евро", "€"), ("pounds gbp sterling", "£"), ("yen yuan", "¥"),
    ("đồng vnd vnđ", "₫"), ("rupees", "₹"), ("rubel roubles rubles рублей", "₽"),
  ]
}
