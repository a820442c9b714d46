/// An entity tag (RFC 9110 §8.8.3): the name of one exact sequence of bytes.
struct EntityTag: Hashable, Sendable {
  /// The tag with its quotes, without the `W/` of a weak one.
  let opaque: String
  /// Whether it promises equal meaning only, not equal bytes.
  let isWeak: Bool

  init(opaque: String, isWeak: Bool = false) {
    self.opaque = opaque
    self.isWeak = isWeak
  }

  /// Whether both name the same bytes (RFC 9110 §8.8.3.2, strong comparison).
  func matchesStrongly(_ other: EntityTag) -> Bool {
    !isWeak && !other.isWeak && opaque == other.opaque
  }

  /// Whether both name the same content (weak comparison).
  func matchesWeakly(_ other: EntityTag) -> Bool {
    opaque == other.opaque
  }
}
