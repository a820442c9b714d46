import SeededRandom

extension [UInt8] {
  /// Takes bytes out, doubles them, moves them or makes one another.
  mutating func damage(_ chance: inout SeededGenerator) {
    let at = Int.random(in: 0..<count, using: &chance)
    let some = at..<Swift.min(count, at + Int.random(in: 1...600, using: &chance))
    switch Int.random(in: 0..<4, using: &chance) {
    case 0: removeSubrange(some)
    case 1: insert(contentsOf: self[some], at: at)
    case 2:
      let taken = Array(self[some])
      removeSubrange(some)
      insert(contentsOf: taken, at: Int.random(in: 0...count, using: &chance))
    default: self[at] = UInt8.random(in: 0x20...0x7E, using: &chance)
    }
  }
}
