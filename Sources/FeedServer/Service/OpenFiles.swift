#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The number of files that the process may have open.
enum OpenFiles {
  /// The soft limit (getrlimit(2)); 1024 if it cannot be read.
  static var limit: Int {
    var limits = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limits) == 0 else { return 1024 }
    return Int(min(limits.rlim_cur, 1_048_576))
  }
}
