import SeededRandom
import Testing

@testable import Stories

@Suite("What links groups to one another")
struct GroupLinksTests {
  @Test("is what a table of all pairs says, whatever is folded into what", arguments: 1...20)
  func folds(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let count = 24
    var links = GroupLinks(groupCount: count)
    var table = [[LogOdds?]](repeating: [LogOdds?](repeating: nil, count: count), count: count)
    for one in 0..<count {
      for other in one + 1..<count where Int.random(in: 0..<3, using: &chance) == 0 {
        let sum = LogOdds(millionths: Int64.random(in: 1...1000, using: &chance))
        links.append(GroupLink(fixed: sum, count: 1), one, other)
        table[one][other] = sum
        table[other][one] = sum
      }
    }
    links.sort()
    var left = Array(0..<count)
    while left.count > 1 {
      left.shuffle(using: &chance)
      let (group, one) = (left.removeLast(), left[0])
      links.fold(group, into: one)
      for third in left where third != one {
        let sums = [table[one][third], table[group][third]].compactMap(\.self)
        table[one][third] = sums.isEmpty ? nil : sums.reduce(.zero, +)
        table[third][one] = table[one][third]
      }
      #expect(links.row(group).isEmpty)
      for one in left {
        let others = left.filter { table[one][$0] != nil }.sorted()
        #expect(links.row(one).map { Int($0.group) } == others, "seed \(seed)")
        for entry in links.row(one) {
          #expect(links[entry].fixed == table[one][Int(entry.group)], "seed \(seed)")
          #expect(links.between(one, Int(entry.group))?.fixed == links[entry].fixed)
        }
      }
    }
  }
}
