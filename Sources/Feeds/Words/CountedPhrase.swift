/// A phrase with a number, in the language's forms for one and for more.
public struct CountedPhrase: Hashable, Sendable {
  /// The form for one, with `#` for the number.
  public var one: String
  /// The form for all others, with `#` for the number.
  public var other: String

  /// Makes a phrase; a language with one form for all gives only that.
  public init(_ one: String, _ other: String? = nil) {
    self.one = one
    self.other = other ?? one
  }

  /// The phrase for a number.
  public func callAsFunction(_ number: Int) -> String {
    (number == 1 ? one : other).replacing("#", with: String(number))
  }
}
