public import NewsModel

/// The agreement of groups with gold stories.
///
/// Pairwise shares are the "standard F1" of Miranda et al. 2018, over all unordered pairs of
/// articles; B-cubed is that of Bagga and Baldwin 1998, averaged over articles; the adjusted Rand
/// index that of Hubert and Arabie 1985.
public struct EvaluationScores: Hashable, Codable, Sendable {
  /// The articles that have a gold story.
  public let articleCount: Int
  /// The gold stories.
  public let goldStoryCount: Int
  /// The groups that hold any of those articles.
  public let storyCount: Int
  /// Over pairs of articles.
  public let pairwise: EvaluationShares
  /// B-cubed.
  public let bCubed: EvaluationShares
  /// The adjusted Rand index.
  public let adjustedRand: Double

  /// Compares groups with gold.
  ///
  /// - Parameters:
  ///   - groups: The groups; an article in none counts as alone.
  ///   - gold: The story of each article; articles without one are left out.
  public init(groups: [[ArticleID]], gold: [ArticleID: String]) {
    var groupOf: [ArticleID: Int] = [:]
    for (index, group) in groups.enumerated() {
      for id in group { groupOf[id] = index }
    }
    var cells: [Cell: Int] = [:]
    var storySizes: [String: Int] = [:]
    var groupSizes: [Int: Int] = [:]
    var alone = groups.count
    for (id, story) in gold.sorted(by: { $0.key < $1.key }) {
      var group = groupOf[id] ?? alone
      if groupOf[id] == nil {
        group = alone
        alone += 1
      }
      cells[Cell(story: story, group: group), default: 0] += 1
      storySizes[story, default: 0] += 1
      groupSizes[group, default: 0] += 1
    }
    func pairs(_ count: Int) -> Double { Double(count * (count - 1) / 2) }
    let both = cells.values.reduce(0) { $0 + pairs($1) }
    let inGold = storySizes.values.reduce(0) { $0 + pairs($1) }
    let said = groupSizes.values.reduce(0) { $0 + pairs($1) }
    let count = Double(gold.count)
    articleCount = gold.count
    goldStoryCount = storySizes.count
    storyCount = groupSizes.count
    pairwise = EvaluationShares(
      precision: said > 0 ? both / said : 1, recall: inGold > 0 ? both / inGold : 1)
    // Summed in order, so that the last bit does not depend on the order of a dictionary.
    let ordered = cells.sorted { ($0.key.story, $0.key.group) < ($1.key.story, $1.key.group) }
    let byGroup = ordered.reduce(0.0) {
      $0 + Double($1.value * $1.value) / Double(groupSizes[$1.key.group] ?? 1)
    }
    let byStory = ordered.reduce(0.0) {
      $0 + Double($1.value * $1.value) / Double(storySizes[$1.key.story] ?? 1)
    }
    bCubed = EvaluationShares(
      precision: count > 0 ? byGroup / count : 1, recall: count > 0 ? byStory / count : 1)
    let all = pairs(gold.count)
    let expected = all > 0 ? inGold * said / all : 0
    let most = (inGold + said) / 2
    adjustedRand = most == expected ? 1 : (both - expected) / (most - expected)
  }

  private struct Cell: Hashable {
    var story: String
    var group: Int
  }
}
