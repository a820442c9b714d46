#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks at every file below some roots.
///
/// Files come in the byte order of their paths, root by root, so two scans can be compared like two sorted lists.
/// Symbolic links are followed only to files inside the roots. What cannot be read is a finding and stops nothing.
/// Memory goes with the largest directories on one path, not with the number of files.
///
/// Blocks the thread: run it off the cooperative pool when there may be many files.
public struct DirectoryScan: Sendable {
  private let roots: [String]
  private let isIgnored: @Sendable (String) -> Bool

  /// Makes a scan.
  ///
  /// - Parameters:
  ///   - roots: Directories. One inside another is looked at as a part of that one only.
  ///   - isIgnored: Says of the path of a file or directory whether to pass it over, with all that is below it.
  public init(roots: [String], isIgnored: @escaping @Sendable (String) -> Bool = { _ in false }) {
    self.roots = Self.distinct(roots)
    self.isIgnored = isIgnored
  }

  /// Roots without trailing slashes, without doubles, and without those inside another, in the given order.
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

  /// Looks at everything.
  ///
  /// - Parameters:
  ///   - found: Called for each file, in order; what it throws ends the scan.
  ///   - finding: Called for what is not read, in order.
  /// - Throws: Only what `found` throws.
  public func forEach<Failure: Error>(
    _ found: (ScannedFile) throws(Failure) -> Void, finding: (ScanFinding) -> Void
  ) throws(Failure) {
    let resolvedRoots = roots.compactMap(Self.resolve)
    for root in roots {
      let listing: DirectoryListing
      do {
        listing = try DirectoryListing(root, followsLink: true)
      } catch {
        finding(.missingRoot(root, code: error.code))
        continue
      }
      try walk(listing, root: root, resolvedRoots: resolvedRoots, found, finding)
    }
  }

  private func walk<Failure: Error>(
    _ top: DirectoryListing, root: String, resolvedRoots: [String],
    _ found: (ScannedFile) throws(Failure) -> Void, _ finding: (ScanFinding) -> Void
  ) throws(Failure) {
    // A stack of its own: the depth of a tree must not be the depth of the program's stack.
    var levels = [(listing: top, prefix: "", index: 0)]
    while let level = levels.last {
      guard level.index < level.listing.count else {
        levels.removeLast()
        continue
      }
      levels[levels.count - 1].index += 1
      let (name, isDecodable) = level.listing.name(at: level.index)
      let relative = level.prefix + name
      let path = root.appendingPath(relative)
      if isIgnored(path) { continue }
      guard isDecodable else {
        finding(.undecodableName(path))
        continue
      }
      switch level.listing.kind(at: level.index) {
      case .directory:
        do {
          let below = try level.listing.directory(at: level.index)
          levels.append((listing: below, prefix: relative + "/", index: 0))
        } catch {
          if !error.isMissing { finding(.unreadableDirectory(path, code: error.code)) }
        }
      case .file, .link:
        switch examine(level.listing, level.index, path, resolvedRoots) {
        case .success(let status): try found(ScannedFile(root, relative, status))
        case .failure(let problem): if let problem = problem.finding { finding(problem) }
        }
      case .other: finding(.notAFile(path))
      }
    }
  }

  /// Why there is nothing to report as a file; without a finding it has just gone.
  private struct Problem: Error {
    let finding: ScanFinding?
  }

  private func examine(
    _ listing: DirectoryListing, _ index: Int, _ path: String, _ resolvedRoots: [String]
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
      guard let target = Self.resolve(path) else {
        return .failure(Problem(finding: .brokenLink(path)))
      }
      guard resolvedRoots.contains(where: { target.hasBytePrefix($0 == "/" ? $0 : $0 + "/") })
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

extension ScannedFile {
  fileprivate init(_ root: String, _ relativePath: String, _ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      root: root, relativePath: relativePath, byteCount: Int64(status.st_size),
      modified: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec),
      inode: UInt64(status.st_ino))
  }
}

extension DirectoryListing {
  /// The name at an index, and whether it was UTF-8; if not, what cannot be read is replaced.
  func name(at index: Int) -> (String, isDecodable: Bool) {
    withName(at: index) { name in
      name.withMemoryRebound(to: UInt8.self) { bytes in
        if let exact = String(validating: bytes, as: UTF8.self) { return (exact, true) }
        return (String(decoding: bytes, as: UTF8.self), false)
      }
    }
  }

  /// The directory at an index.
  func directory(at index: Int) throws(FileError) -> DirectoryListing {
    let result = withName(at: index) { name -> Result<DirectoryListing, FileError> in
      guard let base = name.baseAddress else {
        return .failure(FileError(operation: "open", path: "", code: ENOENT))
      }
      do throws(FileError) {
        return .success(try DirectoryListing(base, in: self))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
