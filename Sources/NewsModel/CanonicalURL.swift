/// One spelling for all addresses of one article, and the address to link to.
public enum CanonicalURL {
  /// The spelling that identifies the article. It is compared and stored, never linked to.
  ///
  /// `https`; no `www`, mobile or AMP host label; no port 80 or 443; no AMP cache around it; no
  /// `/amp`, `.amp` or `index.html` at the end; no trailing slash; no tracking or AMP parameters,
  /// the others in byte order; no fragment but a `#!` route. Idempotent: `identity(identity(x)) ==
  /// identity(x)`.
  ///
  /// - Returns: That spelling; nil if the text is no http or https address, or if it is the address
  ///   of a whole site (no path and no query), which names no article.
  public static func identity(_ text: String) -> String? {
    guard var address = WebAddress(text) else { return nil }
    // Each pass removes at least one layer or ends; an address has at most 8,192 bytes of layers.
    while true {
      let next = pass(address)
      if next == address { break }
      address = next
    }
    guard address.path != "/" || address.query != nil || address.fragment != nil else {
      return nil
    }
    return address.description
  }

  /// The address to show and link: as stated, without tracking parameters and text fragments.
  ///
  /// - Returns: It in one spelling; nil if the text is no http or https address.
  public static func cleaned(_ text: String) -> String? {
    guard var address = WebAddress(text) else { return nil }
    address.query = address.query.flatMap { query in
      let kept = parameters(query).filter { !TrackingParameters.contains(name(of: $0)) }
      return kept.isEmpty ? nil : kept.joined(separator: "&")
    }
    if let fragment = address.fragment, isTracking(fragment: fragment) { address.fragment = nil }
    return address.description
  }

  private static func isTracking(fragment: String) -> Bool {
    fragment.isEmpty || fragment.hasPrefix(":~:") || fragment.hasPrefix("xtor=")
      || fragment.hasPrefix("utm_") || fragment.hasPrefix("Echobox=")
  }

  private static func pass(_ address: WebAddress) -> WebAddress {
    if let inner = insideCache(address) { return inner }
    var result = address
    result.isSecure = true
    if result.port == 80 || result.port == 443 { result.port = nil }
    result.host = withoutVariant(host: address.host)
    result.path = withoutVariant(path: PercentCoding.decodingUnreserved(address.path))
    result.query = address.query.flatMap { identifying(query: $0) }
    if address.fragment?.hasPrefix("!") != true { result.fragment = nil }
    // Decoding `%2E` may have made a dot segment: the constructor removes it.
    return WebAddress(result.description) ?? result
  }

  /// The article's own address from within the AMP caches of Google (`/amp/s/HOST/…`,
  /// `/c/s/HOST/…`).
  private static func insideCache(_ address: WebAddress) -> WebAddress? {
    let isCache = address.host.hasSuffix(".ampproject.org")
    let isGoogle = address.host.hasPrefix("www.google.") || address.host.hasPrefix("google.")
    guard isCache || isGoogle else { return nil }
    var segments = address.path.split(separator: "/")[...]
    guard let kind = segments.popFirst(), isCache ? kind.count == 1 : kind == "amp" else {
      return nil
    }
    if segments.first == "s" { segments.removeFirst() }
    guard let host = segments.first, host.contains("."), segments.count > 1 else { return nil }
    var text = "https://" + segments.joined(separator: "/")
    if let query = address.query { text += "?" + query }
    return WebAddress(text)
  }

  /// Removes `www`, mobile and AMP labels, also inner ones (`en.m.example.org`), but never a label
  /// of the registered name.
  private static func withoutVariant(host: String) -> String {
    var labels = host.split(separator: ".").map(String.init)
    guard labels.last?.allSatisfy(\.isNumber) == false, !host.hasPrefix("[") else { return host }
    // `example.co.uk`: a short label before a country's code belongs to the registry.
    let hasSecondLevel =
      labels.count > 2 && labels[labels.count - 1].count == 2
      && labels[labels.count - 2].count <= 3
    let own = hasSecondLevel ? 3 : 2
    guard labels.count > own else { return host }
    let variants: Set = ["www", "m", "mobile", "amp", "wap", "touch"]
    let front = labels[..<(labels.count - own)].filter { !variants.contains($0) }
    labels = front + labels.suffix(own)
    return labels.joined(separator: ".")
  }

  private static func withoutVariant(path: String) -> String {
    var segments = path.split(separator: "/").map(String.init)
    if segments.count > 1, segments.first?.lowercased() == "amp" { segments.removeFirst() }
    guard let last = segments.last else { return "/" }
    let lower = last.lowercased()
    if segments.count > 1, lower == "amp" || lower == "amp.html" {
      segments.removeLast()
    } else if ["index.html", "index.htm", "index.php", "index.shtml"].contains(lower) {
      segments.removeLast()
    } else if lower.hasSuffix(".amp.html") {
      segments[segments.count - 1] = last.dropLast(9) + ".html"
    } else if lower.hasSuffix(".amp"), lower.count > 4 {
      segments[segments.count - 1] = String(last.dropLast(4))
    }
    return "/" + segments.joined(separator: "/")
  }

  private static func identifying(query: String) -> String? {
    var kept: [String] = []
    for parameter in parameters(PercentCoding.decodingUnreserved(query)) {
      let name = name(of: parameter).lowercased()
      let isVariant =
        name == "amp" || parameter == "outputType=amp" || parameter == "output=amp"
        || parameter == "m=1"
      guard !isVariant, !TrackingParameters.contains(name) else { continue }
      kept.append(parameter.replacing("%20", with: "+"))
    }
    kept.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return kept.isEmpty ? nil : kept.joined(separator: "&")
  }

  private static func parameters(_ query: String) -> [String] {
    query.split(separator: "&").map(String.init)
  }

  private static func name(of parameter: String) -> Substring {
    parameter.prefix { $0 != "=" }
  }
}
