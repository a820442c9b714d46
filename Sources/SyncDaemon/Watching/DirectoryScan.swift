#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks at every file below some roots.
///
/// Files come in the byte order of their paths, root by root, so two scans can be compared like two
/// sorted lists. Symbolic links are followed only to files inside the roots. Something that cannot
/// be read is reported as a finding and stops nothing. The memory needed depends on the largest
/// directories along one path, not on the number of files.
///
/// It blocks the thread: run it outside the cooperative pool if there may be many files.
public struct DirectoryScan: Sendable {
  private let roots: [String]
  private let isIgnored: @Sendable (String) -> Bool

  /// Makes a scan.
  ///
  /// - Parameters:
  ///   - roots: Directories. One inside another is looked at as a part of that one only.
  ///   - isIgnored: Says of the path of a file or directory whether to pass it over, with all that
  ///     is below it.
  public init(roots: [String], isIgnored: @escaping @Sendable (String) -> Bool = { _ in false }) {
    self.roots = Self.distinct(roots)
    self.isIgnored = isIgnored
  }

  /// The roots without trailing slashes, duplicates and those inside another, in the given order.
  static func distinct(_ roots: [String]) -> [String] {
    let plain = roots.map { root in
      var path = root
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      return path
    }
    var kept: [String] = []
    for root in plain where !kept.contains(root) {
      let isInside = plain.contains { $0 != root && root.hasBytePrefix($0 == "/" ? $0 : $0 + "/") }
      if !isInside { kept.append(root) }
    }
    return kept
  }

  /// The closures that a scan calls for what it finds.
  struct Visitor<Failure: Error> {
    /// Called for each file, in order; an error ends the scan.
    let found: (ScannedFile) throws(Failure) -> Void
    /// Called for everything that is not read, in order.
    let finding: (ScanFinding) -> Void
    /// Called for each directory before its contents; an error ends the scan.
    var entered: (ScannedDirectory) throws(Failure) -> Void = { _ in }
    /// Called for a name that was listed but gone when it was looked at.
    var lost: () -> Void = {}
  }

  /// Looks at everything.
  ///
  /// - Parameters:
  ///   - found: Called for each file, in order; an error ends the scan.
  ///   - finding: Called for everything that is not read, in order.
  /// - Throws: Only what `found` throws.
  public func forEach<Failure: Error>(
    _ found: (ScannedFile) throws(Failure) -> Void, finding: (ScanFinding) -> Void
  ) throws(Failure) {
    // The closures are used by this call only.
    try withoutActuallyEscaping(found) { found throws(Failure) in
      try withoutActuallyEscaping(finding) { finding throws(Failure) in
        try forEach(Visitor(found: found, finding: finding))
      }
    }
  }

  /// Looks at everything, and calls the visitor for directories as well.
  ///
  /// - Throws: Errors of the visitor.
  func forEach<Failure: Error>(_ visitor: Visitor<Failure>) throws(Failure) {
    for root in roots { try walk(root: root, from: nil, visitor) { _ in true } }
  }

  /// Looks at everything in and below one directory.
  ///
  /// - Parameters:
  ///   - root: The root.
  ///   - relative: The directory's path below it; nil for the root itself.
  ///   - visitor: Called for what is found.
  ///   - enters: Called before a directory below is entered; false skips it.
  /// - Throws: Errors of the visitor.
  func walk<Failure: Error>(
    root: String, from relative: FilePath?, _ visitor: Visitor<Failure>,
    enters: (FilePath) -> Bool
  ) throws(Failure) {
    let rootPath = FilePath(bytes: root.utf8)
    let top: DirectoryListing
    do {
      if let relative {
        let walk = PathWalk(to: relative.appending("."), below: rootPath)
        guard walk.isInFolder, let folder = walk.folder else { return }
        top = try DirectoryListing(".", in: folder.raw)
      } else {
        top = try DirectoryListing(rootPath.cString, followsLink: true)
      }
    } catch {
      visitor.finding(
        relative.map { .unreadableDirectory(rootPath.appending($0), code: error.code) }
          ?? .missingRoot(rootPath, code: error.code))
      return
    }
    try visitor.entered(ScannedDirectory(top, root: root, relativePath: relative))
    let resolvedRoots = roots.compactMap { FilePath(bytes: $0.utf8).resolved }
    // An explicit stack: a deep tree must not overflow the stack of the program.
    var levels = [(listing: top, prefix: relative, index: 0)]
    while let level = levels.last {
      guard level.index < level.listing.count else {
        levels.removeLast()
        continue
      }
      levels[levels.count - 1].index += 1
      let name = level.listing.name(at: level.index)
      let relative = level.prefix?.appending(name) ?? name
      let path = rootPath.appending(relative)
      if isIgnored(path.text) { continue }
      switch level.listing.kind(at: level.index) {
      case .directory:
        guard enters(relative) else { continue }
        do {
          let below = try level.listing.directory(at: level.index)
          levels.append((listing: below, prefix: relative, index: 0))
        } catch {
          if error.isMissing {
            visitor.lost()
          } else {
            visitor.finding(.unreadableDirectory(path, code: error.code))
          }
          continue
        }
        if let below = levels.last?.listing {
          try visitor.entered(ScannedDirectory(below, root: root, relativePath: relative))
        }
      case .file, .link:
        switch examine(level.listing, level.index, path, resolvedRoots) {
        case .success(let status): try visitor.found(ScannedFile(root, relative, status))
        case .failure(let problem):
          if let finding = problem.finding { visitor.finding(finding) } else { visitor.lost() }
        }
      case .other: visitor.finding(.notAFile(path))
      }
    }
  }

  /// The reason why a name is no readable file; without a finding it has just gone.
  private struct Problem: Error {
    let finding: ScanFinding?
  }

  private func examine(
    _ listing: DirectoryListing, _ index: Int, _ path: FilePath, _ resolvedRoots: [FilePath]
  ) -> Result<stat, Problem> {
    let isLink = listing.kind(at: index) == .link
    var status = stat()
    let result = listing.withName(at: index) { name -> Int32 in
      guard let base = name.baseAddress else { return -1 }
      return fstatat(listing.descriptor, base, &status, isLink ? 0 : AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0 else {
      let code = errno
      if isLink { return .failure(Problem(finding: .brokenLink(path))) }
      return .failure(
        Problem(finding: code == ENOENT ? nil : .unreadableFile(path, code: code)))
    }
    if isLink, status.st_mode & S_IFMT == S_IFDIR {
      return .failure(Problem(finding: .linkToDirectory(path)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .failure(Problem(finding: .notAFile(path)))
    }
    if isLink {
      guard let target = path.resolved else {
        return .failure(Problem(finding: .brokenLink(path)))
      }
      guard resolvedRoots.contains(where: { target.relative(to: $0) != nil })
      else { return .failure(Problem(finding: .linkLeadsOut(path))) }
    }
    return .success(status)
  }

  /// The path without symbolic links; nil if it leads nowhere.
  static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

extension DirectoryListing {
  /// The name at an index.
  func name(at index: Int) -> FilePath {
    withName(at: index) { name in
      name.withMemoryRebound(to: UInt8.self) { FilePath(bytes: $0) }
    }
  }

  /// The directory at an index.
  func directory(at index: Int) throws(FileError) -> DirectoryListing {
    let result = withName(at: index) { name -> Result<DirectoryListing, FileError> in
      guard let base = name.baseAddress else {
        return .failure(FileError(operation: "open", path: "", code: ENOENT))
      }
      do throws(FileError) {
        return .success(try DirectoryListing(base, in: descriptor))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
