/// The file operations that state and publication are made of. A protocol, so that tests can make
/// each of them fail.
///
/// Paths are absolute. An operation either does what it says or throws. Bytes of `append` and
/// `write` may be lost in a power cut until `sync` has returned.
public protocol DurableFiles: Sendable {
  /// All bytes of a file, or nil if there is none.
  func read(_ path: String) throws(FileError) -> [UInt8]?
  /// Adds bytes to the end of a file, making it if needed.
  func append(_ bytes: [UInt8], to path: String) throws(FileError)
  /// Makes a file with these bytes, over any older one; not atomic, see `rename`.
  func write(_ bytes: [UInt8], to path: String) throws(FileError)
  /// Returns when the file's bytes are on the disk.
  func sync(_ path: String) throws(FileError)
  /// Returns when everything written to the file system that holds this directory is on the disk.
  func syncAll(in directory: String) throws(FileError)
  /// Puts a file in another one's place, atomically.
  func rename(_ path: String, to target: String) throws(FileError)
  /// Cuts a file to so many bytes.
  func truncate(_ path: String, to byteCount: Int) throws(FileError)
  /// Removes a file; does nothing if there is none.
  func remove(_ path: String) throws(FileError)
  /// Makes a directory and those above it; does nothing if it is there.
  func makeDirectory(_ path: String) throws(FileError)
  /// The names in a directory in byte order, without `.` and `..`; empty if there is no directory.
  func list(_ path: String) throws(FileError) -> [String]
  /// Sets a file's modification time, in milliseconds since 1970.
  func setModified(_ path: String, milliseconds: Int64) throws(FileError)
  /// The size and time of a file, which need no reading; nil if there is no file.
  func status(_ path: String) throws(FileError) -> FileStatus?
}

extension DurableFiles {
  /// Whether a file has exactly these bytes. A file of another length is not read.
  func holds(_ bytes: [UInt8], at path: String) throws(FileError) -> Bool {
    guard try status(path)?.byteCount == bytes.count else { return false }
    return try read(path) == bytes
  }

  /// Replaces a file durably: the old bytes or the new ones are there, also after a power cut.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - bytes: Its bytes, or the first of them.
  ///   - rest: Adds the bytes that follow, part by part.
  /// - Throws: Errors of the file operations.
  func replace(
    _ path: String, with bytes: [UInt8],
    rest: (_ put: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void = { _ in }
  ) throws(FileError) {
    let temporary = path + ".tmp"
    try write(bytes, to: temporary)
    try rest { part throws(FileError) in try append(part, to: temporary) }
    try sync(temporary)
    try rename(temporary, to: path)
    try sync(path.parentDirectory)
  }
}

extension String {
  /// The path of the directory that holds this path.
  var parentDirectory: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// This path followed by a relative one; an absolute one replaces it.
  func appendingPath(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return hasSuffix("/") ? self + path : self + "/" + path
  }
}
