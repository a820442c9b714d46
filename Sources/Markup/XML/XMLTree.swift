internal import CLibXML2

/// A well-formed XML document as a flat list of its elements, in document order, the root first.
///
/// Read by libxml2 from memory: no file, no network, no document type declaration, hence no entity
/// that could expand.
public struct XMLTree: Sendable {
  /// The elements; a parent comes before its children.
  public let nodes: [XMLNode]

  /// Reads a document.
  ///
  /// - Throws: `XMLError` if it is not well-formed, too large for libxml2, or has a document type
  ///   declaration.
  public init(_ bytes: [UInt8]) throws(XMLError) {
    guard let count = Int32(exactly: bytes.count), count > 0 else {
      let reason = bytes.isEmpty ? "there is no document" : "it has more than 2 GB"
      throw .notWellFormed(line: 0, column: 0, reason: reason)
    }
    var failure = NewsfoldXMLFailure()
    let document = bytes.withUnsafeBytes { buffer -> xmlDocPtr? in
      guard let start = buffer.baseAddress else { return nil }
      return newsfold_read_xml(start.assumingMemoryBound(to: CChar.self), count, &failure)
    }
    guard let document else {
      let reason = withUnsafeBytes(of: failure.message) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw .notWellFormed(line: Int(failure.line), column: Int(failure.column), reason: reason)
    }
    defer { xmlFreeDoc(document) }
    nodes = XMLTreeFlattening.nodes(of: document)
  }

  /// The indices of the elements directly inside one.
  public func children(of index: Int) -> [Int] {
    nodes.indices.dropFirst(index + 1).filter { nodes[$0].parent == index }
  }
}
