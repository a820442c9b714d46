import FoundationEssentials

/// Checks absolute web addresses in settings.
enum WebAddressText {
  /// Whether a text is an absolute http or https address without a fragment.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - hasQuery: Whether it may have a query.
  /// - Returns: Whether the text is such an address.
  static func isValid(_ text: String, hasQuery: Bool = false) -> Bool {
    guard let url = URL(string: text), let host = url.host() else { return false }
    return (url.scheme == "http" || url.scheme == "https") && !host.isEmpty
      && url.fragment() == nil && (hasQuery || url.query() == nil)
  }
}
