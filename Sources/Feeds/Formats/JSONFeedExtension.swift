import NewsModel

/// Writes the `_newsfold` objects, which give programs everything that a story is made of.
///
/// `Feeds.docc/JSONFeedExtension.md` documents every key; a test reads both.
enum JSONFeedExtension {
  static let name = "_newsfold"
  /// The version of the keys. 2: decisions and the timeline are in `story.json` alone.
  static let version = 2

  /// The object of the feed.
  static func write(_ feed: Feed, as format: JSONFeedFormat, to json: inout JSONWriter) {
    json.object(name) { json in
      json.number("version", version)
      json.text("about", feed.baseURL + PageAssets.aboutPath)
      json.text("id", feed.id)
      json.text("updated", Timestamp.rfc3339(feed.updated))
      if feed.archive.number != nil {
        json.truth("is_archive", true)
        json.text("current_url", FeedAddress.subscriptionURL(of: feed, as: format))
      }
      if let next = feed.archive.next {
        json.text("newer_url", FeedAddress.archiveURL(of: feed, number: next, as: format))
      }
      let tombstones = FeedTombstones.announced(in: feed)
      guard !tombstones.isEmpty else { return }
      json.array("tombstones") { json in
        for tombstone in tombstones {
          json.object { json in
            json.text("id", tombstone.id.rawValue)
            json.text("when", Timestamp.rfc3339(tombstone.when))
            json.text("survivor", tombstone.survivor?.rawValue)
            json.text("survivor_url", tombstone.survivorLink)
          }
        }
      }
    }
  }

  /// The object of an entry.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - content: Its content.
  ///   - page: The address of the story's page, if the entry leads elsewhere.
  ///   - json: The writer.
  static func write(
    _ entry: Entry, content: EntryContent, page: String?, to json: inout JSONWriter
  ) {
    let extent = content.extent
    json.object(name) { json in
      json.text("slug", entry.slug)
      json.text("story_url", page)
      if entry.link.hasSuffix("stories/\(entry.slug)/") {
        json.text("details_url", entry.link + "story.json")
      }
      // The sentence in the language of the feed's pages, the clauses for programs.
      let reason = content.phrases.sentence(entry.canonicalReason)
      if !reason.isEmpty {
        json.text("canonical_reason", reason)
        json.texts("canonical_clauses", entry.canonicalReason.steps.map(\.clause.rawValue))
      }
      json.number("source_count", entry.sourceCount)
      json.number("article_count", entry.coverage.count)
      json.array("sources") { json in
        for coverage in ListedSources.of(entry) { write(coverage, extent: extent, to: &json) }
      }
      if extent != .headline, !entry.disagreements.isEmpty {
        json.array("disagreements") { json in
          for disagreement in entry.disagreements { write(disagreement, to: &json) }
        }
      }
    }
  }

  private static func write(_ coverage: Coverage, extent: TextExtent, to json: inout JSONWriter) {
    json.line { json in
      json.text("id", coverage.article.rawValue)
      json.text("outlet", coverage.outlet)
      json.text("title", coverage.title)
      json.text("url", coverage.url)
      json.text("feed_url", coverage.outletFeedURL)
      json.text("language", coverage.language)
      json.text("date_published", Timestamp.rfc3339(coverage.published))
      json.text("date_origin", coverage.dateOrigin.rawValue)
      json.text("relation", coverage.relation.rawValue)
      if extent != .headline { json.texts("additions", coverage.additions) }
    }
  }

  private static func write(_ disagreement: Disagreement, to json: inout JSONWriter) {
    json.line { json in
      json.text("subject", disagreement.subject)
      json.array("figures") { json in
        for figure in disagreement.figures {
          json.line { json in
            json.text("text", figure.text)
            json.number("value", figure.value)
            json.text("source", figure.article.rawValue)
            json.text("outlet", figure.outlet)
            json.text("sentence", figure.sentence)
          }
        }
      }
    }
  }
}
