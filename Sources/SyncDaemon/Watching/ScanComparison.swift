/// The differences between a snapshot and a new scan.
struct ScanComparison {
  /// The new snapshot, with what hidden places had in the old one.
  private(set) var snapshot = ScanSnapshot()
  /// Files that are new or have another stamp, in order.
  private(set) var changed: [FilePath] = []
  /// Files that were there and are not, in order.
  private(set) var removed: [FilePath] = []
  /// Roots that are not there.
  private(set) var missingRoots: [String] = []
  /// Directories that could not be listed.
  private(set) var unreadable: [FilePath] = []

  /// Scans and compares, like merging two sorted lists.
  ///
  /// - Parameters:
  ///   - old: What the last scan of the same roots found.
  ///   - scan: The scan.
  ///   - roots: The roots in the order of the scan.
  init(old: ScanSnapshot, scan: DirectoryScan, roots: [String]) {
    let order = Dictionary(uniqueKeysWithValues: roots.enumerated().map { ($1, $0) })
    var before = old.makeIterator()
    var waiting = before.next()
    var hidden: [FilePath] = []

    /// Deals with what the old scan had before this file, and this one has not.
    func passOver(until file: ScannedFile?) {
      while let item = waiting, file.map({ item.isEarlier(than: $0, order) }) ?? true {
        let path = FilePath(bytes: item.root.utf8).appending(item.relativePath)
        // A finding comes at its place in the order, so what is below a hidden directory comes
        // after it. Absence there says nothing: what was known of it stays known.
        if hidden.contains(where: { path.isWithin($0) }) {
          snapshot.append(item)
        } else {
          removed.append(path)
        }
        waiting = before.next()
      }
    }

    scan.forEach { file in
      passOver(until: file)
      if let item = waiting, item.root == file.root, item.relativePath == file.relativePath {
        if item.stamp != ScanSnapshot.Stamp(file) { changed.append(file.path) }
        waiting = before.next()
      } else {
        changed.append(file.path)
      }
      snapshot.append(ScanSnapshot.Item(file))
    } finding: { finding in
      if finding.hidesFiles { hidden.append(finding.path) }
      switch finding {
      case .missingRoot(let root, code: _): missingRoots.append(root.text)
      case .unreadableDirectory(let path, code: _): unreadable.append(path)
      default: break
      }
    }
    passOver(until: nil)
  }
}

extension ScanSnapshot.Item {
  /// Whether this comes before a file in the order of a scan.
  fileprivate func isEarlier(than file: ScannedFile, _ order: [String: Int]) -> Bool {
    if root != file.root { return order[root, default: 0] < order[file.root, default: 0] }
    return relativePath < file.relativePath
  }
}
