#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processor time of this process.
enum UsedTime {
  /// The time in seconds.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
