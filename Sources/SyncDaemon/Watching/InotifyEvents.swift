#if os(Linux)
  import Glibc

  /// An event of the kernel, inotify(7).
  struct InotifyEvent {
    let watch: Int32
    let mask: UInt32
    let cookie: UInt32
    /// The name in the watched directory, or nil if the event is about the directory itself.
    let name: FilePath?

    func has(_ bits: Int32) -> Bool {
      mask & UInt32(bitPattern: bits) != 0
    }
  }

  /// The kernel's queue of events, read in blocks.
  struct InotifyQueue {
    /// All events that can change the result of a scan, so not IN_OPEN and IN_ACCESS.
    static let mask: UInt32 = [
      IN_CREATE, IN_MODIFY, IN_CLOSE_WRITE, IN_ATTRIB, IN_DELETE, IN_MOVED_FROM, IN_MOVED_TO,
      IN_DELETE_SELF, IN_MOVE_SELF,
    ].reduce(0) { $0 | UInt32(bitPattern: $1) }

    let descriptor: Descriptor
    // Some 8,000 records of 32 bytes: half of the default queue of 16,384 in one call.
    private var buffer = [UInt8](repeating: 0, count: 256 * 1024)

    init() throws(FileError) {
      let raw = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard raw >= 0 else { throw FileError(operation: "start inotify", path: "", code: errno) }
      descriptor = Descriptor(owning: raw)
    }

    /// Watches a directory.
    ///
    /// - Returns: The number of the watch; a directory that is watched already keeps its number.
    func watch(_ path: FilePath, followsLink: Bool) throws(FileError) -> Int32 {
      let link = followsLink ? 0 : UInt32(bitPattern: IN_DONT_FOLLOW)
      let flags = UInt32(bitPattern: IN_ONLYDIR) | UInt32(bitPattern: IN_EXCL_UNLINK) | link
      let watch = path.withCString { inotify_add_watch(descriptor.raw, $0, Self.mask | flags) }
      guard watch >= 0 else { throw FileError(operation: "watch", path: path.text, code: errno) }
      return watch
    }

    /// Ends a watch; the kernel confirms with IN_IGNORED.
    func unwatch(_ watch: Int32) {
      _ = inotify_rm_watch(descriptor.raw, watch)
    }

    /// Events that have come since the last call; empty when there is nothing more.
    mutating func read() -> [InotifyEvent] {
      let count = buffer.withUnsafeMutableBytes {
        Glibc.read(descriptor.raw, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return [] }
      return buffer.withUnsafeBytes { Self.parse(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    /// Reads records: watch, mask, cookie, length of the name, and the name padded with zeros.
    static func parse(_ bytes: UnsafeRawBufferPointer) -> [InotifyEvent] {
      let header = MemoryLayout<inotify_event>.size
      var events: [InotifyEvent] = []
      var offset = 0
      while offset + header <= bytes.count {
        let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
        guard offset + header + length <= bytes.count else { break }
        let padded = UnsafeRawBufferPointer(
          rebasing: bytes[offset + header..<offset + header + length])
        let name = padded.prefix { $0 != 0 }
        events.append(
          InotifyEvent(
            watch: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self),
            mask: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self),
            cookie: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt32.self),
            name: name.isEmpty ? nil : FilePath(bytes: name)))
        offset += header + length
      }
      return events
    }
  }
#endif
