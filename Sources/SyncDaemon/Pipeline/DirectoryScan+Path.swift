#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension DirectoryScan {
  /// Looks at one file, or at a directory and all that is below it.
  ///
  /// A plain file costs one look in its directory, however many lie beside it.
  ///
  /// - Parameters:
  ///   - path: An absolute path below one of `roots`.
  ///   - roots: The roots, as `init` takes them.
  ///   - isIgnored: As `init` takes it.
  ///   - visitor: Called for what is found; not called if the path is absent.
  /// - Throws: Errors of the visitor.
  /// - Returns: If the path is absent, the file system of the deepest directory on the way to it.
  static func look<Failure: Error>(
    at path: FilePath, roots: [String], isIgnored: @escaping @Sendable (String) -> Bool,
    _ visitor: Visitor<Failure>
  ) throws(Failure) -> UInt64? {
    guard let directory = roots.first(where: { path.isWithin(FilePath(bytes: $0.utf8)) }),
      !isIgnored(path.text)
    else { return nil }
    let root = FilePath(bytes: directory.utf8)
    let relative = path.relative(to: root)
    let walk = PathWalk(to: relative, below: root)
    switch walk.end {
    case .absent: return walk.device
    case .link(let folder): visitor.finding(.linkToDirectory(folder))
    case .refused(let error):
      visitor.finding(
        walk.folder == nil
          ? .missingRoot(root, code: error.code) : .unreadableFile(path, code: error.code))
    case .present(let status):
      if status.st_mode & S_IFMT == S_IFREG, let relative {
        try visitor.found(ScannedFile(directory, relative, status))
        return nil
      }
      let scan = DirectoryScan(roots: [directory]) { other in
        isIgnored(other)
          || !(FilePath(other).isWithin(path) || path.isWithin(FilePath(other)))
      }
      try scan.forEach(visitor)
    }
    return nil
  }
}
