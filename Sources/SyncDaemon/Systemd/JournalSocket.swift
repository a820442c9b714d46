#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sends events with their fields to the journal, by its native protocol
/// (systemd.io/JOURNAL_NATIVE_PROTOCOL).
final class JournalSocket: Sendable {
  /// The address of the system's journal.
  static let systemPath = "/run/systemd/journal/socket"

  private let path: String
  private let descriptor: Descriptor

  /// Makes a socket; nil if there is no journal at this address.
  init?(path: String = JournalSocket.systemPath) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return nil }
    // Without a socket events are written where they are written without a journal.
    guard let descriptor = try? UnixSocket.makeDatagram() else { return nil }
    self.descriptor = descriptor
    self.path = path
  }

  /// Sends one event in one datagram. It is not connected, so a journal that was started anew is
  /// found again.
  ///
  /// - Parameter fields: Names in capitals, and values without line ends.
  /// - Returns: Whether the journal has it.
  func send(_ fields: [(name: String, value: String)]) -> Bool {
    let bytes = Array(fields.map { "\($0.name)=\($0.value)\n" }.joined().utf8)
    let sent = UnixSocket.withAddress(path) { address, size in
      sendto(descriptor.raw, bytes, bytes.count, UnixSocket.sendFlags, address, size)
    }
    return sent == bytes.count
  }
}
