/// A keeper of what publish targets must know after a restart: a part of the site's state store.
public protocol TargetMemory: Sendable {
  /// The notes of a name, fit to be that of a file; they need not exist.
  func notes(_ name: String) -> any TargetNotes
}
