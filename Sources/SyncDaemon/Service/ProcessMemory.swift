import FoundationEssentials

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
}
