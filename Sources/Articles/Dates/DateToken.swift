/// A piece of a date: a run of digits, a word in lower case, or one other character.
enum DateToken: Equatable {
  case number(String)
  case word(String)
  case mark(Character)

  var isNumber: Bool {
    if case .number = self { return true }
    return false
  }

  /// Takes a text apart; white space parts tokens and is none.
  static func tokens(of text: String) -> [DateToken] {
    var result: [DateToken] = []
    var digits = ""
    var letters = ""
    func flush() {
      if !digits.isEmpty { result.append(.number(digits)) }
      if !letters.isEmpty { result.append(.word(letters)) }
      digits = ""
      letters = ""
    }
    for character in text.lowercased() {
      if let digit = character.wholeNumberValue, (0...9).contains(digit), character.isNumber {
        if !letters.isEmpty { flush() }
        digits += String(digit)
      } else if character.isLetter, !"年月日时時分秒년월일시분초".contains(character) {
        if !digits.isEmpty { flush() }
        letters.append(character)
      } else {
        flush()
        if !character.isWhitespace { result.append(.mark(character == "−" ? "-" : character)) }
      }
    }
    flush()
    return result
  }
}
