/// The addresses of a `srcset`, each with its width or density.
struct ImageCandidates {
  /// An address and its descriptor.
  struct Candidate: Equatable {
    var address: String
    /// The width in pixels that `640w` states.
    var width: Int?
    /// The density that `2x` states; 1 without a descriptor.
    var density = 1.0
  }

  private(set) var candidates: [Candidate] = []

  /// Reads a set by the HTML standard ("Parsing a srcset attribute", 2024): an address ends at
  /// white space, commas inside of it are its own, and descriptors end at a comma outside of
  /// parentheses.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var place = 0
    // A limit: a page has up to twenty widths of a picture.
    while candidates.count < 100 {
      while place < bytes.count, bytes[place] <= 0x20 || bytes[place] == 0x2C { place += 1 }
      guard place < bytes.count else { return }
      let start = place
      while place < bytes.count, bytes[place] > 0x20 { place += 1 }
      var end = place
      while end > start, bytes[end - 1] == 0x2C { end -= 1 }
      var candidate = Candidate(address: String(decoding: bytes[start..<end], as: UTF8.self))
      if end == place {
        let descriptors = place
        var depth = 0
        while place < bytes.count, bytes[place] != 0x2C || depth > 0 {
          if bytes[place] == 0x28 { depth += 1 }
          if bytes[place] == 0x29 { depth = max(0, depth - 1) }
          place += 1
        }
        ImageCandidates.read(bytes[descriptors..<place], into: &candidate)
      }
      if !candidate.address.isEmpty { candidates.append(candidate) }
    }
  }

  private static func read(_ bytes: ArraySlice<UInt8>, into candidate: inout Candidate) {
    for word in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      let text = String(decoding: word.dropLast(), as: UTF8.self)
      switch word.last {
      case 0x77: candidate.width = Int(text).flatMap { $0 > 0 ? $0 : nil }
      case 0x78: candidate.density = Double(text).flatMap { $0 > 0 && $0 < 100 ? $0 : nil } ?? 1
      default: break
      }
    }
  }
}
