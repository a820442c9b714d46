import NewsModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The mark of the running program: of another build, or with another library beside it, it is
/// another.
///
/// What is made of the state by one program is not taken for that of another: tables, stemmers and
/// rules differ where no version of ours tells. The mark is made of the size and the times of each
/// file that is mapped as code.
enum ProgramMark {
  /// The mark; nil where the system does not tell what runs.
  static let current: ContentDigest? = {
    #if os(Linux)
      // Silence is right: without the list nothing is kept, and all is made anew.
      guard let bytes = try? POSIXFiles().read("/proc/self/maps") else { return nil }
      var paths: Set<String> = []
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
        guard fields.count == 6, fields[1].contains(UInt8(ascii: "x")) else { continue }
        let path = String(decoding: fields[5].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
        if path.utf8.first == UInt8(ascii: "/") { paths.insert(path) }
      }
      var text = ""
      for path in paths.sorted() {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        text += "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) "
        text += "\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)\n"
      }
      return paths.isEmpty ? nil : ContentDigest(text)
    #else
      return nil
    #endif
  }()
}
