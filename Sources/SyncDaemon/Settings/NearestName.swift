/// Finds the name that a person most probably meant.
public enum NearestName {
  /// The known name with the smallest edit distance; nil if more than half of the word would have
  /// to change.
  public static func of(_ name: String, among known: [String]) -> String? {
    let ranked = known.map { (distance: editDistance(name, $0), name: $0) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best = ranked.first, best.distance * 2 <= max(name.count, 4) else { return nil }
    return best.name
  }

  /// The number of insertions, deletions, substitutions (Levenshtein 1966) and swaps of neighbours
  /// (Damerau 1964) that turn one word into the other.
  private static func editDistance(_ first: String, _ second: String) -> Int {
    let (one, other) = (Array(first), Array(second))
    var older = [Int](repeating: 0, count: other.count + 1)
    var row = Array(0...other.count)
    for i in one.indices {
      var next = [i + 1]
      for j in other.indices {
        var best = min(row[j] + (one[i] == other[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          best = min(best, older[j - 1] + 1)
        }
        next.append(best)
      }
      (older, row) = (row, next)
    }
    return row[other.count]
  }
}
