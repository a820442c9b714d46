/// A place on object storage to which a site is published beside its directory.
public struct BucketSettings: Hashable, Sendable {
  /// The bucket.
  public var bucket: String
  /// The beginning of every key; empty for none.
  public var prefix = ""
  /// The absolute address of the server; nil is that of AWS in the region.
  public var endpoint: String?
  /// The region; nil leaves it to the client.
  public var region: String?
  /// Whether the bucket stands in the path of addresses; nil leaves it to the client.
  public var isPathStyle: Bool?
  /// The file with the credentials, relative to the site or absolute; nil takes the environment's.
  public var credentialsFile: String?

  /// Makes the settings of a bucket of AWS.
  public init(bucket: String) {
    self.bucket = bucket
  }
}
