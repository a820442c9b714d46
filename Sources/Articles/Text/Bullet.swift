/// List items of plain text.
enum Bullet {
  /// The text after `- `, `* `, `• ` and their like; nil if the line is no item.
  static func text(of line: String) -> String? {
    guard let first = line.first, "-*•·–—▪●‣►■◦".contains(first) else { return nil }
    let rest = line.dropFirst()
    guard rest.first == " " || "•▪●‣►■◦".contains(first) else { return nil }
    let text = rest.trimmingWhitespace()
    return text.isEmpty ? nil : text
  }
}
