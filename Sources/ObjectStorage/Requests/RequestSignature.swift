import FoundationEssentials
import NewsModel
import WebClient

/// Signs requests (AWS Signature Version 4), as a function of the request, the date and the
/// credentials.
struct RequestSignature: Sendable {
  /// The parts of a request that are signed.
  struct Request {
    /// The method.
    var method: String
    /// The value of the field `Host`.
    var host: String
    /// The path, percent-coded.
    var path: String
    /// The names and values of the query, not coded.
    var query: [(name: String, value: String)] = []
    /// The header fields beside `Host`.
    var headers: [WebHeader] = []
    /// The digest of the body.
    var payload = ContentDigest("")
  }

  /// The credentials.
  var credentials: BucketCredentials
  /// The region.
  var region: String
  /// The service. That for objects wants the body's digest in a field of its own.
  var service = "s3"

  /// The header fields of a request, signature included.
  func signed(_ request: Request, at date: Date) -> [WebHeader] {
    // RFC 3339 without its marks is ISO 8601's basic form: 20130524T000000Z.
    let moment =
      Timestamp.rfc3339(Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down)))
      .prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    let day = String(moment.prefix(8))
    var headers = request.headers + [WebHeader("x-amz-date", moment)]
    if service == "s3" {
      headers.append(WebHeader("x-amz-content-sha256", request.payload.hex))
    }
    if let session = credentials.session {
      headers.append(WebHeader("x-amz-security-token", session))
    }
    let fields = (headers + [WebHeader("host", request.host)])
      .map { (name: $0.name.lowercased(), value: Self.folded($0.value)) }
      .sorted { $0.name < $1.name }
    let names = fields.map(\.name).joined(separator: ";")
    let canonical = [
      request.method, request.path, Self.text(of: request.query),
      fields.map { "\($0.name):\($0.value)\n" }.joined(), names, request.payload.hex,
    ].joined(separator: "\n")
    let scope = "\(day)/\(region)/\(service)/aws4_request"
    let message = ["AWS4-HMAC-SHA256", moment, scope, ContentDigest(canonical).hex]
      .joined(separator: "\n")
    var key = Array("AWS4\(credentials.secret)".utf8)
    for part in [day, region, service, "aws4_request"] {
      key = ContentDigest(part, key: key).bytes
    }
    headers.append(
      WebHeader(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=\(credentials.accessKey)/\(scope),SignedHeaders=\(names),"
          + "Signature=\(ContentDigest(message, key: key).hex)"))
    return headers
  }

  /// A query as it is signed and sent: coded, sorted by the coded names.
  static func text(of query: [(name: String, value: String)]) -> String {
    query.map { (PercentCoding.coded(value: $0.name), PercentCoding.coded(value: $0.value)) }
      .sorted { $0 < $1 }
      .map { "\($0)=\($1)" }.joined(separator: "&")
  }

  /// A value without spaces around it, and with one space for several.
  private static func folded(_ value: String) -> String {
    value.split(separator: " ").joined(separator: " ")
  }
}
