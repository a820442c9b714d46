import Feeds
import FoundationEssentials
import Markup
import NewsModel

/// A rendered XML document with questions that tests ask of it.
struct RenderedXML {
  let tree: XMLTree

  init(_ document: FeedDocument) throws { tree = try XMLTree(document.bytes) }

  static func atom(_ feed: Feed) throws -> RenderedXML {
    try RenderedXML(AtomFormat().document(of: feed))
  }

  static func rss(_ feed: Feed) throws -> RenderedXML {
    try RenderedXML(RSSFormat().document(of: feed))
  }

  /// All elements of a name inside one of another name, anywhere.
  func all(_ name: String, in parent: String? = nil) -> [XMLNode] {
    tree.nodes.filter { node in
      node.name == name && (parent == nil || tree.nodes[max(node.parent, 0)].name == parent)
    }
  }

  func texts(_ name: String, in parent: String? = nil) -> [String] {
    all(name, in: parent).map(\.text)
  }
}

/// Any JSON, for looking into.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(_ document: FeedDocument) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(document.bytes))
  }

  static func feed(_ feed: Feed) throws -> JSONValue {
    try JSONValue(JSONFeedFormat().document(of: feed))
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  subscript(index: Int) -> JSONValue? {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { nil }
  }

  var string: String? { if case .text(let text) = self { text } else { nil } }
  var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  /// The paths of all values, `[]` for each element of an array.
  func paths(_ prefix: String = "") -> Set<String> {
    switch self {
    case .object(let members):
      members.reduce(into: []) { paths, member in
        paths.formUnion(
          member.value.paths(prefix.isEmpty ? member.key : "\(prefix).\(member.key)"))
      }
    case .array(let values):
      values.reduce(into: []) { paths, value in paths.formUnion(value.paths(prefix + "[]")) }
    default:
      [prefix]
    }
  }
}

extension FeedDocument {
  var text: String { String(decoding: bytes, as: UTF8.self) }
}
