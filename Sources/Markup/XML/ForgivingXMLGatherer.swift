internal import CLibXML2

/// Makes the list of `ForgivingXML` from libxml2's events, and resolves namespaces.
final class ForgivingXMLGatherer {
  private(set) var nodes: [ForgivingXMLNode] = []
  private(set) var brokeOff = false
  private var open: [(index: Int, prefixes: [String])] = []
  /// The namespaces that each prefix is bound to, the innermost last; the default namespace has the
  /// empty prefix.
  private var bindings: [String: [String]] = [:]

  static func from(_ visitor: UnsafeMutableRawPointer) -> ForgivingXMLGatherer {
    Unmanaged<ForgivingXMLGatherer>.fromOpaque(visitor).takeUnretainedValue()
  }

  func enter(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafePointer<UnsafePointer<xmlChar>?>?
  ) {
    var stated: [(name: String, value: String)] = []
    var prefixes: [String] = []
    var place = 0
    while let attributes, let key = attributes[place] {
      let name = String(cString: key)
      let value = attributes[place + 1].map { String(cString: $0) } ?? ""
      place += 2
      if name == "xmlns" || name.hasPrefix("xmlns:") {
        let prefix = String(name.dropFirst(6))
        bindings[prefix, default: []].append(value)
        prefixes.append(prefix)
      } else {
        stated.append((name, value))
      }
    }
    let own = resolved(String(cString: name), hasDefault: true)
    nodes.append(
      ForgivingXMLNode(
        name: own.name, namespace: own.namespace, text: "",
        attributes: stated.map { attribute in
          let own = resolved(attribute.name, hasDefault: false)
          return .init(name: own.name, namespace: own.namespace, value: attribute.value)
        },
        parent: open.last?.index ?? -1, end: nodes.count + 1))
    open.append((nodes.count - 1, prefixes))
  }

  func leave() {
    guard let last = open.popLast() else { return }
    nodes[last.index].end = nodes.count
    for prefix in last.prefixes { bindings[prefix]?.removeLast() }
  }

  func characters(_ bytes: UnsafeBufferPointer<xmlChar>) {
    guard let parent = open.last?.index else { return }
    let piece = String(decoding: bytes, as: UTF8.self)
    if let last = nodes.indices.last, nodes[last].isText, nodes[last].parent == parent {
      nodes[last].text += piece
      return
    }
    nodes.append(
      ForgivingXMLNode(
        name: "", namespace: "", text: piece, attributes: [], parent: parent, end: nodes.count + 1))
  }

  /// Ends the elements that a text which breaks off leaves open.
  func finish() {
    brokeOff = !open.isEmpty
    while !open.isEmpty { leave() }
  }

  private func resolved(_ name: String, hasDefault: Bool) -> (name: String, namespace: String) {
    guard let colon = name.firstIndex(of: ":") else {
      return (name, hasDefault ? bindings[""]?.last ?? "" : "")
    }
    let prefix = String(name[..<colon])
    let local = String(name[name.index(after: colon)...])
    guard !local.isEmpty else { return (name, "") }
    return (local, bindings[prefix]?.last ?? prefix)
  }
}
