/// A text as it is handed to libxml2's HTML parser: within its limits.
struct HTMLSource {
  let bytes: [UInt8]

  init(_ html: String, prefix: String = "") throws(HTMLError) {
    var bytes = Array(prefix.utf8)
    bytes += html.utf8
    // libxml2 ends at NUL.
    if bytes.contains(0) { bytes.removeAll { $0 == 0 } }
    guard bytes.count <= HTMLDocument.byteLimit else {
      throw .tooLarge(byteLimit: HTMLDocument.byteLimit)
    }
    try HTMLAttributeGuard.check(bytes)
    self.bytes = bytes
  }
}
