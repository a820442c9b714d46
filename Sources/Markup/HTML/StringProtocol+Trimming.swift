extension StringProtocol {
  /// Returns the text without the white space around it.
  func trimmingWhitespace() -> String {
    let front = drop(while: \.isWhitespace)
    guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(front[...last])
  }
}
