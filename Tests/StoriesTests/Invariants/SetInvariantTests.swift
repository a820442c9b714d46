import Foundation
import NewsModel
import SeededRandom
import Testing

@testable import Stories

/// The ground rules of merging, over invented news and, where they are, the labelled collections.
@Suite("The stories are a function of the set of articles")
struct SetInvariantTests {
  /// Where the articles come from.
  enum Source: String, CaseIterable, Sendable {
    case invented
    case mixed
    case vietnamese
    case shortTexts
    case tenLanguages

    func articles() throws -> [Article] {
      switch self {
      case .invented: InventedStream(seed: 11, eventCount: 60).articles
      // Every so many, to keep a debug build within seconds.
      case .mixed: try EvaluationCollections.articles("mix-dev", step: 11)
      case .vietnamese: try EvaluationCollections.articles("vmds-dev", step: 2)
      case .shortTexts: try EvaluationCollections.articles("allsides-dev", step: 5)
      case .tenLanguages: try EvaluationCollections.articles("semeval-dev-articles", step: 12)
      }
    }

    static let present = EvaluationCollections.directory == nil ? [.invented] : allCases
  }

  private static let seeds: [UInt64] = [1, 2, 3]
  private let configuration = StoryConfiguration(fileDates: .reachEverything)

  private func snapshot(_ articles: [Article]) -> IndexSnapshot {
    var index = StoryIndex(configuration: configuration)
    index.insert(contentsOf: articles)
    _ = index.regroup()
    return IndexSnapshot(index)
  }

  @Test("any order of arrival, in batches of any size", arguments: Source.present)
  func order(source: Source) throws {
    let articles = try source.articles()
    let expected = snapshot(articles)
    #expect(expected.groups.contains { $0.count > 1 })
    for seed in Self.seeds {
      var chance = SeededGenerator(seed: seed)
      var index = StoryIndex(configuration: configuration)
      var rest = articles.shuffled(using: &chance)[...]
      while !rest.isEmpty {
        let batch = rest.prefix(Int.random(in: 1...40, using: &chance))
        index.insert(contentsOf: batch)
        _ = index.regroup()
        rest = rest.dropFirst(batch.count)
      }
      #expect(IndexSnapshot(index) == expected, "seed \(seed)")
    }
  }

  @Test(
    "removing is never having added, and adding again restores", arguments: Source.present)
  func removal(source: Source) throws {
    let articles = try source.articles()
    for seed in Self.seeds {
      var chance = SeededGenerator(seed: seed)
      let gone = Set(
        articles.shuffled(using: &chance).prefix(articles.count / 4).map(\.id))
      var index = StoryIndex(configuration: configuration)
      index.insert(contentsOf: articles)
      _ = index.regroup()
      let whole = IndexSnapshot(index)
      for id in articles.map(\.id).shuffled(using: &chance) where gone.contains(id) {
        index.remove(id)
        if Bool.random(using: &chance) { _ = index.regroup() }
      }
      _ = index.regroup()
      #expect(
        IndexSnapshot(index) == snapshot(articles.filter { !gone.contains($0.id) }), "seed \(seed)")
      for article in articles.shuffled(using: &chance) where gone.contains(article.id) {
        index.insert(article)
      }
      _ = index.regroup()
      #expect(IndexSnapshot(index) == whole, "seed \(seed)")
    }
  }

  @Test("an edit and its undoing leave no trace", arguments: Source.present)
  func edits(source: Source) throws {
    let articles = try source.articles()
    for seed in Self.seeds {
      var chance = SeededGenerator(seed: seed)
      var index = StoryIndex(configuration: configuration)
      index.insert(contentsOf: articles)
      _ = index.regroup()
      let before = IndexSnapshot(index)
      var edited: [Article] = []
      for number in 0..<articles.count / 5 {
        // One article under the text of another.
        guard let article = articles.randomElement(using: &chance),
          let other = articles.randomElement(using: &chance),
          !edited.contains(where: { $0.id == article.id })
        else { continue }
        edited.append(
          Article(
            id: article.id, outlet: article.outlet, title: other.title,
            paragraphs: other.paragraphs + ["Edit \(number)."], language: other.language,
            published: article.published, dateOrigin: article.dateOrigin))
      }
      index.insert(contentsOf: edited)
      _ = index.regroup()
      let ids = Set(edited.map(\.id))
      #expect(
        IndexSnapshot(index) == snapshot(articles.filter { !ids.contains($0.id) } + edited),
        "seed \(seed)")
      index.insert(contentsOf: articles.filter { ids.contains($0.id) })
      _ = index.regroup()
      #expect(IndexSnapshot(index) == before, "seed \(seed)")
    }
  }

  @Test("any number of tasks", arguments: Source.present, [1, 2, 3, 7])
  func tasks(source: Source, count: Int) async throws {
    let articles = try source.articles()
    var index = StoryIndex(configuration: configuration)
    await index.insert(contentsOf: articles, tasks: count)
    _ = index.regroup()
    #expect(IndexSnapshot(index) == snapshot(articles))
  }

  @Test(
    "a pair's score depends on the two alone and is the same both ways", arguments: Source.present)
  func pairs(source: Source) throws {
    let articles = try source.articles()
    let whole = snapshot(articles)
    var chance = SeededGenerator(seed: 5)
    var checked = 0
    for article in articles.shuffled(using: &chance).prefix(40) {
      for (other, score) in whole.scores[article.id] ?? [:] {
        guard let second = articles.first(where: { $0.id.description == other }) else { continue }
        var index = StoryIndex(configuration: configuration)
        index.insert(contentsOf: [second, article])
        #expect(index.keptScores(of: article.id).map(\.1) == [score])
        let evidence = index.evidence(article.id, second.id)
        #expect(evidence?.score == score.value)
        #expect(index.evidence(second.id, article.id) == evidence)
        let sum = (evidence?.terms ?? []).reduce(0) { $0 + $1.contribution }
        // The two parts of a score are each rounded to a millionth.
        #expect(abs(sum - score.value) <= 0.000_001_1)
        checked += 1
      }
    }
    #expect(checked > 0)
  }
}
