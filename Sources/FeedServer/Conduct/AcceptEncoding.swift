/// The coding of a document that a request prefers (RFC 9110 §12.5.3).
struct AcceptEncoding: Equatable, Sendable {
  /// The quality of gzip in thousandths; 0 if it must not be sent.
  private(set) var gzip = 0
  /// The quality of no coding in thousandths; 0 if it must not be sent.
  private(set) var identity = 1000

  /// Without the field any coding is allowed, but clients that cannot decode do not say so; so they
  /// get identity.
  init(_ value: String?) {
    guard let value else { return }
    var star: Int?
    var statedGzip: Int?
    var statedIdentity: Int?
    for element in value.split(separator: ",") {
      let parts = element.split(separator: ";")
      guard let name = parts.first.map({ String($0).trimmingSpaces().lowercased() }) else {
        continue
      }
      let quality = parts.dropFirst().lazy.compactMap(AcceptEncoding.quality).first ?? 1000
      switch name {
      case "gzip", "x-gzip": statedGzip = max(statedGzip ?? 0, quality)
      case "identity": statedIdentity = quality
      case "*": star = quality
      default: break
      }
    }
    gzip = statedGzip ?? star ?? 0
    // §12.5.3: identity is acceptable unless excluded by name, or by "*;q=0" without its own name;
    // where it is not named, any coding that is comes before it.
    identity = statedIdentity ?? (star == 0 ? 0 : 1)
  }

  /// Whether gzip is to be sent. If nothing fits it is identity, not 406, which no reader expects.
  var prefersGzip: Bool { gzip > 0 && gzip >= identity }

  /// Reads `q=0.5` as 500; nil for another parameter.
  private static func quality(_ parameter: Substring) -> Int? {
    let text = String(parameter).trimmingSpaces().lowercased()
    guard text.hasPrefix("q=") else { return nil }
    guard let value = Double(text.dropFirst(2)), (0...1).contains(value) else { return 0 }
    return Int((value * 1000).rounded())
  }
}
