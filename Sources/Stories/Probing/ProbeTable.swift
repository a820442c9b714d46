/// A table of the places of some numbers.
///
/// It is an open hash table, at most a sixteenth full: most numbers of another article are not in
/// it, and one look tells that.
struct ProbeTable<Number: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  /// The numbers; of those that are there more than once the first is found.
  let numbers: [Number]
  /// The place of a number plus one, or zero.
  private let places: [UInt16]
  private let shift: UInt32

  /// Lays out some numbers.
  ///
  /// - Parameter numbers: Not more than 12,000: the words that are read of an article
  ///   (`FeatureValues.wordLimit`) and as many pairs.
  /// - Complexity: O(*n*).
  init(_ numbers: [Number]) {
    self.numbers = numbers
    var bits: UInt32 = 6
    while 1 << bits < numbers.count * 16 { bits += 1 }
    shift = 64 - bits
    var places = [UInt16](repeating: 0, count: 1 << bits)
    for (index, number) in numbers.enumerated() {
      var place = Self.place(number, shift)
      while places[place] != 0, numbers[Int(places[place]) - 1] != number {
        place = (place + 1) & (places.count - 1)
      }
      if places[place] == 0 { places[place] = UInt16(index + 1) }
    }
    self.places = places
  }

  /// Finds the places of those numbers that are in the table, in their order.
  ///
  /// - Parameters:
  ///   - range: Which of the others to look up.
  ///   - others: Numbers.
  ///   - visit: Called with the index among the others and the place in the table.
  @inline(__always)
  func forEachFound(
    _ range: Range<Int>, of others: [Number], _ visit: (_ index: Int, _ own: Int) -> Void
  ) {
    let last = places.count - 1
    let shift = shift
    places.withUnsafeBufferPointer { places in
      numbers.withUnsafeBufferPointer { numbers in
        others.withUnsafeBufferPointer { others in
          withUnsafeTemporaryAllocation(of: Int32.self, capacity: range.count + 1) { taken in
            var count = 0
            for index in range {
              // Always written, and counted only if something is there: the processor cannot
              // predict a branch here.
              taken[count] = Int32(truncatingIfNeeded: index)
              count &+= places[Self.place(others[index], shift)] == 0 ? 0 : 1
            }
            for index in taken[..<count] {
              let number = others[Int(index)]
              var place = Self.place(number, shift)
              while places[place] != 0 {
                let own = Int(places[place]) - 1
                if numbers[own] == number {
                  visit(Int(index), own)
                  break
                }
                place = (place + 1) & last
              }
            }
          }
        }
      }
    }
  }

  /// The multiplicative hash of Knuth, The Art of Computer Programming 3, 6.4, with 2⁶⁴ over the
  /// golden ratio: terms of one language share low bits.
  @inline(__always)
  private static func place(_ number: Number, _ shift: UInt32) -> Int {
    Int((UInt64(number) &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(shift))
  }
}
