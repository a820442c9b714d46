/// Finds the first difference of two sets of documents, for the message of a failing test.
enum FirstDifference {
  static func between(_ before: [String: [UInt8]], _ after: [String: [UInt8]]) -> String? {
    for path in Set(before.keys).union(after.keys).sorted() where before[path] != after[path] {
      guard let one = before[path] else { return "\(path) is new" }
      guard let other = after[path] else { return "\(path) is gone" }
      let lines = zip(lines(one), lines(other)).first { $0 != $1 }
      return "\(path): \(lines?.0 ?? "one ends earlier") became \(lines?.1 ?? "")"
    }
    return nil
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
