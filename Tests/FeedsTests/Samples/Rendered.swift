import Feeds
import FoundationEssentials
import Markup
import NewsModel

/// A rendered XML document, with the look-ups that tests need.
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
  ///
  /// A name without a prefix is of the namespace that its root has: Atom's own elements, or RSS's,
  /// which have none.
  func all(_ name: String, in parent: String? = nil) -> [XMLNode] {
    tree.nodes.filter { node in
      isNamed(name, node)
        && (parent.map { isNamed($0, tree.nodes[max(node.parent, 0)]) } ?? true)
    }
  }

  private func isNamed(_ name: String, _ node: XMLNode) -> Bool {
    let parts = name.split(separator: ":").map(String.init)
    guard let local = parts.last, node.name == local else { return false }
    let namespace = parts.count == 1 ? tree.nodes[0].namespace : Self.namespaces[parts[0]]
    return node.namespace == namespace
  }

  /// By the prefixes that readers know. Written out once more here, so that a slip in the writers
  /// shows.
  private static let namespaces = [
    "at": "http://purl.org/atompub/tombstones/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
  ]

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
