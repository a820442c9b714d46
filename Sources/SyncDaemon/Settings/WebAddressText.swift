import FoundationEssentials

/// The absolute web addresses that settings take.
enum WebAddressText {
  /// Whether a text is an absolute http or https address without a fragment.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - hasQuery: Whether it may have a query.
  /// - Returns: Whether it is one.
  static func isValid(_ text: String, hasQuery: Bool = false) -> Bool {
    guard let url = URL(string: text), let host = url.host() else { return false }
    return (url.scheme == "http" || url.scheme == "https") && !host.isEmpty
      && url.fragment() == nil && (hasQuery || url.query() == nil)
  }
}
