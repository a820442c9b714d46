import FoundationEssentials
import Logging
import NewsModel
import Stories

/// The recovery of state from published documents, when it is lost.
struct LostState {
  let rules: SiteRules
  let world: PassWorld

  /// Recovers ids, dates and feeds.
  ///
  /// - Throws: `FileError` if what was published cannot be read; `StateError` if the disk refuses.
  func recover(into memory: inout SiteMemory) throws {
    let recovery = PublishedRecovery(
      publicDirectory: world.site.publicDirectory, files: world.files)
    var recovered = try recovery.recover(feedNames: rules.feeds.map(\.name))
    try prune(&recovered, in: &memory)
    memory.recover(recovered.records)
    for problem in recovered.problems { memory.note(problem) }
    if !memory.state.ledger.stories.isEmpty {
      world.log.notice(
        "ids recovered from what was published",
        metadata: ["stories": "\(memory.state.ledger.stories.count)"])
    }
  }

  /// Puts recovered stories that are old enough to be pruned where they were: their files may be gone for long, and are not
  /// to be taken for withdrawn.
  private func prune(
    _ recovered: inout PublishedRecovery.Recovered, in memory: inout SiteMemory
  ) throws {
    var stories: [EntryID: Story] = [:]
    for case .story(let story) in recovered.records { stories[story.id] = story }
    guard let age = rules.settings.pruneAfter, let newest = stories.values.map(\.updated).max()
    else { return }
    let boundary = Ageing.boundary(newest, age)
    let shown = Set(
      recovered.records.flatMap { record -> [EntryID] in
        if case .feed(let feed) = record { feed.entries } else { [] }
      })
    let old = stories.values.filter { story in
      !shown.contains(story.id) && story.updated < boundary
        && (recovered.members[story.id] ?? []).allSatisfy { $0.published < boundary }
    }.sorted { ($0.updated, $0.id) < ($1.updated, $1.id) }
    guard !old.isEmpty else { return }
    recovered.records.removeAll { record in
      if case .story(let story) = record { old.contains { $0.id == story.id } } else { false }
    }
    // A look that changes nothing says nothing of them either.
    guard memory.isWriting else { return }
    let named = Set(
      recovered.records.compactMap { record -> EntryID? in
        if case .retired(let retired) = record { retired.survivor } else { nil }
      })
    try memory.prune(
      old.flatMap { story in
        (recovered.members[story.id] ?? []).map(Self.textless) + [.story(story)]
      },
      survivors: old.filter { named.contains($0.id) }.map { .init(id: $0.id, slug: $0.slug) },
      inPlaceOf: nil)
  }

  /// An article of which only its page knows.
  private static func textless(_ member: PublishedStory.Member) -> StateRecord {
    .article(
      ArticleRecord(
        id: member.id,
        versions: [
          .init(
            path: "",
            article: Article(
              id: member.id, outlet: member.outlet, url: member.url, title: member.title,
              paragraphs: [], published: member.published))
        ]))
  }
}
