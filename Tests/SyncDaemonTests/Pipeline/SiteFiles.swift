import SyncDaemon

/// Files of a whole site: articles on the disk, state and documents in memory, so that nothing
/// waits for a disk.
struct SiteFiles: DurableFiles {
  let articles: String
  let memory: MemoryFiles
  private let disk = POSIXFiles()

  init(articles: String, memory: MemoryFiles) {
    self.articles = articles
    self.memory = memory
  }

  func read(_ path: String) throws(FileError) -> [UInt8]? {
    path.hasPrefix(articles + "/") ? try disk.read(path) : try memory.read(path)
  }
  func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    try memory.append(bytes, to: path)
  }
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try memory.write(bytes, to: path)
  }
  func sync(_ path: String) throws(FileError) { try memory.sync(path) }
  func syncAll(in directory: String) throws(FileError) { try memory.syncAll(in: directory) }
  func rename(_ path: String, to target: String) throws(FileError) {
    try memory.rename(path, to: target)
  }
  func truncate(_ path: String, to byteCount: Int) throws(FileError) {
    try memory.truncate(path, to: byteCount)
  }
  func remove(_ path: String) throws(FileError) { try memory.remove(path) }
  func makeDirectory(_ path: String) throws(FileError) { try memory.makeDirectory(path) }
  func list(_ path: String) throws(FileError) -> [String] { try memory.list(path) }
  func setModified(_ path: String, milliseconds: Int64) throws(FileError) {
    try memory.setModified(path, milliseconds: milliseconds)
  }
  func status(_ path: String) throws(FileError) -> FileStatus? { try memory.status(path) }
}

extension MemoryFiles {
  /// Removes a directory with all that is in it.
  func removeTree(_ path: String) throws(FileError) {
    for name in try list(path) { try removeTree(path + "/" + name) }
    try remove(path)
  }

  /// All files below a directory, by path.
  func tree(_ path: String) throws(FileError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try list(path) {
      let below = path + "/" + name
      if let bytes = try read(below) {
        files[below] = bytes
      } else {
        for (path, bytes) in try tree(below) { files[path] = bytes }
      }
    }
    return files
  }
}
