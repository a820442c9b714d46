internal import CLibXML2

/// An XML document as other programs write it, as a flat list of its elements and texts in the
/// order of the source, the root first.
///
/// It is for documents of other programs, as `XMLTree` is for our own. Mistakes are forgiven as far
/// as libxml2 can, entities of HTML are known, and prefixes need no namespace. It reads from memory
/// alone: no file, no network, no entity that the document declares.
public struct ForgivingXML: Sendable {
  /// The nodes; a node's descendants follow it directly. Empty if there is no element at all.
  public let nodes: [ForgivingXMLNode]
  /// Whether the document breaks off, or has a mistake that may have cost something.
  public let isDamaged: Bool

  /// Reads a document.
  ///
  /// - Parameter text: The document; its own statement about the charset is ignored.
  /// - Throws: `XMLError` if a tag has so many attributes that comparing them would take for ever,
  ///   or if the document has over 2 GB.
  public init(_ text: String) throws(XMLError) {
    let bytes = ForgivingXMLSource.bytes(of: text)
    guard let count = Int32(exactly: bytes.count) else {
      throw .notWellFormed(line: 0, column: 0, reason: "it has more than 2 GB")
    }
    try XMLAttributeGuard.check(bytes)
    let gatherer = ForgivingXMLGatherer()
    let damage = bytes.withUnsafeBytes { buffer -> Int32 in
      guard let start = buffer.baseAddress else { return 0 }
      return newsfold_walk_xml(
        start.assumingMemoryBound(to: CChar.self), count,
        Unmanaged.passUnretained(gatherer).toOpaque(),
        { visitor, name, attributes in
          ForgivingXMLGatherer.from(visitor).enter(name, attributes)
        },
        { visitor in ForgivingXMLGatherer.from(visitor).leave() },
        { visitor, bytes, count in
          ForgivingXMLGatherer.from(visitor).characters(
            UnsafeBufferPointer(start: bytes, count: Int(count)))
        })
    }
    gatherer.finish()
    nodes = gatherer.nodes
    isDamaged = damage != 0 || gatherer.brokeOff
  }

  /// The indices of the elements directly inside one, in order.
  public func children(of index: Int) -> [Int] {
    var result: [Int] = []
    var child = index + 1
    while child < nodes[index].end {
      if !nodes[child].isText { result.append(child) }
      child = nodes[child].end
    }
    return result
  }

  /// The first element directly inside one that has this name.
  public func child(_ name: String, of index: Int) -> Int? {
    children(of: index).first { nodes[$0].name == name }
  }

  /// The indices of all elements of a name inside one, at any depth, the outermost of nested ones
  /// only.
  public func descendants(_ name: String, of index: Int) -> [Int] {
    var result: [Int] = []
    var place = index + 1
    while place < nodes[index].end {
      if nodes[place].name == name {
        result.append(place)
        place = nodes[place].end
      } else {
        place += 1
      }
    }
    return result
  }

  /// The text inside a node, as it stands.
  public func text(of index: Int) -> String {
    var result = ""
    for node in nodes[index..<nodes[index].end] where node.isText { result += node.text }
    return result
  }

  /// The content of an element as HTML: names without prefixes, references where they are due.
  ///
  /// - Parameters:
  ///   - index: The element.
  ///   - elements: HTML's names for elements that have other names here.
  ///   - attributes: HTML's names for attributes that have other names here.
  /// - Returns: HTML.
  public func markup(
    of index: Int, elements: [String: String] = [:], attributes: [String: String] = [:]
  ) -> String {
    var result = ""
    var open: [Int] = []
    func name(_ place: Int) -> String { elements[nodes[place].name] ?? nodes[place].name }
    for place in (index + 1)..<max(nodes[index].end, index + 1) {
      while let last = open.last, nodes[last].end <= place {
        result += "</\(name(open.removeLast()))>"
      }
      let node = nodes[place]
      if node.isText {
        result += Self.escaped(node.text)
        continue
      }
      result += "<\(name(place))"
      for attribute in node.attributes {
        result +=
          " \(attributes[attribute.name] ?? attribute.name)=\"\(Self.escaped(attribute.value))\""
      }
      result += ">"
      // HTML ends these elements by itself; an end tag would begin another one.
      if !Self.void.contains(name(place)) { open.append(place) }
    }
    while let last = open.popLast() { result += "</\(name(last))>" }
    return result
  }

  private static let void: Set = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"]

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x22 }) else { return text }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;")
  }
}
