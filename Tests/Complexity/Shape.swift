import TextStages

/// A text that repeats a pattern, in any size.
struct Shape: Sendable {
  let name: String
  private let make: @Sendable (Int) -> String

  /// About this number of bytes of it.
  func bytes(_ count: Int) -> [UInt8] { Array(make(count).utf8) }

  /// One piece again and again.
  static func again(_ piece: String, after opening: String = "") -> Shape {
    Shape(name: label(opening) + label(piece) + "*") { size in
      opening + repeated(piece, size - opening.utf8.count)
    }
  }

  /// One piece again and again, then as much of another.
  static func then(_ first: String, _ second: String) -> Shape {
    Shape(name: label(first) + "*" + label(second) + "*") { size in
      repeated(first, size / 2) + repeated(second, size / 2)
    }
  }

  /// Pieces that are numbered, so that no two are the same.
  static func numbered(_ before: String, _ after: String, opening: String = "") -> Shape {
    Shape(name: label(opening) + label(before) + "N" + label(after) + "*") { size in
      var text = opening
      var number = 0
      while text.utf8.count < size {
        text += before + String(number, radix: 36) + after
        number += 1
      }
      return text
    }
  }

  private static func repeated(_ piece: String, _ size: Int) -> String {
    String(repeating: piece, count: max(1, size / piece.utf8.count))
  }

  /// A label of the piece for a line of a report and the name of a dump.
  private static func label(_ piece: String) -> String {
    piece.unicodeScalars.map { scalar in
      let isPlain = scalar.isASCII && scalar.value > 0x20 && scalar != "|" && scalar.value < 0x7F
      return isPlain ? String(scalar) : scalar == " " ? "␣" : "{\(String(scalar.value, radix: 16))}"
    }.joined()
  }

  /// The shapes for a kind of stage.
  static func all(_ kind: TextStage.Kind) -> [Shape] {
    switch kind {
    case .text: texts
    case .markup: markups
    case .markdown: markdowns
    case .data: datas
    }
  }
}
