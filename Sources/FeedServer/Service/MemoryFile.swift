import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of the server's memory over restarts, written durably.
///
/// Calls block.
struct MemoryFile: Sendable {
  private let directory: String
  private let path: String

  /// Makes a file by name; its directory is made when something is written.
  init(directory: String, name: String) {
    self.directory = directory
    path = directory + "/" + name
  }

  /// The bytes; nil if the file is missing or cannot be read. In both cases its contents start
  /// anew.
  func read() -> [UInt8]? {
    // Silence is right: a file that cannot be read is started anew.
    (try? Data(contentsOf: URL(filePath: path))).map { Array($0) }
  }

  /// Its length in bytes; 0 if it is missing.
  var byteCount: Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Adds bytes at its end.
  func append(_ bytes: [UInt8]) throws(FeedServerError) {
    try write(bytes, to: path, flags: O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC)
  }

  /// Replaces it as a whole.
  func replace(with bytes: [UInt8]) throws(FeedServerError) {
    if mkdir(directory, 0o750) != 0, errno != EEXIST {
      throw .unwritable(path: directory, code: errno)
    }
    let temporary = path + ".new"
    try write(bytes, to: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
    guard rename(temporary, path) == 0 else { throw .unwritable(path: path, code: errno) }
  }

  /// A value as one line of JSON.
  static func line(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Silence is right: no value of these types can fail to encode, and the trap would report it.
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("a value of strings and numbers that is no JSON: \(value)")
    }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  private func write(_ bytes: [UInt8], to path: String, flags: Int32) throws(FeedServerError) {
    let file = open(path, flags, 0o640)
    guard file >= 0 else { throw .unwritable(path: path, code: errno) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        unistdWrite(file, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path: path, code: errno) }
      written += count
    }
    guard fsync(file) == 0 else { throw .unwritable(path: path, code: errno) }
  }
}

/// `write(2)`, whose name the methods above would hide.
private func unistdWrite(_ file: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
  guard let from else { return 0 }
  return write(file, from, count)
}
