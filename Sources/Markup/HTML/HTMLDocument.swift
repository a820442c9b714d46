internal import CLibXML2

/// An HTML document as a flat list of its elements and texts, in the order of the source.
///
/// Read by libxml2, which forgives what browsers forgive; comments, processing instructions and the
/// doctype are left out. A list instead of a tree of objects, so that every pass over it is a loop:
/// no depth of nesting can exhaust the stack. `html` and `body` are always there.
public struct HTMLDocument: Sendable {
  /// The nodes; a node's descendants follow it directly.
  public let nodes: [HTMLNode]

  /// 16 MB: the largest of 1,000 news pages measured by the HTTP Archive (2024) has 4 MB of HTML.
  public static let byteLimit = 16 << 20

  /// Reads a whole page.
  ///
  /// - Throws: `HTMLError` if the text is too large or too deep.
  public init(_ html: String) throws(HTMLError) {
    try self.init(html, prefix: "")
  }

  /// Reads the content of a body: text without an element around it stays bare.
  ///
  /// - Throws: `HTMLError` if the text is too large or too deep.
  public init(fragment html: String) throws(HTMLError) {
    try self.init(html, prefix: "<html><body>")
  }

  private init(_ html: String, prefix: String) throws(HTMLError) {
    let bytes = try HTMLSource(html, prefix: prefix).bytes
    var stopped: Int32 = 0
    let document = bytes.withUnsafeBytes { buffer -> xmlDocPtr? in
      guard let start = buffer.baseAddress else { return nil }
      return newsfold_read_html(
        start.assumingMemoryBound(to: CChar.self), Int32(buffer.count), &stopped)
    }
    guard let document else {
      nodes = []
      return
    }
    defer { xmlFreeDoc(document) }
    guard stopped == 0 else { throw .tooDeep }
    nodes = HTMLTreeFlattening.nodes(of: document)
  }

  /// The indices of all elements of a name.
  public func elements(named name: String) -> [Int] {
    nodes.indices.filter { nodes[$0].name == name }
  }

  /// The text inside a node, as it stands.
  public func text(of index: Int) -> String {
    var result = ""
    for node in nodes[index..<nodes[index].end] where node.isText { result += node.text }
    return result
  }

  /// The elements around a node, the innermost first.
  public func ancestors(of index: Int) -> [Int] {
    var result: [Int] = []
    var parent = nodes[index].parent
    while parent >= 0 {
      result.append(parent)
      parent = nodes[parent].parent
    }
    return result
  }
}
