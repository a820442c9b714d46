import FoundationEssentials

/// The name and the secret that sign requests; never written into a log or an error.
public struct BucketCredentials: Hashable, Sendable, CustomStringConvertible,
  CustomDebugStringConvertible, CustomReflectable
{
  /// The access key id.
  let accessKey: String
  /// The secret access key.
  let secret: String
  /// The session token of credentials that hold for a while; nil for others.
  let session: String?

  /// Makes credentials; nil if one part is empty.
  public init?(accessKey: String?, secret: String?, session: String? = nil) {
    guard let accessKey, let secret, !accessKey.isEmpty, !secret.isEmpty else { return nil }
    self.accessKey = accessKey
    self.secret = secret
    self.session = session.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Reads the variables `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`; nil
  /// if the first two are not both set.
  public init?(environment: [String: String]) {
    self.init(
      accessKey: environment["AWS_ACCESS_KEY_ID"], secret: environment["AWS_SECRET_ACCESS_KEY"],
      session: environment["AWS_SESSION_TOKEN"])
  }

  /// Reads the section `default` of a credentials file as AWS's tools write it; nil if it lacks
  /// the key id or the secret.
  public init?(file text: String) {
    var section = "default"
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let line = Self.trimmed(line)
      if line.hasPrefix("[") {
        section = Self.trimmed(line.dropFirst().prefix { $0 != "]" })
      } else if section == "default", !line.hasPrefix("#"), !line.hasPrefix(";"),
        let equals = line.firstIndex(of: "=")
      {
        let key = Self.trimmed(line[..<equals]).lowercased()
        values[key] = Self.trimmed(line[line.index(after: equals)...])
      }
    }
    self.init(
      accessKey: values["aws_access_key_id"], secret: values["aws_secret_access_key"],
      session: values["aws_session_token"])
  }

  /// Words that give nothing away.
  public var description: String { "credentials" }
  /// Words that give nothing away.
  public var debugDescription: String { description }
  /// No children, so that no dump gives anything away.
  public var customMirror: Mirror { Mirror(self, children: []) }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text.drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
