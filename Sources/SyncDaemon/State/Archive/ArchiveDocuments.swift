/// Where a state store keeps the documents of its archive, by number.
///
/// A document is written once; the bytes of its index are a copy of what it says, and may be lost.
public protocol ArchiveDocuments: Sendable {
  /// Where a document is, as a person is told.
  func place(of number: Int) -> String
  /// The numbers of the documents that are there.
  func numbers() throws(StateError) -> [Int]
  /// The greatest number that any document ever had, as far as can be told; one that was put aside
  /// counts.
  func greatestNumber() throws(StateError) -> Int
  /// The bytes of a document; nil if it is not there.
  func read(_ number: Int) throws(StateError) -> [UInt8]?
  /// The bytes of its index; nil if there are none.
  func readIndex(_ number: Int) throws(StateError) -> [UInt8]?
  /// Writes a document, durable on return, and its index, which need not be.
  func write(_ bytes: [UInt8], index: [UInt8], as number: Int) throws(StateError)
  /// Writes an index anew.
  func writeIndex(_ bytes: [UInt8], as number: Int) throws(StateError)
  /// Removes a document with its index; does nothing if it is not there.
  func remove(_ number: Int) throws(StateError)
  /// Puts a damaged document where it is in nobody's way, for a person to look at; does nothing if
  /// it is not there.
  func setAside(_ number: Int) throws(StateError)
  /// Removes what a crash left behind: what was begun, and what of these numbers nothing names.
  func tidy(_ superseded: Set<Int>) throws(StateError)
}
