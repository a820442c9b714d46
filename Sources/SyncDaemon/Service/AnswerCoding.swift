import FoundationEssentials

/// The form in which answers cross the control socket: as state is written, so that dates keep
/// their milliseconds.
public enum AnswerCoding {
  /// An answer with a value as its result.
  static func result(_ value: some Encodable) throws -> ControlResponse {
    .result(json: Array(try StateCoding.encoder().encode(value)))
  }

  /// The value of an answer.
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
