/// Applies pins to the groups that scores have made: whole stories are joined, not single articles
/// moved.
///
/// Each pair that a person has put together is a block; blocks are joined in the order of their
/// ids. A pair that would bring two articles together that are to be apart is left out. Then each
/// group of the scores, in the order of its first article, gathers the blocks that have articles of
/// it, the one with the most first, and then the rest of its articles. Articles that would break an
/// `apart` stay outside. So every pin holds that does not contradict another one, and the result
/// depends only on the set of articles and pins.
struct PinnedGroups {
  private let apart: [Int: Set<Int>]
  /// The members of each block, by its name; a block that went into another one is empty.
  private var blocks: [Set<Int>] = []
  private var blockOf: [Int: Int] = [:]

  /// Takes pins of pairs.
  ///
  /// - Parameters:
  ///   - together: The pairs that are one story, in order.
  ///   - apart: The pairs that are not.
  init(together: [(Int, Int)], apart: [(Int, Int)]) {
    var apartFrom: [Int: Set<Int>] = [:]
    for (one, other) in apart {
      apartFrom[one, default: []].insert(other)
      apartFrom[other, default: []].insert(one)
    }
    self.apart = apartFrom
    for (one, other) in together { join(block(of: one), block(of: other)) }
  }

  /// Makes the stories.
  ///
  /// - Parameter groups: The groups by scores, with no two articles of a group apart; ordered by
  ///   their first.
  /// - Returns: The groups, each in order, ordered by their first.
  mutating func stories(of groups: [[Int]]) -> [[Int]] {
    // Most components have no pin at all.
    if blocks.isEmpty { return groups }
    var others: [[Int]] = []
    for group in groups {
      let rest = gather(group)
      if !rest.isEmpty { others.append(rest) }
    }
    return (blocks.filter { !$0.isEmpty }.map { $0.sorted() } + others).sorted { $0[0] < $1[0] }
  }

  /// Joins the blocks with articles of a group, and its other articles with them; returns those
  /// that must stay outside.
  private mutating func gather(_ group: [Int]) -> [Int] {
    var shares: [Int: Int] = [:]
    for article in group { if let block = blockOf[article] { shares[block, default: 0] += 1 } }
    let ranked = shares.keys.sorted {
      (-(shares[$0] ?? 0), blocks[$0].min() ?? 0) < (-(shares[$1] ?? 0), blocks[$1].min() ?? 0)
    }
    for (number, block) in ranked.enumerated() where !blocks[block].isEmpty {
      for other in ranked[(number + 1)...] where !blocks[other].isEmpty { join(block, other) }
    }
    var rest = group.filter { blockOf[$0] == nil }
    for block in ranked where !blocks[block].isEmpty {
      let fitting = rest.filter { isFree(blocks[block], of: [$0]) }
      for article in fitting { put(article, in: block) }
      rest.removeAll { blockOf[$0] != nil }
    }
    return rest
  }

  private mutating func block(of article: Int) -> Int {
    if let block = blockOf[article] { return block }
    blocks.append([])
    put(article, in: blocks.count - 1)
    return blocks.count - 1
  }

  private mutating func put(_ article: Int, in block: Int) {
    blocks[block].insert(article)
    blockOf[article] = block
  }

  /// Folds the second block into the first, unless two of their articles are to be apart.
  private mutating func join(_ one: Int, _ other: Int) {
    guard one != other, isFree(blocks[one], of: blocks[other]) else { return }
    for article in blocks[other] { blockOf[article] = one }
    blocks[one].formUnion(blocks[other])
    blocks[other] = []
  }

  /// Whether no article of the one must be apart from one of the other.
  private func isFree(_ one: Set<Int>, of other: Set<Int>) -> Bool {
    one.allSatisfy { apart[$0]?.isDisjoint(with: other) ?? true }
  }
}
