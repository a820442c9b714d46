internal import CLibXML2

/// Copies libxml2's tree into a list, without recursion.
///
/// Names are in lower case already: so `HTMLTokenizing` writes them.
enum HTMLTreeFlattening {
  static func nodes(of document: xmlDocPtr) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    var open: [Int] = []
    var next = UnsafeMutablePointer<xmlNode>(document.pointee.children)
    while let node = next {
      let parent = open.last ?? -1
      var descends = false
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        let attributes = attributes(of: node)
        var name = string(node.pointee.name)
        // A shadow tree that a page was saved with (SingleFile) is shown in its host's place.
        if name == "template", attributes.contains(where: { shadows.contains($0.name) }) {
          name = "div"
        }
        nodes.append(
          HTMLNode(
            name: name, text: "", attributes: attributes, parent: parent, end: nodes.count + 1))
        if node.pointee.children != nil {
          open.append(nodes.count - 1)
          descends = true
        }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        nodes.append(
          HTMLNode(
            name: "", text: string(node.pointee.content), attributes: [], parent: parent,
            end: nodes.count + 1))
      default:
        break
      }
      if descends {
        next = node.pointee.children
        continue
      }
      var last: UnsafeMutablePointer<xmlNode>? = node
      while let current = last, current.pointee.next == nil {
        last = current.pointee.parent
        guard let closed = open.popLast() else {
          last = nil
          break
        }
        nodes[closed].end = nodes.count
      }
      next = last?.pointee.next
    }
    return nodes
  }

  private static let shadows: Set = ["shadowrootmode", "shadowroot"]

  private static func attributes(of node: UnsafeMutablePointer<xmlNode>) -> [HTMLNode.Attribute] {
    var result: [HTMLNode.Attribute] = []
    var next = node.pointee.properties
    while let attribute = next {
      // The HTML parser decodes references itself, so that a value is one text node or none.
      let value = attribute.pointee.children.map { string($0.pointee.content) } ?? ""
      result.append(
        HTMLNode.Attribute(name: string(attribute.pointee.name), value: value))
      next = attribute.pointee.next
    }
    return result
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    guard let bytes else { return "" }
    return String(cString: bytes)
  }

  private static func string(_ bytes: UnsafeMutablePointer<xmlChar>?) -> String {
    guard let bytes else { return "" }
    return String(cString: bytes)
  }
}
