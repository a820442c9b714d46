#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension WatchEvent {
  /// The event, with settled files that no longer exist moved to `removed`.
  ///
  /// A file that was written in a directory that was then renamed has raised its event under the
  /// old path. Files of a missing root are left out: they are not gone, only out of reach.
  ///
  /// - Parameter roots: The roots that are watched.
  /// - Returns: Nil if nothing is left.
  func withoutGoneFiles(roots: [String]) -> WatchEvent? {
    guard case .changed(let settled, let removed) = self else { return self }
    var gone: [FilePath] = []
    let present = settled.filter { path in
      var status = stat()
      if path.withCString({ lstat($0, &status) }) == 0 || (errno != ENOENT && errno != ENOTDIR) {
        return true
      }
      let isRootThere = roots.contains {
        path.text.hasBytePrefix($0 + "/") && FileIdentity(path: $0) != nil
      }
      if isRootThere { gone.append(path) }
      return false
    }
    if gone.isEmpty, present.count == settled.count { return self }
    if present.isEmpty, gone.isEmpty, removed.isEmpty { return nil }
    return .changed(
      settled: present, removed: (removed + gone).sorted())
  }
}
