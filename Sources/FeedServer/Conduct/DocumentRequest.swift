import NIOHTTP1

/// The parts of a request that decide the answer for a document: the method and the fields of RFC
/// 9110 §12 to §14.
struct DocumentRequest: Sendable {
  var isHead = false
  var ifMatch: String?
  var ifNoneMatch: String?
  var ifModifiedSince: String?
  var ifUnmodifiedSince: String?
  var ifRange: String?
  var range: String?
  var acceptEncoding: String?
  /// RFC 3229 §10.5.3: the instance manipulations that the client understands.
  var acceptManipulation: String?

  init() {}

  /// Takes the fields out of a request head, in one pass; repeated lists are joined (RFC 9110
  /// §5.3).
  init(_ head: HTTPRequestHead) {
    isHead = head.method == .HEAD
    for (name, value) in head.headers {
      // The length rules out nearly every other field before any letter is compared.
      switch name.utf8.count {
      case 4 where name.lowercased() == "a-im": join(&acceptManipulation, value)
      case 5 where name.lowercased() == "range": join(&range, value)
      case 8 where name.lowercased() == "if-match": join(&ifMatch, value)
      case 8 where name.lowercased() == "if-range": join(&ifRange, value)
      case 13 where name.lowercased() == "if-none-match": join(&ifNoneMatch, value)
      case 15 where name.lowercased() == "accept-encoding": join(&acceptEncoding, value)
      case 17 where name.lowercased() == "if-modified-since": join(&ifModifiedSince, value)
      case 19 where name.lowercased() == "if-unmodified-since": join(&ifUnmodifiedSince, value)
      default: break
      }
    }
  }

  private func join(_ field: inout String?, _ value: String) {
    field = field.map { $0 + ", " + value } ?? value
  }
}
