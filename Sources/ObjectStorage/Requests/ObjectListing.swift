import Markup

/// A page of the list of a bucket's objects (ListObjectsV2).
struct ObjectListing: Sendable {
  /// The objects by key.
  var objects: [(key: String, object: StoredObject)] = []
  /// The token of the next page; nil for the last one.
  var next: String?

  /// Reads an answer; nil if it is no such list.
  init?(_ bytes: [UInt8]) {
    // Silence is right: nil says that it is no list, and the caller says so.
    guard let tree = try? XMLTree(bytes), tree.nodes.first?.name == "ListBucketResult" else {
      return nil
    }
    var isCut = false
    var isCoded = false
    var token: String?
    for node in tree.nodes where node.parent == 0 {
      switch node.name {
      case "IsTruncated": isCut = node.text == "true"
      case "NextContinuationToken": token = node.text
      case "EncodingType": isCoded = node.text == "url"
      default: break
      }
    }
    var keys: [Int: (key: String, object: StoredObject)] = [:]
    for node in tree.nodes where node.parent > 0 && tree.nodes[node.parent].name == "Contents" {
      switch node.name {
      case "Key": keys[node.parent, default: ("", StoredObject())].key = node.text
      case "ETag": keys[node.parent, default: ("", StoredObject())].object.tag = Self.tag(node.text)
      case "Size": keys[node.parent, default: ("", StoredObject())].object.size = Int(node.text)
      default: break
      }
    }
    for place in keys.keys.sorted() {
      guard var found = keys[place], !found.key.isEmpty else { continue }
      if isCoded {
        guard let key = Self.decoded(found.key) else { return nil }
        found.key = key
      }
      objects.append(found)
    }
    if isCut {
      // A list that is cut and does not say where it goes on would pass for a whole one.
      guard let token, !token.isEmpty else { return nil }
      next = token
    }
  }

  /// An entity tag with its quotes (RFC 9110 §8.8.3), which some servers leave out of lists.
  private static func tag(_ text: String) -> String? {
    if text.isEmpty { return nil }
    return text.hasSuffix("\"") ? text : "\"\(text)\""
  }

  /// A key as `encoding-type=url` codes it, decoded; nil if that is no UTF-8.
  static func decoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard rest.count >= 2,
          let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        else { return nil }
        rest = rest.dropFirst(2)
        bytes.append(value)
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
