/// The part that the `Range` field of a request asks for (RFC 9110 §14).
enum ByteRange: Equatable, Sendable {
  /// No part that we serve: answer with the whole (RFC 9110 §14.2 allows to ignore the field).
  case whole
  /// These bytes: 206.
  case part(Range<Int>)
  /// Bytes beyond the end: 416.
  case unsatisfiable

  /// Reads one range of bytes; several ranges, which cost more than they save (§17.15), are
  /// ignored.
  init(_ value: String, byteCount: Int) {
    self = .whole
    let text = value.trimmingSpaces()
    guard text.lowercased().hasPrefix("bytes=") else { return }
    let ends = text.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, !text.contains(",") else { return }
    switch (ByteRange.number(ends[0]), ByteRange.number(ends[1])) {
    case (.some(let first), .some(let last)):
      guard first <= last else { return }
      self = first < byteCount ? .part(first..<min(last, byteCount - 1) + 1) : .unsatisfiable
    case (.some(let first), nil) where ends[1].isEmpty:
      self = first < byteCount ? .part(first..<byteCount) : .unsatisfiable
    case (nil, .some(let length)) where ends[0].isEmpty:
      self =
        length > 0 && byteCount > 0
        ? .part(max(0, byteCount - length)..<byteCount) : .unsatisfiable
    default:
      break
    }
  }

  /// Decides with `If-Range` (RFC 9110 §13.1.5): another tag or another date means the whole.
  init(_ request: DocumentRequest, tag: EntityTag, lastModified: Int64, byteCount: Int, now: Int64)
  {
    self = .whole
    guard let range = request.range else { return }
    if let condition = request.ifRange {
      let text = condition.trimmingSpaces()
      if text.hasPrefix("\"") || text.hasPrefix("W/") {
        guard case .tags(let tags) = EntityTagList(condition), tags.count == 1,
          tags[0].matchesStrongly(tag)
        else { return }
      } else {
        guard HTTPDate.seconds(condition, now: now) == lastModified else { return }
      }
    }
    self = ByteRange(range, byteCount: byteCount)
  }

  /// Digits only, at most 18 of them, so that no range overflows.
  private static func number(_ text: Substring) -> Int? {
    guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
