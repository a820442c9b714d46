public import FoundationEssentials

/// The standing of a bucket, for `newsfold status`.
public struct BucketStanding: Hashable, Sendable {
  /// The bucket and prefix, `s3://bucket/prefix/`.
  public var name: String
  /// Whether it is as `public/`.
  public var isComplete = false
  /// The number of documents that are still to be uploaded or removed, as far as they are known.
  public var waiting = 0
  /// The number of attempts that have failed in a row.
  public var failures = 0
  /// The time when it was last as `public/`.
  public var lastComplete: Date?
  /// The last problem; nil once a request succeeds.
  public var problem: String?
  /// Whether the server holds to the conditions of a request; nil until it was asked.
  public var honoursConditions: Bool?
  /// Whether the server keeps what is written beside the bytes; nil until it was asked.
  public var keepsMetadata: Bool?
  /// The number of objects below the prefix that newsfold did not write and left there.
  public var foreign = 0

  /// Makes the standing of a bucket that was not asked yet.
  public init(name: String) { self.name = name }
}
