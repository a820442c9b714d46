/// A place in the log of changes, opaque to clients: `EPOCH.NUMBER`.
///
/// The epoch names the log. A log that was lost starts again with another epoch. A client with a
/// cursor of the old log is then told to start over, and misses nothing.
struct ChangeCursor: Hashable, Sendable, CustomStringConvertible {
  let epoch: String
  let number: Int

  init(epoch: String, number: Int) {
    self.epoch = epoch
    self.number = number
  }

  /// Reads a cursor as a client sends it back; nil if it is none.
  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let number = Int(parts[1]), number >= 0 else {
      return nil
    }
    self.init(epoch: String(parts[0]), number: number)
  }

  var description: String { "\(epoch).\(number)" }
}
