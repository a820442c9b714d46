/// The archive documents of a state store, by number.
///
/// A document is written once. Its index is made from it and may be lost.
public protocol ArchiveDocuments: Sendable {
  /// The place of a document, for messages.
  func place(of number: Int) -> String
  /// The numbers of the existing documents.
  func numbers() throws(StateError) -> [Int]
  /// The greatest number that any document ever had, as far as is known; documents that were set
  /// aside count.
  func greatestNumber() throws(StateError) -> Int
  /// The bytes of a document; nil if it is not there.
  func read(_ number: Int) throws(StateError) -> [UInt8]?
  /// The bytes of its index; nil if there are none.
  func readIndex(_ number: Int) throws(StateError) -> [UInt8]?
  /// Writes a document, durable on return, and its index, which need not be.
  func write(_ bytes: [UInt8], index: [UInt8], as number: Int) throws(StateError)
  /// Writes an index again.
  func writeIndex(_ bytes: [UInt8], as number: Int) throws(StateError)
  /// Removes a document with its index; does nothing if it is not there.
  func remove(_ number: Int) throws(StateError)
  /// Moves a damaged document aside for a person to look at; does nothing if it is not there.
  func setAside(_ number: Int) throws(StateError)
  /// Removes what a crash left behind: temporary files, and those of the given documents that
  /// nothing names.
  func tidy(_ superseded: Set<Int>) throws(StateError)
}
