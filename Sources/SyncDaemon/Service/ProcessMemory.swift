import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// The memory of this process.
public enum ProcessMemory {
  /// The part of it that lies in RAM, in bytes; nil where the system does not say (proc(5),
  /// `VmRSS`).
  static var residentByteCount: Int? {
    // Only Linux has the file; elsewhere the answer is that it is not known.
    guard let bytes = try? POSIXFiles().read("/proc/self/status") else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kibibytes = line.split(separator: " ").compactMap({ Int($0) }).first
    else { return nil }
    return kibibytes * 1024
  }

  /// Lets the allocator hold on to less of what is free, mallopt(3), once and before there are
  /// threads; does nothing where the C library has no such call.
  ///
  /// A service makes and drops documents and transactions of every size for years. By default glibc
  /// gives each thread a heap of its own, and after the first large block that is freed takes such
  /// blocks from these heaps, too, where a small one that lives on keeps all before it: after 3,100
  /// changes of soak.py 108 MiB, and 80 with these limits (2026-11-21). One heap more for all
  /// threads is no worse than two, and jemalloc no better: medians of 100 and 103 MiB (2026-11-22).
  public static func limit() {
    #if canImport(Glibc)
      // The numbers are those of <malloc.h>, which is no part of Glibc's Swift module.
      let (trimThreshold, mapThreshold, heapCount): (Int32, Int32, Int32) = (-1, -3, -8)
      // To set them keeps glibc from raising them. Documents and tables of 32 KiB are mapped by
      // themselves and leave no hole: a median of 87 MiB in the last six of 24 minutes of soak.py,
      // and 90 with glibc's own 128 KiB (2026-11-22).
      _ = option?(mapThreshold, 32 << 10)
      _ = option?(trimThreshold, 128 << 10)
      _ = option?(heapCount, 1)
    #endif
  }

  /// Gives memory that is free in the heap back to the system, malloc_trim(3); does nothing where
  /// the C library has no such call.
  ///
  /// A look at everything takes much memory for a moment, which the allocator then keeps: after
  /// some minutes of changes, 14 to 16 of 85 to 90 MiB (2026-11-21, soak.py, 500 articles).
  static func giveBack() {
    #if canImport(Glibc)
      _ = trim?(0)
    #endif
  }

  #if canImport(Glibc)
    private typealias Trim = @Sendable @convention(c) (Int) -> Int32
    private typealias Option = @Sendable @convention(c) (Int32, Int32) -> Int32

    // Both are looked up by name, since malloc.h is no part of Glibc's Swift module.

    private static let trim: Trim? = dlsym(nil, "malloc_trim").map {
      // Safe: the C library declares int malloc_trim(size_t).
      unsafeBitCast($0, to: Trim.self)
    }

    private static let option: Option? = dlsym(nil, "mallopt").map {
      // Safe: the C library declares int mallopt(int, int).
      unsafeBitCast($0, to: Option.self)
    }
  #endif
}
