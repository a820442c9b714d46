import FoundationEssentials

/// The service's answer: any number of `progress` lines, then one `result` or `failure`.
public enum ControlResponse: Hashable, Sendable {
  /// A report of how far the work is.
  case progress(ControlProgress)
  /// The result, as JSON on one line.
  case result(json: [UInt8])
  /// Why nothing came out.
  case failure(ControlFailure)

  /// An answer with a value as its result.
  ///
  /// - Throws: What the value's encoding throws.
  public static func result(_ value: some Encodable) throws -> ControlResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return .result(json: Array(try encoder.encode(value)))
  }

  /// The value of a result.
  ///
  /// - Returns: Nil if this is no result.
  /// - Throws: What the value's decoding throws.
  public func value<Value: Decodable>(_ type: Value.Type) throws -> Value? {
    guard case .result(let json) = self else { return nil }
    return try JSONDecoder().decode(type, from: Data(json))
  }
}

/// A report of how far long work is.
public struct ControlProgress: Hashable, Sendable, Codable {
  /// The stage of the pipeline.
  public var stage: String
  /// The number of articles that are done.
  public var done: Int
  /// The number of all, if that is known.
  public var total: Int?

  /// Makes a report.
  public init(stage: String, done: Int, total: Int? = nil) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// Why a request was not done.
public struct ControlFailure: Error, Hashable, Sendable, Codable {
  /// The exit status that the client's process should have.
  public var exitStatus: Int32
  /// The message: what failed, where, why, and what to do.
  public var message: String

  /// Makes a failure.
  public init(exitStatus: Int32, message: String) {
    self.exitStatus = exitStatus
    self.message = message
  }
}
