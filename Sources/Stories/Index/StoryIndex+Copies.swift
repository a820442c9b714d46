internal import NewsModel

/// Copies of one text follow the first of them: what is compared and kept does not grow with their
/// number.
///
/// `CopyCrowd` decides who follows whom. Articles that a pin names stand for themselves.
extension StoryIndex {
  /// Takes an article among its copies, or lists it; `settleCrowds` then decides.
  mutating func settle(_ slot: Int32) {
    guard let article = slots[Int(slot)].article else { return }
    guard !pinnedArticles.contains(article.id) else {
      list(slot)
      return
    }
    let key = LikenessKey(article)
    unsettled.insert(key)
    // Out of the dictionary, so that its list is not copied.
    var crowd = crowds.removeValue(forKey: key) ?? CopyCrowd()
    crowd.insert(slot, precedes: precedes)
    crowds[key] = crowd
  }

  /// Takes an article from among its copies and off the lists, with its scores and its group;
  /// `settleCrowds` then finds others to stand for those that followed it.
  mutating func unsettle(_ slot: Int32) {
    guard let article = slots[Int(slot)].article else { return }
    dissolve(leader(of: slot))
    unlist(slot)
    let part = slots[Int(slot)].part
    slots[Int(slot)].part = nil
    guard !pinnedArticles.contains(article.id) else { return }
    let key = LikenessKey(article)
    unsettled.insert(key)
    crowds[key]?.remove(slot)
    if let leader = part?.leader { slots[Int(leader)].followers.removeAll { $0 == slot } }
    for follower in slots[Int(slot)].followers { slots[Int(follower)].part = nil }
    slots[Int(slot)].followers = []
    // Those that stand beside it are compared with others.
    guard part?.follows == false, let members = crowds[key]?.members else { return }
    for member in members where slots[Int(member)].part?.match == slot {
      slots[Int(member)].part = .alone(member)
    }
  }

  /// Decides who follows whom among the copies that have changed.
  mutating func settleCrowds() {
    for key in unsettled {
      guard var crowd = crowds.removeValue(forKey: key), !crowd.members.isEmpty else { continue }
      let parts = decide(&crowd)
      crowds[key] = crowd
      apply(parts.filter { slots[Int($0.slot)].part != $0.part })
    }
    unsettled = []
  }

  private func decide(_ crowd: inout CopyCrowd) -> [(slot: Int32, part: CopyCrowd.Part)] {
    crowd.decide(
      CopyCrowd.Facts(
        part: { slots[Int($0)].part }, copyKey: copyKey,
        outlet: { slots[Int($0)].article?.features.outlet }, areOneReport: areOneReport))
  }

  /// The article that stands for one in scores and groups: itself, or the copy that it follows.
  func leader(of slot: Int32) -> Int32 {
    slots[Int(slot)].part?.leader ?? slot
  }

  /// Takes over what was decided anew.
  private mutating func apply(_ parts: [(slot: Int32, part: CopyCrowd.Part)]) {
    var moved: Set<Int32> = []
    var leaders: Set<Int32> = []
    // Groups end with the followers that they had.
    for (slot, new) in parts {
      let old = slots[Int(slot)].part
      guard old == nil || old?.leader != new.leader else { continue }
      moved.insert(slot)
      for leader in [old?.leader, new.leader].compactMap(\.self) {
        leaders.insert(leader)
        dissolve(leader)
      }
      if old != nil, old?.leader == nil {
        dissolve(slot)
        unlist(slot)
      }
    }
    for leader in leaders { slots[Int(leader)].followers.removeAll(where: moved.contains) }
    for (slot, new) in parts {
      slots[Int(slot)].part = new
      guard moved.contains(slot) else { continue }
      guard let leader = new.leader else {
        list(slot)
        continue
      }
      slots[Int(leader)].followers.append(slot)
      // One memory for all.
      if let features = slots[Int(leader)].article?.features,
        slots[Int(slot)].article?.features == features
      {
        slots[Int(slot)].article?.features = features
      }
    }
  }

  private func copyKey(_ slot: Int32) -> CopyKey? {
    slots[Int(slot)].article.map(CopyKey.init)
  }

  /// Whether two copies print one text for the scorer, too, which tells of few words that they are
  /// nothing.
  private func areOneReport(_ one: Int32, _ other: Int32) -> Bool {
    guard let first = slots[Int(one)].article, let second = slots[Int(other)].article else {
      return false
    }
    let counts = (first.features.sequence.count, second.features.sequence.count)
    // Most that have a mark in common by chance are told apart by their lengths.
    return min(counts.0, counts.1) * 10 >= max(counts.0, counts.1) * 9
      && candidates.reasonNotToCompare(first, second) == nil
      && PairScorer(model: configuration.model).score(first, second).isReprint
  }

  private func precedes(_ one: Int32, _ other: Int32) -> Bool {
    guard let first = slots[Int(one)].article, let second = slots[Int(other)].article else {
      return one < other
    }
    return (first.time.milliseconds, first.id) < (second.time.milliseconds, second.id)
  }
}
