import NIOCore

/// A feed with only those entries that are new or changed since an instance that the client has
/// (RFC 3229, with the instance manipulation `feed` that readers send).
struct FeedDelta: Sendable {
  let body: ByteBuffer

  /// Whether an `A-IM` field names the manipulation `feed` and does not refuse it (RFC 3229
  /// §10.5.3).
  static func isAccepted(by value: String) -> Bool {
    value.split(separator: ",").contains { element in
      let parts = element.split(separator: ";").map {
        String($0).trimmingSpaces().lowercased().filter { $0 != " " }
      }
      guard parts.first == "feed" else { return false }
      let refusals = ["q=0", "q=0.", "q=0.0", "q=0.00", "q=0.000"]
      return !parts.dropFirst().contains(where: refusals.contains)
    }
  }
}
