/// One of the stages that what people write passes through on its way into a feed, from bytes to nothing: what it makes is
/// looked at here, and a trap tells what is wrong with it.
///
/// The fuzzers feed them bytes, the complexity tests shapes.
public struct TextStage: Sendable {
  /// What it is called on the command line.
  public let name: String
  /// What kind of text it is made for.
  public let kind: Kind
  /// Runs it.
  public let run: @Sendable ([UInt8]) -> Void

  /// What kind of text a stage is made for.
  public enum Kind: Sendable {
    case text
    case markup
    case markdown
    case data
  }

  /// The stage of a name.
  public static func named(_ name: String) -> TextStage? { all.first { $0.name == name } }

  /// All stages.
  public static let all: [TextStage] = readers + markup + composition
}
