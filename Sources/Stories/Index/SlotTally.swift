/// The weights that articles share with the one of a search; made once and used for many searches.
struct SlotTally: Sendable {
  /// The shared weights by slot; all zero between searches.
  private var sums: [SharedWeight] = []
  /// The slots whose sum is not zero, and room for all and one more.
  private var touched: [Int32] = []
  private var touchedCount = 0

  /// Makes room for so many slots.
  mutating func reserve(_ slotCount: Int) {
    guard sums.count <= slotCount else { return }
    // Slots come one by one.
    let count = slotCount + slotCount / 2 + 1
    sums += repeatElement(SharedWeight(), count: count - sums.count)
    touched += repeatElement(0, count: count - touched.count)
  }

  /// Runs through a part of a term's list, of slots that there is room for.
  mutating func add(_ term: SignatureTerm, to postings: UnsafeBufferPointer<PostingList.Posting>) {
    let share = SharedWeight(term.weight, isInOpening: term.isInOpening, false)
    let openingShare = SharedWeight(term.weight, isInOpening: term.isInOpening, true)
    var count = touchedCount
    sums.withUnsafeMutableBufferPointer { sums in
      touched.withUnsafeMutableBufferPointer { touched in
        for posting in postings {
          let slot = Int(posting.slot)
          let sum = sums[slot]
          // Always written and counted only if new, since which it is cannot be foretold.
          touched[count] = posting.slot
          count &+= sum.isNothing ? 1 : 0
          sums[slot] = sum + (posting.isInOpening ? openingShare : share)
        }
      }
    }
    touchedCount = count
  }

  /// Returns the slots with enough in common, in no order, and empties it.
  mutating func drain(where isEnough: (_ slot: Int32, _ sum: SharedWeight) -> Bool) -> [Int32] {
    var taken: [Int32] = []
    for index in 0..<touchedCount {
      let slot = touched[index]
      if isEnough(slot, sums[Int(slot)]) { taken.append(slot) }
      sums[Int(slot)] = SharedWeight()
    }
    touchedCount = 0
    return taken
  }
}
