import SyncDaemon

/// Files of which each has the same bytes, or none; nothing is ever written.
struct OneFile: DurableFiles {
  /// The end of the paths that have bytes.
  let name: String
  let bytes: [UInt8]

  func read(_ path: String) throws(FileError) -> [UInt8]? { path.hasSuffix(name) ? bytes : nil }
  func list(_ path: String) throws(FileError) -> [String] {
    path.hasSuffix("stories") ? ["quay-1"] : []
  }
  func status(_ path: String) throws(FileError) -> FileStatus? { nil }
  func append(_ bytes: [UInt8], to path: String) throws(FileError) {}
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {}
  func sync(_ path: String) throws(FileError) {}
  func syncAll(in directory: String) throws(FileError) {}
  func rename(_ path: String, to target: String) throws(FileError) {}
  func truncate(_ path: String, to byteCount: Int) throws(FileError) {}
  func remove(_ path: String) throws(FileError) {}
  func makeDirectory(_ path: String) throws(FileError) {}
  func setModified(_ path: String, milliseconds: Int64) throws(FileError) {}
}
