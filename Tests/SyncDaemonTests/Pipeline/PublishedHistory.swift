import Foundation
import NewsModel
import Stories
import Testing

/// Records everything that was ever published under an id, and checks that it stays so.
struct PublishedHistory {
  /// The things that an id stands for, for ever.
  private struct Identity: Hashable {
    let slug: String
    let founding: ArticleID
    let published: Date
    let minted: Int
  }

  private var identities: [EntryID: Identity] = [:]
  private var updated: [EntryID: Date] = [:]
  private var aliases: [EntryID: EntryID] = [:]

  var isEmpty: Bool { identities.isEmpty }

  mutating func observe(_ ledger: StoryLedger, comment: Comment) {
    let living = Set(ledger.stories.keys)
    #expect(living.isDisjoint(with: ledger.retired.keys), comment)
    for id in identities.keys { #expect(ledger.isTaken(id), "an id was lost; \(comment)") }
    for story in ledger.stories.values {
      see(
        story.id,
        .init(
          slug: story.slug, founding: story.founding, published: story.published,
          minted: story.minted), updated: story.updated, comment)
      #expect(story.published <= story.updated, comment)
    }
    for story in ledger.retired.values {
      see(
        story.id,
        .init(
          slug: story.slug, founding: story.founding, published: story.published,
          minted: story.minted), updated: story.updated, comment)
    }
    for (id, survivor) in aliases {
      #expect(ledger.retired[id]?.survivor == survivor, "an alias was lost; \(comment)")
    }
    for story in ledger.retired.values {
      if let survivor = story.survivor { aliases[story.id] = survivor }
    }
    let instants = ledger.stories.values.map(\.updated)
    #expect(Set(instants).count == instants.count, "two entries share an updated; \(comment)")
    let slugs = identities.values.map(\.slug)
    #expect(Set(slugs).count == slugs.count, "two ids share a page; \(comment)")
  }

  private mutating func see(
    _ id: EntryID, _ identity: Identity, updated date: Date, _ comment: Comment
  ) {
    if let known = identities[id] {
      #expect(known == identity, "an id was used again; \(comment)")
    }
    identities[id] = identity
    if let before = updated[id] { #expect(before <= date, "updated went back; \(comment)") }
    updated[id] = date
  }
}
