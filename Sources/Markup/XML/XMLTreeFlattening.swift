internal import CLibXML2

/// Copies libxml2's tree into a list, without recursion.
enum XMLTreeFlattening {
  static func nodes(of document: xmlDocPtr) -> [XMLNode] {
    var nodes: [XMLNode] = []
    var open: [Int] = []
    var names = InternedNames()
    var next = UnsafeMutablePointer<xmlNode>(document.pointee.children)
    while let node = next {
      var descends = false
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        nodes.append(
          XMLNode(
            name: names.string(node.pointee.name), namespace: namespace(node.pointee.ns, &names),
            attributes: attributes(of: node, &names), text: "", parent: open.last ?? -1,
            line: Int(xmlGetLineNo(node))))
        if node.pointee.children != nil {
          open.append(nodes.count - 1)
          descends = true
        }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let last = open.last { nodes[last].text += string(node.pointee.content) }
      default:
        break
      }
      if descends {
        next = node.pointee.children
        continue
      }
      var last: UnsafeMutablePointer<xmlNode>? = node
      while let current = last, current.pointee.next == nil {
        last = open.popLast() == nil ? nil : current.pointee.parent
      }
      next = last?.pointee.next
    }
    return nodes
  }

  private static func attributes(
    of node: UnsafeMutablePointer<xmlNode>, _ names: inout InternedNames
  ) -> [XMLNode.Attribute] {
    var result: [XMLNode.Attribute] = []
    var next = node.pointee.properties
    while let attribute = next {
      var value = ""
      var child = attribute.pointee.children
      while let piece = child {
        value += string(piece.pointee.content)
        child = piece.pointee.next
      }
      result.append(
        XMLNode.Attribute(
          name: names.string(attribute.pointee.name),
          namespace: namespace(attribute.pointee.ns, &names), value: value))
      next = attribute.pointee.next
    }
    return result
  }

  private static func namespace(_ namespace: xmlNsPtr?, _ names: inout InternedNames) -> String {
    namespace.map { names.string($0.pointee.href) } ?? ""
  }

  private static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }

  /// Names by their addresses: libxml2 has each name once for each document.
  private struct InternedNames {
    private var known: [UnsafePointer<xmlChar>: String] = [:]

    mutating func string(_ name: UnsafePointer<xmlChar>?) -> String {
      guard let name else { return "" }
      if let text = known[name] { return text }
      let text = String(cString: name)
      known[name] = text
      return text
    }
  }
}
