/// A stage that a text passes through on its way into a feed, as a function of bytes. Its result is
/// checked, and a fault traps.
///
/// The fuzzers feed them bytes, the complexity tests shapes.
public struct TextStage: Sendable {
  /// Its name on the command line.
  public let name: String
  /// The kind of text that it is made for.
  public let kind: Kind
  /// Runs it.
  public let run: @Sendable ([UInt8]) -> Void

  /// A kind of text that stages are made for.
  public enum Kind: Sendable {
    case text
    case markup
    case markdown
    case data
  }

  /// The stage of a name.
  public static func named(_ name: String) -> TextStage? { all.first { $0.name == name } }

  /// All stages.
  public static let all: [TextStage] = readers + formats + markup + composition
}
