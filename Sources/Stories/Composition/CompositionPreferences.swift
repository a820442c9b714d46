public import NewsModel

/// The settings of how entries are composed.
public struct CompositionPreferences: Hashable, Sendable {
  /// The absolute address under which `public/` is served, with a slash at its end.
  public var baseURL: String
  /// The language that the site is read in (BCP 47); nil if it has none of its own.
  public var language: String?
  /// The settings of single outlets, by name or by host.
  public var outlets: [String: OutletPreference]
  /// The limit of what an entry may quote of the other sources.
  public var quotation: QuotationLimit

  /// Makes preferences; `baseURL` gets the slash at its end that it lacks.
  public init(
    baseURL: String = "http://127.0.0.1:8080/", language: String? = nil,
    outlets: [String: OutletPreference] = [:], quotation: QuotationLimit = QuotationLimit()
  ) {
    self.language = language
    self.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
    self.quotation = quotation
    self.outlets = [:]
    // In order, so that of two spellings of one outlet the same one wins each time.
    for name in outlets.keys.sorted() { self.outlets[name.lowercased()] = outlets[name] }
  }

  /// The settings of an article's outlet: by its name in any case, else by the host of the
  /// permalink with or without `www.`.
  public func outlet(of article: Article) -> OutletPreference {
    if let named = outlets[article.outlet.lowercased()] { return named }
    guard !outlets.isEmpty, let host = Self.host(of: article.url) else {
      return OutletPreference()
    }
    if let preference = outlets[host] { return preference }
    return host.hasPrefix("www.")
      ? outlets[String(host.dropFirst(4))] ?? OutletPreference() : OutletPreference()
  }

  /// The host of an address, in lower case.
  static func host(of url: String?) -> String? {
    guard let url, let slashes = url.firstRange(of: "://") else { return nil }
    return url[slashes.upperBound...].prefix { !"/?#:".contains($0) }.lowercased()
  }
}
