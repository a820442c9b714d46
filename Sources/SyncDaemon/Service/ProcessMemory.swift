import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// The memory of this process.
enum ProcessMemory {
  /// What of it lies in RAM, in bytes; nil where the system does not say (proc(5), `VmRSS`).
  static var residentByteCount: Int? {
    // Only Linux has the file; elsewhere the answer is that it is not known.
    guard let bytes = try? POSIXFiles().read("/proc/self/status") else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kibibytes = line.split(separator: " ").compactMap({ Int($0) }).first
    else { return nil }
    return kibibytes * 1024
  }

  /// Gives memory that is free in the heap back to the system, malloc_trim(3); does nothing where the C library has no such
  /// call.
  ///
  /// A look at everything takes much memory for a moment, which the allocator then keeps: after some minutes of changes, 14 to
  /// 16 of 85 to 90 MiB (2026-11-21, soak.py, 500 articles).
  static func giveBack() {
    #if canImport(Glibc)
      _ = trim?(0)
    #endif
  }

  #if canImport(Glibc)
    private typealias Trim = @Sendable @convention(c) (Int) -> Int32

    /// Looked up by name: malloc.h is no part of Glibc's Swift module.
    private static let trim: Trim? = dlsym(nil, "malloc_trim").map {
      unsafeBitCast($0, to: Trim.self)
    }
  #endif
}
