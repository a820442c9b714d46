/// The differences between a snapshot and a new scan.
struct ScanComparison {
  /// The new snapshot; directories that are hidden now keep what they had in the old one.
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
  ///   - old: The snapshot of the last scan of the same roots.
  ///   - scan: The scan.
  ///   - roots: The roots in the order of the scan.
  init(old: ScanSnapshot, scan: DirectoryScan, roots: [String]) {
    let order = Dictionary(uniqueKeysWithValues: roots.enumerated().map { ($1, $0) })
    var before = old.makeIterator()
    var waiting = before.next()
    var hidden: [FilePath] = []

    /// Handles the files that the old scan had before this one and that the new scan does not have.
    func passOver(until file: ScannedFile?) {
      while let item = waiting, file.map({ item.isEarlier(than: $0, order) }) ?? true {
        let path = FilePath(bytes: item.root.utf8).appending(item.relativePath)
        // Findings come in the order of the scan, so files below a hidden directory come after its
        // finding. Their absence says nothing: they stay known.
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
