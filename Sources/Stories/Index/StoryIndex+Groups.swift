internal import NewsModel

/// The groups, grouped anew where something changed and nowhere else.
///
/// Two groups come to merge only through a score that links articles of theirs. So what an article
/// may change are the groups that it links to, and what becomes of these may change those that they
/// link to, and no others. Some articles are grouped together with all groups that they link to.
/// Where such a group comes out as it was, it has had the same history, and nothing beyond it can
/// tell that anything happened: done. Where it does not, it is one of those that change, and the
/// groups that it links to are looked at too. The result is that of grouping everything anew. Pins
/// join groups when all this is done (`PinnedGroups`).
extension StoryIndex {
  /// Groups anew what changes have touched.
  ///
  /// - Returns: The groups that ended and those that began.
  public mutating func regroup() -> PartitionChange {
    var begun: Set<Int> = []
    for start in ungrouped.sorted() where slots[Int(start)].group == nil {
      regroup(from: start, begun: &begun)
    }
    ungrouped = []
    let before = pinned
    pinned = pinnedStories()
    var old = Set(ended).union(before.stories)
    var new = Set(begun.subtracting(pinned.groups).compactMap { groupMembers[$0].map(ids) })
      .union(pinned.stories)
    // Groups that were stories of their own and are so no more, and the other way round.
    for group in pinned.groups.subtracting(before.groups).subtracting(begun) {
      if let members = groupMembers[group] { old.insert(ids(members)) }
    }
    for group in before.groups.subtracting(pinned.groups) {
      if let members = groupMembers[group] { new.insert(ids(members)) }
    }
    ended = []
    // A group that ended may have come back.
    return PartitionChange(
      old: old.subtracting(new).sorted { $0[0] < $1[0] },
      new: new.subtracting(old).sorted { $0[0] < $1[0] })
  }

  /// Makes stories by the pins from the groups that hold an article which a pin puts together with
  /// another.
  func pinnedStories() -> PinnedStories {
    var made = PinnedStories()
    for pair in pins.together {
      guard let one = slotOfArticle[pair.first], let other = slotOfArticle[pair.second] else {
        continue
      }
      for slot in [one, other] {
        if let group = slots[Int(slot)].group { made.groups.insert(group) }
      }
    }
    if made.groups.isEmpty { return made }
    let articles = made.groups.flatMap { groupMembers[$0].map(ids) ?? [] }.sorted()
    let places = Dictionary(uniqueKeysWithValues: articles.enumerated().map { ($1, $0) })
    let groups = made.groups.compactMap { groupMembers[$0].map(ids)?.compactMap { places[$0] } }
      .sorted { $0[0] < $1[0] }
    func pairs(_ pins: Set<ArticlePair>) -> [(Int, Int)] {
      pins.sorted().compactMap { pair in
        guard let one = places[pair.first], let other = places[pair.second] else { return nil }
        return (one, other)
      }
    }
    var pinned = PinnedGroups(together: pairs(pins.together), apart: pairs(pins.apart))
    made.stories = pinned.stories(of: groups).map { $0.map { articles[$0] } }
    return made
  }

  /// Groups an ungrouped article, those that it leads to, and every group that changes by them.
  private mutating func regroup(from start: Int32, begun: inout Set<Int>) {
    var region = reached(from: start)
    var absorbed: Set<Int> = []
    var around = groups(linkedTo: region)
    while true {
      let universe = region + around.sorted().flatMap { groupMembers[$0] ?? [] }
      counts.largestComponent = max(counts.largestComponent, universe.count)
      counts.grouped += universe.count
      let found = divide(universe)
      let changed = changedGroups(found, absorbed: absorbed)
      if changed.isEmpty {
        for group in absorbed.sorted()
        where begun.remove(group) == nil && !pinned.groups.contains(group) {
          ended.append(ids(groupMembers[group] ?? []))
        }
        for group in absorbed { groupMembers[group] = nil }
        for group in found {
          if let known = slots[Int(group[0])].group, !absorbed.contains(known) { continue }
          groupMembers[nextGroup] = group
          for slot in group { slots[Int(slot)].group = nextGroup }
          begun.insert(nextGroup)
          nextGroup += 1
        }
        return
      }
      absorbed.formUnion(changed)
      let added = changed.sorted().flatMap { groupMembers[$0] ?? [] }
      region += added
      around = around.union(groups(linkedTo: added)).subtracting(absorbed)
    }
  }

  /// The groups beside those of a region that have not come out as they were.
  private func changedGroups(_ found: [[Int32]], absorbed: Set<Int>) -> Set<Int> {
    var changed: Set<Int> = []
    for group in found {
      let known = Set(group.map { slots[Int($0)].group })
      if known.count == 1, let only = known.first ?? nil, groupMembers[only]?.count == group.count {
        continue
      }
      changed.formUnion(known.compactMap(\.self))
    }
    return changed.subtracting(absorbed)
  }

  /// The ungrouped articles that links lead to from one.
  private func reached(from start: Int32) -> [Int32] {
    var reached: [Int32] = []
    var seen: Set<Int32> = [start]
    var waiting = [start]
    while let slot = waiting.popLast() {
      reached.append(slot)
      forEachLinked(to: slot) { other in
        if slots[Int(other)].group == nil, seen.insert(other).inserted { waiting.append(other) }
      }
    }
    return reached
  }

  /// The groups that links lead to from some articles.
  private func groups(linkedTo members: [Int32]) -> Set<Int> {
    var groups: Set<Int> = []
    for slot in members {
      forEachLinked(to: slot) { other in
        if let group = slots[Int(other)].group { groups.insert(group) }
      }
    }
    return groups
  }

  private func forEachLinked(to slot: Int32, _ visit: (Int32) -> Void) {
    for neighbour in slots[Int(slot)].neighbours
    where neighbour.score.total > configuration.model.link {
      visit(neighbour.slot)
    }
  }

  /// Groups some articles as if there were no others; each group ordered by id.
  private func divide(_ members: [Int32]) -> [[Int32]] {
    if members.count == 1 { return [members] }
    let articles = members.compactMap { slot in
      slots[Int(slot)].article.map {
        (slot, $0.id, GroupedArticle($0, copyCount: 1 + slots[Int(slot)].followers.count))
      }
    }
    .sorted { $0.1 < $1.1 }
    var places: [Int32: Int] = [:]
    places.reserveCapacity(articles.count)
    for (place, article) in articles.enumerated() { places[article.0] = place }
    var links: [ComponentLink] = []
    for (place, article) in articles.enumerated() {
      for neighbour in slots[Int(article.0)].neighbours {
        guard let other = places[neighbour.slot], place < other else { continue }
        links.append(ComponentLink(first: place, second: other, score: neighbour.score))
      }
    }
    func place(_ id: ArticleID) -> Int? { slotOfArticle[id].flatMap { places[$0] } }
    var division = AverageLink(
      articles: articles.map(\.2), scores: links, apart: pairs(pins.apart, places),
      separate: Set(pins.apart.flatMap { [$0.first, $0.second].compactMap(place) }),
      model: configuration.model)
    return division.groups().map { $0.map { articles[$0].0 } }
  }

  private func pairs(_ pins: Set<ArticlePair>, _ places: [Int32: Int]) -> [(Int, Int)] {
    pins.sorted().compactMap { pair in
      guard let one = slotOfArticle[pair.first].flatMap({ places[$0] }),
        let other = slotOfArticle[pair.second].flatMap({ places[$0] })
      else { return nil }
      return (one, other)
    }
  }
}
