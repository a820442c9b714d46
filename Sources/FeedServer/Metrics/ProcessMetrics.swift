import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The metrics of a process that Prometheus' own client libraries report; those from `/proc` only
/// on systems that have it.
enum ProcessMetrics {
  /// All of them, in the text format.
  static var text: String {
    let metrics: [(name: String, type: String, help: String, value: String?)] = [
      (
        "process_resident_memory_bytes", "gauge", "Memory of the process in RAM.",
        pageCounts.map { "\($0.resident * pageSize)" }
      ),
      (
        "process_virtual_memory_bytes", "gauge", "Address space of the process.",
        pageCounts.map { "\($0.virtual * pageSize)" }
      ),
      ("process_cpu_seconds_total", "counter", "Processor time of the process.", processorSeconds),
      ("process_open_fds", "gauge", "Open files of the process.", openFileCount.map { "\($0)" }),
      ("process_max_fds", "gauge", "Files that the process may open.", "\(OpenFiles.limit)"),
      (
        "process_start_time_seconds", "gauge", "When the process began, in seconds since 1970.",
        startSecond.map { "\($0)" }
      ),
    ]
    return metrics.compactMap { metric in
      metric.value.map { value in
        "# HELP \(metric.name) \(metric.help)\n# TYPE \(metric.name) \(metric.type)\n"
          + "\(metric.name) \(value)\n"
      }
    }.joined()
  }

  private static var pageSize: Int { Int(sysconf(Int32(_SC_PAGESIZE))) }

  /// The fields of a file of `/proc`; nil where there is none.
  private static func fields(_ path: String) -> [Substring]? {
    #if os(Linux)
      // Silence is right: without /proc there is no number.
      (try? String(contentsOfFile: path, encoding: .utf8))?.split { $0 == " " || $0 == "\n" }
    #else
      nil
    #endif
  }

  /// The first two numbers of `/proc/self/statm` count pages (proc(5)).
  private static var pageCounts: (virtual: Int, resident: Int)? {
    guard let fields = fields("/proc/self/statm"), fields.count > 1,
      let virtual = Int(fields[0]), let resident = Int(fields[1])
    else { return nil }
    return (virtual, resident)
  }

  /// User and system time (getrusage(2)), to the microsecond.
  private static var processorSeconds: String? {
    var usage = rusage()
    #if canImport(Glibc)
      let own = RUSAGE_SELF.rawValue
      guard getrusage(__rusage_who_t(own), &usage) == 0 else { return nil }
    #else
      guard getrusage(RUSAGE_SELF, &usage) == 0 else { return nil }
    #endif
    let seconds = Int64(usage.ru_utime.tv_sec) + Int64(usage.ru_stime.tv_sec)
    let micros = Int64(usage.ru_utime.tv_usec) + Int64(usage.ru_stime.tv_usec)
    return "\(Double(seconds) + Double(micros) / 1_000_000)"
  }

  private static var openFileCount: Int? {
    #if os(Linux)
      // Silence is right: without /proc there is no number. The listing itself holds one file open.
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count).map { $0 - 1 }
    #else
      nil
    #endif
  }

  /// The start of the process: field 22 of `/proc/self/stat` counts ticks since the machine began,
  /// whose second is in `/proc/stat` (proc(5)).
  private static var startSecond: Int? {
    // The second field, a name in brackets, may hold spaces; ours does not.
    guard let own = fields("/proc/self/stat"), own.count > 21, let ticks = Int(own[21]),
      let machine = fields("/proc/stat"), let place = machine.firstIndex(of: "btime"),
      machine.indices.contains(place + 1), let boot = Int(machine[place + 1])
    else { return nil }
    return boot + ticks / Int(sysconf(Int32(_SC_CLK_TCK)))
  }
}
