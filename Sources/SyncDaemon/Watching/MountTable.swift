#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The mounted file systems that matter to some directories, from `/proc/self/mountinfo`, proc(5).
struct MountTable: Equatable {
  /// A mounted file system.
  struct Mount: Equatable {
    /// The number of the mount, new for each mounting.
    let id: Int
    /// The path where it is mounted.
    let point: String
    /// Its type: "ext4", "nfs4", "fuse.sshfs".
    let type: String
  }

  /// The mounts that hold the directories, and those below them.
  let mounts: [Mount]

  /// Reads the table of the kernel.
  ///
  /// - Parameters:
  ///   - text: The lines of the table.
  ///   - directories: Paths without symbolic links.
  init(_ text: String, relevantTo directories: [String]) {
    let all = text.split(separator: "\n").compactMap(Self.mount)
    mounts = all.filter { mount in
      directories.contains { mount.holds($0) || mount.isBelow($0) }
    }
  }

  /// The table of the kernel as it is now; nil where there is none.
  static func currentText() -> String? {
    let opened = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { return nil }
    let descriptor = Descriptor(owning: opened)
    var bytes: [UInt8] = []
    // The kernel returns the table by pages.
    var block = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor.raw, &block, block.count)
      if count <= 0 { return count == 0 ? String(decoding: bytes, as: UTF8.self) : nil }
      bytes.append(contentsOf: block[..<count])
    }
  }

  /// The type of the file system at a path, or of one mounted below it, if it does not tell of
  /// changes made by others: a network file system, or a directory of another machine shared into a
  /// container or a virtual machine. Nil if it tells.
  func remoteType(for directory: String) -> String? {
    let holding = mounts.filter { $0.holds(directory) }
    // If several are mounted on the longest path, the last one is visible.
    let depth = holding.map(\.point.utf8.count).max()
    let top = holding.last { $0.point.utf8.count == depth }
    let below = mounts.filter { $0.isBelow(directory) }
    return (([top].compactMap { $0 }) + below).map(\.type).first(where: Self.isRemote)
  }

  /// Whether a file system can be changed from elsewhere, unseen by this kernel.
  static func isRemote(_ type: String) -> Bool {
    let local: Set<String> = ["fuse.fuse-overlayfs", "fuseblk"]
    if local.contains(type) { return false }
    let remote: Set<String> = [
      "9p", "afs", "beegfs", "ceph", "cifs", "coda", "drvfs", "fuse", "glusterfs", "gpfs", "lustre",
      "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs",
      "vmhgfs",
    ]
    return remote.contains(type) || type.hasPrefix("fuse.")
  }

  /// Reads a line: `36 35 98:0 /root /mnt/point rw,noatime master:1 - ext4 /dev/sda rw`.
  private static func mount(_ line: Substring) -> Mount? {
    let fields = line.split(separator: " ")
    guard fields.count > 6, let id = Int(fields[0]),
      let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
    else { return nil }
    return Mount(id: id, point: unescape(fields[4]), type: String(fields[dash + 1]))
  }

  /// Space, tab, line feed and backslash are written `\040`, `\011`, `\012`, `\134`.
  private static func unescape(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == 0x5C, let value = UInt8(String(Substring(rest.prefix(3))), radix: 8) {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MountTable.Mount {
  func holds(_ directory: String) -> Bool {
    point == "/" || point == directory || directory.hasBytePrefix(point + "/")
  }

  func isBelow(_ directory: String) -> Bool {
    directory == "/" ? point != "/" : point.hasBytePrefix(directory + "/")
  }
}
