import FoundationEssentials
import NewsModel
import Stories

extension Pipeline {
  /// The stage compose: entries of the stories that changed, and whether a reader is told.
  mutating func compose(
    _ changes: [StoryChange], outcome: ArticleIntake.Outcome
  ) -> ComposedChanges {
    var composed = ComposedChanges()
    composed.articles = outcome.changed.union(outcome.gone.keys)
    let closing = closingDate
    for change in changes {
      onProgress(.compose)
      let story = change.story
      if change.kind == .removed {
        composed.retired.insert(story.id)
        entries[story.id] = nil
        clock.forget(story.id, updated: story.updated)
        if story.updated == newest { newest = state.ledger.stories.values.map(\.updated).max() }
      } else {
        composed.changed.insert(story.id)
        let composition = composition(of: story)
        let old = EntrySubstance(stored: story.substance)
        let substance = old.map(composition.substance.remembering) ?? composition.substance
        let updated: Date
        switch change.kind {
        case .created, .returned:
          let telling = lastTelling(composition.entry) ?? story.published
          updated =
            change.kind == .created
            ? clock.first(story.id, date: telling)
            : clock.next(story.id, previous: story.updated, cause: telling)
          composed.begun.insert(story.id)
          composed.told.insert(story.id)
        default:
          let isClosed = closing.map { story.updated < $0 } ?? false
          let news = old.flatMap {
            substance.change(from: $0, changed: outcome.changed.union(change.joined))
          }
          if let news, !isClosed {
            updated = clock.next(story.id, previous: story.updated, cause: date(of: news))
            composed.told.insert(story.id)
          } else {
            updated = story.updated
          }
        }
        state.revise(
          story.id, title: composition.entry.title, updated: updated,
          substance: substance.stored)
        newest = max(newest ?? updated, updated)
        var entry = composition.entry
        entry.updated = updated
        entries[story.id] = entry
      }
      composed.summary.append(
        .init(
          kind: change.kind.rawValue, id: story.id,
          title: state.ledger.stories[story.id]?.title ?? story.title, survivor: change.survivor,
          articles: change.kind == .removed ? 0 : story.articles.count))
    }
    return composed
  }

  /// The entry of a story, from memory or composed.
  ///
  /// - Returns: Nil if the story is no more, or none of its articles is remembered.
  mutating func entry(of id: EntryID) -> Entry? {
    if let entry = entries[id] { return entry }
    guard let story = state.ledger.stories[id],
      story.articles.contains(where: { state.articles[$0] != nil })
    else { return nil }
    return composition(of: story).entry
  }

  /// Composes a story as it is remembered.
  func composition(of story: Story) -> Composition {
    let resolver = ArticleResolver(site: site, settings: settings, state: state)
    return EntryComposer(preferences: settings.compositionPreferences).composition(
      of: story, articles: story.articles.compactMap { state.articles[$0]?.article },
      pins: pins.entryPins(of: story.articles) { resolver.article(named: $0) })
  }

  /// The instant before which a story is closed; nil while there is no story.
  var closingDate: Date? {
    newest.map { FeedWindow(size: settings.window).cutoff(newest: $0) }
  }

  /// The date of the last article that brought something of its own.
  private func lastTelling(_ entry: Entry) -> Date? {
    entry.coverage.filter { $0.relation == .canonical || $0.relation == .independent }
      .map(\.published).max()
  }

  /// The date of the article that caused a change worth telling; for a changed text, when it says it was changed.
  private func date(of news: SubstanceChange) -> Date? {
    guard let article = state.articles[news.cause]?.article else { return nil }
    return max(article.published, article.modified.map { min($0, now()) } ?? article.published)
  }
}

extension Settings {
  /// What the settings say of how entries are composed.
  var compositionPreferences: CompositionPreferences {
    var outlets: [String: OutletPreference] = [:]
    for source in sources {
      outlets[source.name] = OutletPreference(
        rank: source.rank, textExtent: source.text, feedURL: source.feed)
    }
    return CompositionPreferences(
      baseURL: baseURL, language: language, outlets: outlets,
      quotation: QuotationLimit(sentences: quotedSentences, characters: quotedCharacters))
  }
}
