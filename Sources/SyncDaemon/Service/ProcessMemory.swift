import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

/// Measures and limits the memory of this process.
public enum ProcessMemory {
  /// The resident memory in bytes; nil if the system does not tell it (proc(5), `VmRSS`).
  static var residentByteCount: Int? {
    // Silence is right: only Linux has the file, and elsewhere the memory is unknown.
    guard let bytes = try? POSIXFiles().read("/proc/self/status") else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kibibytes = line.split(separator: " ").compactMap({ Int($0) }).first
    else { return nil }
    return kibibytes * 1024
  }

  /// Makes the allocator keep less free memory, mallopt(3). Call it once, before there are threads.
  /// It does nothing if the C library has no such call.
  ///
  /// A service makes and drops documents and transactions of every size for years. By default glibc
  /// gives each thread a heap of its own. After the first large block is freed, it takes such
  /// blocks from these heaps, too, and a small block that lives on keeps everything before it.
  /// After 3,100 changes of `Tests/Benchmarks/soak.py` the process had 108 MiB, and 80 with these
  /// limits (2026-11-21). One heap more for all threads is no worse than two, and jemalloc no
  /// better: medians of 100 and 103 MiB (2026-11-22).
  public static func limit() {
    #if canImport(Glibc)
      // The values are those of <malloc.h>, which is not in Swift's Glibc module.
      let (trimThreshold, mapThreshold, heapCount): (Int32, Int32, Int32) = (-1, -3, -8)
      // Set, so that glibc does not raise them by itself. Documents and tables from 32 KiB on are
      // mapped by themselves and leave no hole: a median of 87 MiB in the last six of 24 minutes of
      // `soak.py`, and 90 with glibc's own 128 KiB (2026-11-22).
      _ = option?(mapThreshold, 32 << 10)
      _ = option?(trimThreshold, 128 << 10)
      _ = option?(heapCount, 1)
    #endif
  }

  /// Returns free memory of the heap to the system, malloc_trim(3). It does nothing if the C
  /// library has no such call.
  ///
  /// A look at everything takes much memory for a moment, which the allocator then keeps: after
  /// some minutes of changes, 14 to 16 of 85 to 90 MiB (`Tests/Benchmarks/soak.py`, 500 articles,
  /// 2026-11-21).
  static func giveBack() {
    #if canImport(Glibc)
      _ = trim?(0)
    #endif
  }

  #if canImport(Glibc)
    private typealias Trim = @Sendable @convention(c) (Int) -> Int32
    private typealias Option = @Sendable @convention(c) (Int32, Int32) -> Int32

    // Both are looked up by name, because malloc.h is not in Swift's Glibc module.

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
