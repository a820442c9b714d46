internal import CCMark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Renders Markdown to HTML by cmark; raw HTML in it stays and is sanitised with the rest.
enum MarkdownText {
  static func html(_ markdown: String) -> String {
    var bytes = MarkdownGuard.harmless(Array(markdown.utf8))
    let count = bytes.count
    bytes.append(0)
    let rendered = bytes.withUnsafeBytes { buffer -> UnsafeMutablePointer<CChar>? in
      guard let start = buffer.baseAddress else { return nil }
      return cmark_markdown_to_html(
        start.assumingMemoryBound(to: CChar.self), count, CMARK_OPT_UNSAFE)
    }
    guard let rendered else { return "" }
    defer { free(rendered) }
    return String(cString: rendered)
  }
}
