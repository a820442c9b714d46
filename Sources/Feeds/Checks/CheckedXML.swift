import FoundationEssentials
import Markup
import NewsModel

/// An XML document with its elements by their parents, and the look-ups that checks need.
struct CheckedXML {
  let tree: XMLTree
  /// The children of all elements, one element after the other; `starts` has the place where each
  /// one's begin.
  private let children: [Int]
  private let starts: [Int]

  init(_ bytes: [UInt8]) throws(DocumentFault) {
    do {
      tree = try XMLTree(bytes)
    } catch {
      throw .notWellFormed(reason: error.description)
    }
    var starts = [Int](repeating: 0, count: tree.nodes.count + 1)
    for node in tree.nodes where node.parent >= 0 { starts[node.parent + 1] += 1 }
    for index in tree.nodes.indices { starts[index + 1] += starts[index] }
    var children = [Int](repeating: 0, count: starts.last ?? 0)
    var ends = starts
    for (index, node) in tree.nodes.enumerated() where node.parent >= 0 {
      children[ends[node.parent]] = index
      ends[node.parent] += 1
    }
    (self.children, self.starts) = (children, starts)
  }

  func all(_ name: String, _ namespace: String, in parent: Int) -> [Int] {
    children[starts[parent]..<starts[parent + 1]].filter {
      tree.nodes[$0].name == name && tree.nodes[$0].namespace == namespace
    }
  }

  /// The one element of a name.
  func one(
    _ name: String, _ namespace: String, in parent: Int, place: String
  ) throws(DocumentFault) -> XMLNode {
    let found = all(name, namespace, in: parent)
    guard let first = found.first else { throw .missing(name: name, place: place) }
    guard found.count == 1 else { throw .repeated(name: name, place: place) }
    return tree.nodes[first]
  }

  /// The text of the one element of a name, which must not be empty.
  func text(
    _ name: String, _ namespace: String, in parent: Int, place: String
  ) throws(DocumentFault) -> String {
    let text = try one(name, namespace, in: parent, place: place).text
    guard !text.isEmpty else { throw .missing(name: name, place: place) }
    return text
  }

  /// The RFC 3339 date in the one element of a name.
  func date(
    _ name: String, _ namespace: String, in parent: Int, place: String
  ) throws(DocumentFault) -> Date {
    let text = try text(name, namespace, in: parent, place: place)
    guard let date = Timestamp.rfc3339(text), Timestamp.rfc3339(date) == text else {
      throw .unreadableDate(text, place: place)
    }
    return date
  }

  /// Checks that the addresses in some attributes are absolute, wherever they stand.
  func checkAddresses(in attributes: [String]) throws(DocumentFault) {
    for node in tree.nodes {
      for name in attributes {
        guard let url = node[name] else { continue }
        try AddressCheck.check(url, in: node.name)
      }
    }
  }
}
