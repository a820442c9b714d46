import NewsModel

/// Disjoint sets of articles that can be joined (union-find; Tarjan 1975, with path halving).
struct ArticleSets {
  private let articles: [ArticleID]
  private let places: [ArticleID: Int]
  private var parents: [Int]

  /// Puts each article into a set of its own.
  init(_ articles: [ArticleID]) {
    self.articles = articles
    places = Dictionary(
      articles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    parents = Array(articles.indices)
  }

  /// Joins the sets of some articles; unknown articles are skipped.
  mutating func join(_ members: [ArticleID]) {
    let known = members.compactMap { places[$0] }
    guard let first = known.first else { return }
    for other in known.dropFirst() { parents[root(other)] = root(first) }
  }

  /// The sets, each ordered, all ordered by their first article if the articles were given in
  /// order.
  mutating func all() -> [[ArticleID]] {
    var members: [Int: [ArticleID]] = [:]
    var order: [Int] = []
    for place in articles.indices {
      let root = root(place)
      if members[root] == nil { order.append(root) }
      members[root, default: []].append(articles[place])
    }
    return order.compactMap { members[$0] }
  }

  private mutating func root(_ place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }
}
