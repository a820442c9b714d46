import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// Makes JSON answers of the service, which must not be cached.
enum JSONAnswer {
  /// Writes a value with sorted keys.
  static func bytes(_ value: some Encodable) -> ByteBuffer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Silence is right: no value of these types can fail to encode, and the trap would report it.
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a value of strings and numbers that is no JSON: \(value)")
    }
    return ByteBuffer(bytes: data)
  }

  /// Makes an answer from a value.
  static func response(
    _ value: some Encodable, status: HTTPResponse.Status = .ok
  ) -> Response {
    response(bytes(value), type: "application/json", status: status)
  }

  /// Makes an answer from bytes.
  static func response(
    _ bytes: ByteBuffer, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status,
      headers: [
        .contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
        .accessControlAllowOrigin: "*",
      ],
      body: ResponseBody(byteBuffer: bytes))
  }
}
