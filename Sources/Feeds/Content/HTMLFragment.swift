internal import Markup

/// A piece of HTML in UTF-8, written as a string literal in which every interpolated text is
/// escaped.
///
/// `"<a href=\"\(url)\">\(title)</a>"` is safe whatever `url` and `title` hold; markup goes in by
/// way of another fragment, or of `\(sanitised:)` for HTML that `Markup` has made safe.
struct HTMLFragment: Hashable, Sendable {
  /// The markup so far.
  private(set) var bytes: [UInt8]

  /// Makes an empty piece.
  init() { bytes = [] }

  /// Whether it is empty.
  var isEmpty: Bool { bytes.isEmpty }

  /// Adds another piece at the end.
  static func += (first: inout HTMLFragment, second: HTMLFragment) {
    first.bytes.append(contentsOf: second.bytes)
  }

  /// The two pieces, one after the other.
  static func + (first: HTMLFragment, second: HTMLFragment) -> HTMLFragment {
    var both = first
    both += second
    return both
  }
}

extension HTMLFragment: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { bytes = Array(value.utf8) }

  init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      // A title or an address is about 64 bytes long.
      bytes.reserveCapacity(literalCapacity + 64 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }

    mutating func appendInterpolation(_ text: String) {
      CharacterEscape.append(text, to: &bytes, as: .attribute)
    }

    mutating func appendInterpolation(_ number: Int) {
      bytes.append(contentsOf: String(number).utf8)
    }

    mutating func appendInterpolation(_ fragment: HTMLFragment) {
      bytes.append(contentsOf: fragment.bytes)
    }

    mutating func appendInterpolation(sanitised html: String) {
      bytes.append(contentsOf: html.utf8)
    }
  }
}
