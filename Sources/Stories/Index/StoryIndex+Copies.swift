internal import NewsModel

/// Copies of one text follow the first of them: what is compared and kept does not grow with their
/// number.
///
/// Which of them leads is a function of the set: the one with the earliest date, ties by the
/// smallest id. Articles that a pin names stand for themselves.
extension StoryIndex {
  /// Takes an article among its copies, or lists it.
  ///
  /// - Returns: The articles whose scores are to be found.
  mutating func settle(_ slot: Int32) -> [Int32] {
    guard let article = slots[Int(slot)].article, !isPinned(article.id) else {
      list(slot)
      return [slot]
    }
    let key = CopyKey(article)
    guard let leader = leaders[key] else {
      leaders[key] = slot
      list(slot)
      return [slot]
    }
    guard let first = slots[Int(leader)].article, areOneReport(first, article) else {
      list(slot)
      return [slot]
    }
    // One memory for all.
    if article.features == first.features {
      slots[Int(slot)].article?.features = first.features
    }
    dissolve(leader)
    guard precedes(article, first) else {
      slots[Int(leader)].followers.append(slot)
      slots[Int(slot)].isFollower = true
      return []
    }
    unlist(leader)
    var followers: [Int32] = []
    swap(&followers, &slots[Int(leader)].followers)
    followers.append(leader)
    swap(&followers, &slots[Int(slot)].followers)
    slots[Int(leader)].isFollower = true
    leaders[key] = slot
    list(slot)
    return [slot]
  }

  /// Takes an article from among its copies and off the lists, with its scores and its group.
  ///
  /// - Returns: The articles whose scores are to be found: the one that leads the copies now.
  mutating func unsettle(_ slot: Int32) -> [Int32] {
    guard let article = slots[Int(slot)].article else { return [] }
    let key = CopyKey(article)
    if slots[Int(slot)].isFollower {
      if let leader = leaders[key] {
        dissolve(leader)
        slots[Int(leader)].followers.removeAll { $0 == slot }
      }
      slots[Int(slot)].isFollower = false
      return []
    }
    dissolve(slot)
    unlist(slot)
    guard leaders[key] == slot else { return [] }
    leaders[key] = nil
    var followers = slots[Int(slot)].followers
    slots[Int(slot)].followers = []
    guard
      let next = followers.min(by: { one, other in
        guard let first = slots[Int(one)].article, let second = slots[Int(other)].article else {
          return false
        }
        return precedes(first, second)
      })
    else { return [] }
    followers.removeAll { $0 == next }
    slots[Int(next)].followers = followers
    slots[Int(next)].isFollower = false
    leaders[key] = next
    list(next)
    return [next]
  }

  /// The article that stands for one in scores and groups: itself, or the copy that it follows.
  func leader(of slot: Int32) -> Int32 {
    guard slots[Int(slot)].isFollower, let article = slots[Int(slot)].article else { return slot }
    return leaders[CopyKey(article)] ?? slot
  }

  private func isPinned(_ id: ArticleID) -> Bool {
    pinnedArticles.contains(id)
  }

  /// Whether two copies print one text for the scorer, too, which tells of few words that they are
  /// nothing.
  private func areOneReport(_ first: PreparedArticle, _ second: PreparedArticle) -> Bool {
    candidates.reasonNotToCompare(first, second) == nil
      && PairScorer(model: configuration.model).score(first, second).isReprint
  }

  private func precedes(_ one: PreparedArticle, _ other: PreparedArticle) -> Bool {
    (one.time.milliseconds, one.id) < (other.time.milliseconds, other.id)
  }
}
