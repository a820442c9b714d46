/// A key of the `_newsfold` extension of JSON Feed, with what it means, as the site's page about
/// its feeds tells it.
///
/// `Feeds.docc/JSONFeedExtension.md` has the same keys at length; a test compares both with what is
/// written.
struct ExtensionKey: Hashable, Sendable {
  /// The path of the key below `_newsfold`, `[]` for each element of an array.
  let path: String
  /// Its meaning.
  let meaning: String

  /// The keys beside the feed's own members.
  static let ofFeed = [
    ExtensionKey(path: "version", meaning: "The version of these keys: 2."),
    ExtensionKey(path: "about", meaning: "The address of this page."),
    ExtensionKey(path: "id", meaning: "The feed’s permanent id, the same as in Atom."),
    ExtensionKey(path: "updated", meaning: "The date of its newest entry."),
    ExtensionKey(path: "is_archive", meaning: "True in archive documents, which do not change."),
    ExtensionKey(path: "current_url", meaning: "In archive documents: the feed to subscribe to."),
    ExtensionKey(path: "newer_url", meaning: "In archive documents: the next newer one."),
    ExtensionKey(path: "tombstones[].id", meaning: "The id of an entry that is gone."),
    ExtensionKey(path: "tombstones[].when", meaning: "When it went."),
    ExtensionKey(path: "tombstones[].survivor", meaning: "The id of the entry it was folded into."),
    ExtensionKey(path: "tombstones[].survivor_url", meaning: "The page of that entry."),
  ]

  /// The keys of each item.
  static let ofItem = [
    ExtensionKey(path: "slug", meaning: "The last part of the page’s address; never changes."),
    ExtensionKey(
      path: "story_url", meaning: "The story’s page, if the item’s own address leads elsewhere."),
    ExtensionKey(
      path: "details_url",
      meaning: "The story as JSON, with its decisions: what was decided when, and the evidence."),
    ExtensionKey(
      path: "canonical_reason",
      meaning: "Why the lead report was chosen, in words of the feed’s language."),
    ExtensionKey(
      path: "canonical_clauses[]",
      meaning:
        "The same for programs, the clauses that left others out, in their order: only, pinned, language, original, report, complete, statedTitle, preferred, central, earliest, fullest, id."
    ),
    ExtensionKey(
      path: "source_count",
      meaning: "How many articles bring something of their own: the canonical and independent ones."
    ),
    ExtensionKey(
      path: "article_count",
      meaning:
        "How many articles the story has in all, reposts and rewrites too; where that is more than 200, not all are listed."
    ),
    ExtensionKey(path: "sources[].id", meaning: "The article’s id; the first source is the lead."),
    ExtensionKey(path: "sources[].outlet", meaning: "Who published it."),
    ExtensionKey(path: "sources[].title", meaning: "Its headline."),
    ExtensionKey(path: "sources[].url", meaning: "Its permalink, if it has one."),
    ExtensionKey(path: "sources[].feed_url", meaning: "The outlet’s own feed, if known."),
    ExtensionKey(path: "sources[].language", meaning: "Its language, if known."),
    ExtensionKey(path: "sources[].date_published", meaning: "When it was published."),
    ExtensionKey(
      path: "sources[].date_origin",
      meaning: "Where that date is from: stated, statedDay, url, or file (nobody stated it)."),
    ExtensionKey(
      path: "sources[].relation",
      meaning:
        "What it brings: canonical, repost or rewrite (of the lead or of another source), independent."
    ),
    ExtensionKey(
      path: "sources[].additions[]",
      meaning: "Sentences that the lead does not have, word for word, most telling first."),
    ExtensionKey(path: "disagreements[].subject", meaning: "What is counted."),
    ExtensionKey(path: "disagreements[].figures[].text", meaning: "The figure as it was printed."),
    ExtensionKey(path: "disagreements[].figures[].value", meaning: "Its value."),
    ExtensionKey(path: "disagreements[].figures[].source", meaning: "The id of who gives it."),
    ExtensionKey(path: "disagreements[].figures[].outlet", meaning: "The outlet’s name."),
    ExtensionKey(path: "disagreements[].figures[].sentence", meaning: "The sentence around it."),
  ]
}
