import FoundationEssentials
import NewsModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes to standard output and standard error.
enum Output {
  /// Writes a line to standard output.
  static func say(_ line: String) {
    write(line + "\n", to: STDOUT_FILENO)
  }

  /// Writes a line to standard error.
  static func complain(_ line: String) {
    write("newsfold: " + line + "\n", to: STDERR_FILENO)
  }

  /// Prints a value as JSON on standard output.
  static func json(_ value: some Encodable) throws { say(try jsonText(value)) }

  /// A value as JSON: keys sorted, dates in RFC 3339.
  static func jsonText(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(Timestamp.rfc3339(date))
    }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Whether standard error is a terminal, where progress is shown.
  static var hasTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a text without a line end to standard error, for progress that overwrites itself.
  static func progress(_ text: String) {
    write("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      // The reader of a pipe may have closed it (`newsfold stories | head`): the rest has no
      // reader.
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int {
  guard let base else { return 0 }
  return write(descriptor, base, count)
}
