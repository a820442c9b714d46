public import NewsModel

extension StoryIndex {
  /// The articles that are grouped with one another: who leaves or joins one part changes no other.
  ///
  /// - Returns: Each article once, each part ordered.
  /// - Complexity: O(*n* + *m*) in the articles and the kept scores.
  public func components() -> [[ArticleID]] {
    var links: [Int32: [Int32]] = [:]
    for pair in pins.together {
      guard let one = slotOfArticle[pair.first], let other = slotOfArticle[pair.second] else {
        continue
      }
      links[one, default: []].append(other)
      links[other, default: []].append(one)
    }
    var seen = [Bool](repeating: false, count: slots.count)
    var found: [[ArticleID]] = []
    for start in slots.indices where !seen[start] && isLeader(start) {
      var component: [ArticleID] = []
      var waiting = [Int32(start)]
      seen[start] = true
      while let slot = waiting.popLast() {
        component += ids([slot])
        let scored = slots[Int(slot)].neighbours.lazy
          .filter { $0.score.total > configuration.model.link }.map(\.slot)
        for other in Array(scored) + (links[slot] ?? []) where !seen[Int(other)] {
          seen[Int(other)] = true
          waiting.append(other)
        }
      }
      found.append(component.sorted())
    }
    return found
  }

  private func isLeader(_ slot: Int) -> Bool {
    slots[slot].article != nil && !slots[slot].isFollower
  }
}
