/// The names of the attributes of one tag so far, to leave out repeats.
///
/// Tags have a few: looking at each is faster than hashing until there are some.
struct AttributeNames {
  private(set) var count = 0
  private var places: [Range<Int>] = []
  private var hashed: Set<ArraySlice<UInt8>> = []

  /// Measured: from here on a set is faster.
  private static let fewAreBelow = 24

  /// Takes a name up.
  ///
  /// - Parameters:
  ///   - place: Where the name stands.
  ///   - bytes: What it stands in.
  /// - Returns: Whether it is new.
  mutating func insert(_ place: Range<Int>, of bytes: [UInt8]) -> Bool {
    if hashed.isEmpty {
      for known in places where known.count == place.count {
        if bytes[known].elementsEqual(bytes[place]) { return false }
      }
      places.append(place)
      count += 1
      if count == Self.fewAreBelow { hashed = Set(places.map { ArraySlice(Array(bytes[$0])) }) }
      return true
    }
    guard hashed.insert(ArraySlice(Array(bytes[place]))).inserted else { return false }
    count += 1
    return true
  }
}
