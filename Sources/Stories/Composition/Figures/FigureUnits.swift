/// Percent and currencies, as words and as signs.
enum FigureUnits {
  /// The unit of a word by its whole hash; nil for others.
  static func unit(_ hash: UInt64) -> String? { units[hash] }

  /// The unit whose sign stands right after a number, and the bytes up to its end.
  static func symbol(after at: Int, in bytes: [UInt8]) -> (unit: String, byteCount: Int)? {
    for (sign, unit) in signs {
      for space in spaces {
        let text = space + Array(sign.utf8)
        if bytes[at...].starts(with: text) { return (unit, text.count) }
      }
    }
    return nil
  }

  /// The unit whose sign stands right before a number, and the bytes from its start.
  static func symbol(before at: Int, in bytes: [UInt8]) -> (unit: String, byteCount: Int)? {
    for (sign, unit) in signs where unit != "%" {
      for space in spaces {
        let text = Array(sign.utf8) + space
        if at >= text.count, bytes[(at - text.count)..<at].elementsEqual(text) {
          return (unit, text.count)
        }
      }
    }
    return nil
  }

  private static let spaces: [[UInt8]] = [[], [0x20], [0xC2, 0xA0]]

  private static let signs: [(sign: String, unit: String)] = [
    ("%", "%"), ("％", "%"), ("$", "$"), ("€", "€"), ("£", "£"), ("¥", "¥"), ("₫", "₫"), ("₹", "₹"),
    ("₽", "₽"), ("₩", "₩"), ("₺", "₺"), ("₴", "₴"),
  ]

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
