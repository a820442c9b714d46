#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads article files: only those that lie in the articles directories, and never more than
/// `largestFile` bytes.
///
/// Anything can happen to a name between a scan and the read. A symbolic link is followed only to a
/// file inside. A pipe is not waited for. A file that was renamed meanwhile is found again by its
/// number in the file system.
struct ArticleFileReader: Sendable {
  /// The bytes of a file, with its size and time just before it was read.
  struct Contents: Equatable {
    let bytes: [UInt8]
    let byteCount: Int64
    let modified: Int64
  }

  /// The articles directories.
  private let roots: [FilePath]
  /// The most bytes that a file may have.
  let largestFile: Int
  /// Whether to stop; asked after each part of a file.
  var isStopping: @Sendable () -> Bool = { false }

  /// The bytes that are read between two calls of `isStopping`: a tenth of a second at 10 MB/s, the
  /// speed of a slow network disk.
  private static let part = 1 << 20
  /// The number of looks for a file that is renamed again and again. A look takes some 0.1 ms for a
  /// hundred names, so a file would have to be renamed thousands of times a second to escape all of
  /// them.
  private static let looks = 20

  init(roots: [String], largestFile: Int, isStopping: @escaping @Sendable () -> Bool = { false }) {
    self.roots = roots.map { FilePath(bytes: $0.utf8) }
    self.largestFile = largestFile
    self.isStopping = isStopping
  }

  /// Reads a file that a scan found.
  ///
  /// - Returns: Its bytes; nil if it is gone.
  /// - Throws: `ArticleFileError`.
  func read(_ file: ScannedFile) throws(ArticleFileError) -> Contents? {
    let path = file.path
    guard let root = root(of: path), let relative = path.relative(to: root) else { return nil }
    if let opened = try open(relative, below: root) { return try contents(of: opened, path) }
    guard file.inode != 0 else { return nil }
    for _ in 0..<Self.looks {
      if isStopping() { throw .interrupted }
      guard let moved = Self.name(of: file.inode, in: relative, below: root),
        let opened = try open(moved, below: root)
      else { continue }
      // Another file may have taken the name since.
      guard UInt64(opened.status.st_ino) == file.inode else { continue }
      return try contents(of: opened, path)
    }
    return nil
  }

  /// The root that a path is below; of two, the one given first.
  private func root(of path: FilePath) -> FilePath? {
    roots.first { path.relative(to: $0) != nil }
  }

  private func open(
    _ relative: FilePath, below root: FilePath
  ) throws(ArticleFileError) -> (file: Descriptor, status: stat)? {
    let path = root.appending(relative)
    let walk = PathWalk(to: relative, below: root)
    switch walk.end {
    case .absent: return nil
    case .link(let folder): throw .leadsOut(folder)
    case .refused(let error):
      if error.isMissing { return nil }
      throw ArticleFileError(error, path)
    case .present(let status) where status.st_mode & S_IFMT == S_IFLNK:
      return try openTarget(of: path)
    case .present:
      do { return try walk.openFile() } catch { throw ArticleFileError(error, path) }
    }
  }

  /// Opens the file that a symbolic link leads to, if that lies in one of the articles directories.
  private func openTarget(
    of path: FilePath
  ) throws(ArticleFileError) -> (file: Descriptor, status: stat)? {
    guard let target = path.resolved else { return nil }
    for root in roots.compactMap(\.resolved) {
      guard let relative = target.relative(to: root) else { continue }
      // No link was on the way; one that appears now is not followed.
      do { return try PathWalk(to: relative, below: root).openFile() } catch {
        throw ArticleFileError(error, path)
      }
    }
    throw .leadsOut(path)
  }

  private func contents(
    of opened: (file: Descriptor, status: stat), _ path: FilePath
  ) throws(ArticleFileError) -> Contents {
    let byteCount = Int64(opened.status.st_size)
    guard byteCount <= Int64(largestFile) else {
      throw .tooLarge(path, byteCount: byteCount, limit: largestFile)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(byteCount) + 1)
    // One byte more than the file should have: a read that returns nothing then shows its end.
    var part = [UInt8](repeating: 0, count: min(Int(byteCount) + 1, Self.part))
    while true {
      if isStopping() { throw .interrupted }
      let count = systemRead(opened.file.raw, &part)
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw .refused(FileError(operation: "read", path: path.text, code: errno))
      }
      if count == 0 { break }
      bytes += part[..<count]
      // A file that grows while it is read must not be read for ever.
      guard bytes.count <= largestFile else {
        throw .tooLarge(path, byteCount: Int64(bytes.count), limit: largestFile)
      }
    }
    return Contents(
      bytes: bytes, byteCount: byteCount, modified: ScannedFile.modified(opened.status))
  }

  /// The present name of the file with this number, in the same folder.
  private static func name(
    of inode: UInt64, in relative: FilePath, below root: FilePath
  ) -> FilePath? {
    let walk = PathWalk(to: relative, below: root)
    guard walk.isInFolder, let folder = walk.folder,
      // Silence is right: a folder that cannot be listed gives no name.
      let listing = try? DirectoryListing(".", in: folder.raw, isSorted: false),
      let index = (0..<listing.count).first(where: { listing.inode(at: $0) == inode })
    else { return nil }
    let name = listing.name(at: index)
    return relative.text.utf8.contains(UInt8(ascii: "/")) ? relative.parent.appending(name) : name
  }
}

extension FilePath {
  /// The path without symbolic links; nil if it leads nowhere.
  var resolved: FilePath? {
    withCString { path in
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return FilePath(bytes: UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
    }
  }
}

// The method above hides the C function of the same name.
private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
}
