import NewsModel

/// The place of a site's documents on a server for object storage: a bucket, and a beginning of
/// keys in it.
public struct BucketLocation: Hashable, Sendable {
  /// The bucket.
  public let bucket: String
  /// The beginning of every key; empty, or with a slash at its end.
  public let prefix: String
  /// The region, which signatures name.
  public let region: String
  /// Whether the bucket stands in the path of an address, rather than in front of its host.
  public let isPathStyle: Bool
  /// The scheme of addresses, `http` or `https`.
  let scheme: String
  /// The host and port of the endpoint; without the port that its scheme has anyway.
  let authority: String
  /// The path of the endpoint, without a slash at its end.
  let path: String

  /// Makes a place.
  ///
  /// - Parameters:
  ///   - bucket: The bucket.
  ///   - prefix: The beginning of keys; a slash is added to its end if it has none.
  ///   - endpoint: The absolute `http` or `https` address of the server; nil is that of AWS.
  ///   - region: The region; nil is `us-east-1`, which servers that have none take.
  ///   - isPathStyle: Whether the bucket stands in the path; nil is yes but for AWS, since a server
  ///     of one's own seldom has a name for each bucket.
  public init(
    bucket: String, prefix: String = "", endpoint: String? = nil, region: String? = nil,
    isPathStyle: Bool? = nil
  ) {
    self.bucket = bucket
    let trimmed = prefix.split(separator: "/").joined(separator: "/")
    self.prefix = trimmed.isEmpty ? "" : trimmed + "/"
    self.region = region ?? "us-east-1"
    let endpoint = endpoint ?? "https://s3.\(self.region).amazonaws.com"
    scheme = endpoint.lowercased().hasPrefix("http://") ? "http" : "https"
    let rest = endpoint.split(separator: "://", maxSplits: 1).last ?? ""
    var host = rest.prefix { $0 != "/" }.lowercased()
    let usual = scheme == "http" ? ":80" : ":443"
    if host.hasSuffix(usual) { host.removeLast(usual.count) }
    authority = host
    let parts = rest.drop { $0 != "/" }.split(separator: "/")
    path = parts.isEmpty ? "" : "/" + parts.joined(separator: "/")
    self.isPathStyle = isPathStyle ?? !host.hasSuffix(".amazonaws.com")
  }

  /// The place as people write it: `s3://bucket/prefix/`.
  public var name: String { "s3://\(bucket)/\(prefix)" }

  /// The value of the field `Host`.
  var host: String { isPathStyle ? authority : "\(bucket).\(authority)" }

  /// The path of an object's address, coded; of the bucket's without a key.
  func path(of key: String = "") -> String {
    path + (isPathStyle ? "/" + PercentCoding.coded(value: bucket) : "") + "/"
      + PercentCoding.coded(value: key, keepsSlash: true)
  }
}
