import FoundationEssentials

/// An answer of the service: any number of `progress` lines, then one `result` or `failure`.
public enum ControlResponse: Hashable, Sendable {
  /// The progress of the work so far.
  case progress(ControlProgress)
  /// The result, as JSON on one line.
  case result(json: [UInt8])
  /// The reason why there is no result.
  case failure(ControlFailure)

  /// Makes a result from a value.
  ///
  /// - Throws: Errors of the value's encoding.
  public static func result(_ value: some Encodable) throws -> ControlResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return .result(json: Array(try encoder.encode(value)))
  }

  /// Decodes the value of a result.
  ///
  /// - Returns: Nil if this is no result.
  /// - Throws: Errors of the value's decoding.
  public func value<Value: Decodable>(_ type: Value.Type) throws -> Value? {
    guard case .result(let json) = self else { return nil }
    return try JSONDecoder().decode(type, from: Data(json))
  }
}

/// The progress of long work.
public struct ControlProgress: Hashable, Sendable, Codable {
  /// The stage of the pipeline.
  public var stage: String
  /// The number of articles that are done.
  public var done: Int
  /// The number of all articles, if it is known.
  public var total: Int?

  /// Makes a report.
  public init(stage: String, done: Int, total: Int? = nil) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}

/// The reason why a request was not carried out.
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
