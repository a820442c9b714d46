/// Splits tags that are written as one text.
enum TagList {
  /// Splits a text at its semicolons, or at its commas if it has none.
  ///
  /// References are decoded first: the semicolon of `Arts &amp; Culture` ends no tag.
  static func split(_ text: String) -> [String] {
    let text = MarkupRecognition.plainLine(text)
    let separator: Character = text.contains(";") ? ";" : ","
    return text.split(separator: separator).map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
  }
}
