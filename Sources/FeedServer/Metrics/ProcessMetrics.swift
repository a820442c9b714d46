import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The figures of a process that Prometheus' own client libraries give; empty where there is no `/proc`.
enum ProcessMetrics {
  /// Memory and open files, in the text format.
  static var text: String {
    var text = ""
    if let memory = residentByteCount {
      text +=
        "# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes \(memory)\n"
    }
    if let files = openFileCount {
      text += "# TYPE process_open_fds gauge\nprocess_open_fds \(files)\n"
    }
    return text
  }

  /// The second number of `/proc/self/statm` counts pages (proc(5)).
  private static var residentByteCount: Int? {
    #if os(Linux)
      // Where there is no /proc there is no number.
      guard let statm = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
        return nil
      }
      let fields = statm.split(separator: " ")
      guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
      return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    #else
      return nil
    #endif
  }

  private static var openFileCount: Int? {
    #if os(Linux)
      // Where there is no /proc there is no number; the listing itself holds one file open.
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count).map { $0 - 1 }
    #else
      nil
    #endif
  }
}
