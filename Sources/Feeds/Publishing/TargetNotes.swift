/// One text that a publish target keeps over restarts, such as the log of changes that clients were
/// told.
///
/// A note is durable once a call has returned. What is lost costs clients a repetition, never an
/// entry. Calls block.
public protocol TargetNotes: Sendable {
  /// Its bytes; nil if there are none or if they cannot be read: both begin anew.
  func read() -> [UInt8]?
  /// Its length in bytes; 0 if there are none.
  var byteCount: Int { get }
  /// Adds bytes at its end. After a crash a part of them may be there.
  func append(_ bytes: [UInt8]) throws(TargetNotesError)
  /// Replaces it as a whole: the old bytes or the new ones are there, whatever happens.
  func replace(with bytes: [UInt8]) throws(TargetNotesError)
}
