/// An object as a server describes it.
struct StoredObject: Hashable, Sendable {
  /// The entity tag, with its quotes; nil if the server gives none.
  var tag: String?
  /// The number of bytes; nil if it is not said.
  var size: Int?
  /// The digest of the bytes that newsfold wrote with them; nil if it did not, or the server has
  /// not kept it.
  var digest: String?
  /// The version that newsfold wrote with them.
  var version: ObjectVersion?
}

/// The age of an object's bytes: who led the site, and at which publication.
struct ObjectVersion: Hashable, Comparable, Sendable {
  /// The number of the leadership; 0 where there is one machine.
  var epoch: Int
  /// The number of the publication.
  var sequence: Int

  static func < (one: ObjectVersion, other: ObjectVersion) -> Bool {
    (one.epoch, one.sequence) < (other.epoch, other.sequence)
  }
}
