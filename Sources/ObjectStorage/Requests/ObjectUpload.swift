/// An object that is to be stored.
struct ObjectUpload: Hashable, Sendable {
  /// The key, prefix included.
  var key: String
  /// The bytes.
  var bytes: [UInt8]
  /// The value of `Content-Type`.
  var mediaType: String
  /// The value of `Cache-Control`.
  var cacheControl: String
  /// The version that is written beside the bytes.
  var version: ObjectVersion
}

/// The presence of an object, as far as it is known, and the condition that a writer sets by it.
enum ObjectPresence: Hashable, Sendable {
  /// No object has the key.
  case absent
  /// An object with this entity tag has it.
  case tagged(String)
}
