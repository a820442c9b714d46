/// A text prepared for libxml2's HTML parser: within its limits, and without constructs for which
/// it takes too long.
struct HTMLSource {
  let bytes: [UInt8]

  init(_ html: String, prefix: String = "") throws(HTMLError) {
    guard html.utf8.count <= HTMLDocument.byteLimit else {
      throw .tooLarge(byteLimit: HTMLDocument.byteLimit)
    }
    var bytes = Array(html.utf8)
    // libxml2 ends at NUL.
    if bytes.contains(0) { bytes.removeAll { $0 == 0 } }
    self.bytes = HTMLTokenizing.normalized(bytes, prefix: prefix)
  }
}
