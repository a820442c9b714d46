/// A pattern of names that are ignored, as in `.gitignore`.
///
/// `*` and `?` stand for characters of one name, `**` for any folders. A pattern without a slash
/// inside holds at any depth; one with a slash at its end holds for folders alone, with all that is
/// in them. Capitals do not matter.
struct IgnorePattern: Hashable, Sendable {
  /// The pattern as it was written.
  let text: String
  /// Whether it takes back an earlier pattern: `!name`.
  let isNegated: Bool
  private let isForFolders: Bool
  private let segments: [[UInt8]]

  init(_ text: String) {
    self.text = text
    var rest = text.lowercased()[...]
    isNegated = rest.hasPrefix("!")
    if isNegated { rest.removeFirst() }
    isForFolders = rest.hasSuffix("/")
    if isForFolders { rest.removeLast() }
    let isAnchored = rest.contains("/")
    if rest.hasPrefix("/") { rest.removeFirst() }
    let own = rest.split(separator: "/").map { Array($0.utf8) }
    segments = isAnchored ? own : [Array("**".utf8)] + own
  }

  /// The ending, if the pattern asks for nothing else: `png` for `*.png`.
  var plainExtension: String? {
    guard !isForFolders, segments.count == 2, segments[0] == Array("**".utf8),
      segments[1].starts(with: Array("*.".utf8))
    else { return nil }
    let rest = segments[1].dropFirst(2)
    guard !rest.isEmpty, !rest.contains(where: { [0x2A, 0x2E, 0x3F].contains($0) }) else {
      return nil
    }
    return String(decoding: rest, as: UTF8.self)
  }

  /// Compares a file's path with the pattern.
  ///
  /// - Parameter parts: The parts of the file's path in lower case.
  /// - Returns: Whether the pattern holds for the file, or for a folder on its way.
  func holds(for parts: [[UInt8]]) -> Bool {
    // The beginnings of the pattern that hold for the parts so far: a row for each part, as for
    // edit distances.
    var row = [Bool](repeating: false, count: segments.count + 1)
    row[0] = true
    for (place, segment) in segments.enumerated() where Self.isAnyDepth(segment) {
      row[place + 1] = row[place]
    }
    for (place, part) in parts.enumerated() {
      var next = [Bool](repeating: false, count: segments.count + 1)
      for (index, segment) in segments.enumerated() {
        if Self.isAnyDepth(segment) {
          next[index + 1] = next[index] || row[index + 1]
        } else {
          next[index + 1] = row[index] && Self.matches(segment, part)
        }
      }
      row = next
      let isFolder = place + 1 < parts.count
      if row[segments.count], isFolder || !isForFolders, !endsAnyDepth || !isFolder { return true }
    }
    return false
  }

  private var endsAnyDepth: Bool { segments.last.map(Self.isAnyDepth) ?? false }

  private static func isAnyDepth(_ segment: [UInt8]) -> Bool { segment == [0x2A, 0x2A] }

  /// Compares a name with a pattern of `*` and `?`. Going back to the last star alone suffices.
  private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    var place = 0
    var index = 0
    var star: (place: Int, index: Int)?
    while index < name.count {
      if place < pattern.count, pattern[place] == 0x2A {
        star = (place, index)
        place += 1
      } else if place < pattern.count, pattern[place] == 0x3F || pattern[place] == name[index] {
        place += 1
        index += 1
      } else if let last = star {
        star = (last.place, last.index + 1)
        place = last.place + 1
        index = last.index + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == 0x2A }
  }
}
