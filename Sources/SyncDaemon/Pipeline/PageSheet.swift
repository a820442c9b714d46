import Feeds
import FoundationEssentials
import NewsModel
import Stories

/// Renders the pages of stories: published, retired and archived ones.
struct PageSheet {
  let composed: ComposedChanges
  let rules: SiteRules
  let renderer: SiteRenderer

  /// The documents of one story's page.
  struct Page {
    var entry: Entry
    var documents: [FeedDocument]
    /// Its change, for the change API; nil if there is none.
    var change: EntryChange?
  }

  /// The page of a published story; nil if none of its articles is in the state.
  func story(_ id: EntryID, _ book: EntryBook, _ view: MemoryView) -> Page? {
    guard let story = view.story(id), let entry = book.entry(of: id, in: view, rules) else {
      return nil
    }
    let kind: EntryChange.Kind = composed.begun.contains(id) ? .created : .changed
    let change =
      composed.changed.contains(id)
      ? EntryChange(
        id: id, kind: kind, updated: entry.updated, title: entry.title, link: entry.link) : nil
    return Page(
      entry: entry, documents: renderer.story(story, entry: entry, in: view), change: change)
  }

  /// The page at the address of a retired story.
  func retired(
    _ id: EntryID, _ view: MemoryView, _ documents: inout [FeedDocument],
    _ publication: inout Publication
  ) {
    guard let story = view.ledger.retired[id] else { return }
    let survivor = view.ledger.resolve(id).flatMap { view.ledger.stories[$0] }
    documents += renderer.retired(story, survivor: survivor, in: view)
    let path = renderer.pagePath(slug: story.slug)
    if let survivor {
      publication.redirects.append(
        PageRedirect(path: path, url: renderer.link(slug: survivor.slug)))
    } else {
      publication.gone.append(path)
    }
    guard composed.retired.contains(id) else { return }
    publication.changes.append(
      EntryChange(
        id: id, kind: .removed, updated: story.when, title: story.title,
        link: renderer.link(slug: story.slug), survivor: survivor?.id))
  }

  /// The page of an archived story, and the redirects of retired ids that lead to it.
  func archived(
    _ story: Story, _ book: EntryBook, _ view: MemoryView, _ documents: inout [FeedDocument],
    _ publication: inout Publication
  ) {
    guard let entry = book.entry(of: story.id, in: view, rules) else { return }
    documents += renderer.story(story, entry: entry, in: view)
    for alias in view.ledger.aliases(of: story.id) {
      guard let retired = view.ledger.retired[alias] else { continue }
      documents += renderer.retired(retired, survivor: story, in: view)
      publication.redirects.append(
        PageRedirect(
          path: renderer.pagePath(slug: retired.slug), url: renderer.link(slug: story.slug)))
    }
  }
}
