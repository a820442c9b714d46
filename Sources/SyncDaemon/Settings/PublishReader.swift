import NewsModel
import Yams

/// Reads the `publish` list of the settings: the places beside the directory.
enum PublishReader {
  private static let keys = [
    "bucket", "prefix", "endpoint", "region", "path_style", "credentials_file",
  ]

  /// Reads the places, in the order in which they are written.
  ///
  /// - Returns: Nil if this is no list of places.
  /// - Throws: `NestedFault` if one of them is wrong.
  static func read(_ node: Node) throws(NestedFault) -> [BucketSettings]? {
    guard let sequence = node.sequence else { return nil }
    var buckets: [BucketSettings] = []
    for item in sequence {
      guard let kinds = try item.entries(["s3"]), kinds.count == 1, let place = kinds.first else {
        throw NestedFault("publish", item, expected: "s3: { bucket: NAME, … } for each item")
      }
      let bucket = try bucket(place.value)
      let isTwice = buckets.contains {
        $0.bucket == bucket.bucket && $0.prefix == bucket.prefix && $0.endpoint == bucket.endpoint
      }
      // Two of them would remove each other's documents.
      if isTwice { throw NestedFault("publish.s3", item, expected: "each place once") }
      buckets.append(bucket)
    }
    return buckets
  }

  private static func bucket(_ node: Node) throws(NestedFault) -> BucketSettings {
    guard let entries = try node.entries(keys) else {
      throw NestedFault("publish.s3", node, expected: "a mapping with bucket and more")
    }
    var bucket = BucketSettings(bucket: "")
    for (key, value) in entries {
      func fault(_ expected: String) -> NestedFault {
        NestedFault("publish.s3.\(key)", value, expected: expected)
      }
      let text = value.scalar?.string ?? ""
      switch key {
      case "bucket":
        guard isBucketName(text) else {
          throw fault("a bucket's name: 3 to 63 of a-z, 0-9, . and -")
        }
        bucket.bucket = text
      case "prefix":
        guard value.scalar != nil, isPrefix(text) else {
          throw fault("the beginning of keys, such as news/, without . and .. as parts")
        }
        bucket.prefix = text.split(separator: "/").joined(separator: "/")
      case "endpoint":
        guard WebAddressText.isValid(text), !text.contains("@") else {
          throw fault("an absolute http or https address, such as https://s3.example.org")
        }
        bucket.endpoint = text
      case "region":
        let isName = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard !text.isEmpty, isName else { throw fault("a region such as eu-central-1 or auto") }
        bucket.region = text
      case "path_style":
        guard let flag = value.bool else { throw fault("true or false") }
        bucket.isPathStyle = flag
      default:
        guard !text.isEmpty else { throw fault("a path") }
        bucket.credentialsFile = text
      }
    }
    guard !bucket.bucket.isEmpty else {
      throw NestedFault("publish.s3", node, expected: "a bucket")
    }
    return bucket
  }

  /// The names that servers take (S3, "General purpose bucket naming rules").
  private static func isBucketName(_ text: String) -> Bool {
    (3...63).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: ".")
      } && !text.hasPrefix(".") && !text.hasPrefix("-") && !text.hasSuffix(".")
      && !text.hasSuffix("-") && !text.contains("..")
  }

  /// A key has 1,024 bytes at most, and the longest path of a page some 150.
  private static func isPrefix(_ text: String) -> Bool {
    text.utf8.count <= 512
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
      && !text.split(separator: "/").contains { $0 == "." || $0 == ".." }
  }
}
