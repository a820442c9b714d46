import FoundationEssentials

/// Writes a value as one line of JSON, for the notes of publish targets.
public enum NoteLine {
  /// The bytes of a line, with its end. The same value gives the same bytes.
  public static func bytes(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      preconditionFailure("a value of strings and numbers that is no JSON: \(error)")
    }
  }
}
