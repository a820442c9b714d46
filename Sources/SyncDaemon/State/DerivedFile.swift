/// A place for bytes that are made of the state and can be made again: nobody loses anything with
/// them.
public protocol DerivedFile: Sendable {
  /// Its bytes; nil if there are none, or if they cannot be read.
  func read() -> [UInt8]?
  /// Puts other bytes in their place, all or nothing, and not for longer than the power lasts.
  func replace(with bytes: [UInt8]) throws(FileError)
}
