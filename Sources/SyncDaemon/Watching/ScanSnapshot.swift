/// The files of a scan in compact form: a path stores only what differs from the one before, and
/// each file has one stamp.
///
/// About 40 bytes a file. Built and read in the order of a `DirectoryScan`, never looked up.
struct ScanSnapshot: Sendable {
  /// The size, time and inode of a file, which change when the file does.
  struct Stamp: Equatable, Sendable {
    let byteCount: Int64
    let modified: Int64
    let inode: UInt64

    init(_ file: ScannedFile) {
      byteCount = file.byteCount
      modified = file.modified
      inode = file.inode
    }
  }

  /// A file of the scan.
  struct Item: Sendable {
    let root: String
    let relativePath: FilePath
    let stamp: Stamp

    init(_ file: ScannedFile) {
      self.init(root: file.root, relativePath: file.relativePath, stamp: Stamp(file))
    }

    init(root: String, relativePath: FilePath, stamp: Stamp) {
      self.root = root
      self.relativePath = relativePath
      self.stamp = stamp
    }
  }

  private struct Record {
    /// The bytes that the path shares with the one before, and the bytes of its own that follow.
    let shared: UInt16
    let own: UInt16
    let root: UInt16
    let stamp: Stamp
  }

  private var roots: [String] = []
  private var records: [Record] = []
  private var bytes: [UInt8] = []
  private var last: [UInt8] = []

  /// The number of files.
  var count: Int { records.count }

  /// Adds the next file of the scan.
  mutating func append(_ file: Item) {
    if roots.last != file.root {
      roots.append(file.root)
      last = []
    }
    let path = Array(file.relativePath.text.utf8)
    let shared = zip(last, path).prefix { $0 == $1 }.count
    // Paths are at most PATH_MAX (4,096) bytes, so both counts fit.
    records.append(
      Record(
        shared: UInt16(shared), own: UInt16(path.count - shared), root: UInt16(roots.count - 1),
        stamp: file.stamp))
    bytes.append(contentsOf: path[shared...])
    last = path
  }

  /// Walks the files in order.
  func makeIterator() -> Iterator { Iterator(snapshot: self) }

  /// Iterates over the files in order.
  struct Iterator: IteratorProtocol {
    private let snapshot: ScanSnapshot
    private var index = 0
    private var offset = 0
    private var path: [UInt8] = []

    fileprivate init(snapshot: ScanSnapshot) {
      self.snapshot = snapshot
    }

    mutating func next() -> Item? {
      guard index < snapshot.records.count else { return nil }
      let record = snapshot.records[index]
      let isFirstOfRoot = index == 0 || snapshot.records[index - 1].root != record.root
      path.removeLast(isFirstOfRoot ? path.count : path.count - Int(record.shared))
      path.append(contentsOf: snapshot.bytes[offset..<offset + Int(record.own)])
      index += 1
      offset += Int(record.own)
      return Item(
        root: snapshot.roots[Int(record.root)],
        relativePath: FilePath(String(decoding: path, as: UTF8.self)),
        stamp: record.stamp)
    }
  }
}
