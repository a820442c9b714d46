import FoundationEssentials

/// Encodes and decodes answers for the control socket, in the form of the state, so that dates keep
/// their milliseconds.
public enum AnswerCoding {
  /// Makes a result from a value.
  static func result(_ value: some Encodable) throws -> ControlResponse {
    .result(json: Array(try StateCoding.encoder().encode(value)))
  }

  /// Decodes the value of an answer.
  ///
  /// - Throws: `ControlFailure` if the service refused, `ControlError` if the answer cannot be
  ///   read.
  public static func value<Value: Decodable>(
    _ type: Value.Type, of response: ControlResponse
  ) throws -> Value {
    switch response {
    case .result(let json): return try StateCoding.decoder().decode(type, from: Data(json))
    case .failure(let failure): throw failure
    case .progress: throw ControlError.unreadableAnswer
    }
  }
}
