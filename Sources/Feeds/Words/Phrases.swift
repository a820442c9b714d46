public import NewsModel

/// The words of the interface in one language.
///
/// A new language is one more file like `Phrases+English.swift` and one more line in `all`; the
/// compiler names the words that are missing.
public struct Phrases: Hashable, Sendable {
  /// The language tag (BCP 47).
  public var language: String
  /// Dates.
  public var dates: DateWords

  /// Heading of the list of sources, with their number.
  public var sources: CountedPhrase
  /// Beside the number of sources: how many articles repeat one of them.
  public var repeats: CountedPhrase
  /// The rows of a long list that are folded away, with their number.
  public var more: CountedPhrase
  /// The relation of the canonical article.
  public var leadReport: String
  /// The relation of a repost.
  public var repost: String
  /// The relation of a rewrite.
  public var rewrite: String
  /// The relation of an independent report.
  public var independent: String
  /// An outlet whose name nobody knows.
  public var unnamedOutlet: String
  /// In place of a date that nobody stated.
  public var undated: String
  /// Heading of the quotations from other sources.
  public var additions: String
  /// Heading of the figures side by side.
  public var figures: String
  /// Column heading: who gives a figure.
  public var source: String
  /// Column heading: what is counted, and the figure.
  public var figure: String
  /// Column heading: the sentence around the figure.
  public var sentence: String
  /// Heading of who reported when.
  public var timeline: String
  /// Before the name of who made a picture.
  public var pictureBy: String
  /// The link to the whole report, with `#` for the outlet.
  public var readAt: String

  /// The link that leads past the top of the page.
  public var skipToContent: String
  /// Heading of the list of stories.
  public var stories: String
  /// The number of stories.
  public var storyCount: CountedPhrase
  /// The label of the search field.
  public var search: String
  /// The sentence where a search or a filter leaves nothing.
  public var nothingFound: String
  /// Heading of the filters.
  public var filter: String
  /// The filter by source that lets all pass.
  public var allSources: String
  /// Heading of the filter by tag.
  public var tags: String
  /// The filter by tag that lets all pass.
  public var allTags: String
  /// Heading of the subscribe box.
  public var subscribe: String
  /// The first sentence of the subscribe box.
  public var subscribeHint: String
  /// Label of the links that open the feed in a reader.
  public var openIn: String
  /// The reader that the computer has.
  public var ownReader: String
  /// The list of all feeds.
  public var feedList: String
  /// The name of the three looks together.
  public var appearance: String
  /// The look that follows the device.
  public var automatic: String
  /// The light look.
  public var light: String
  /// The dark look.
  public var dark: String
  /// The link back to the front page.
  public var allStories: String
  /// The link to the index of days, and its heading.
  public var allDays: String
  /// The name of the links to the days before and after one.
  public var days: String
  /// The name of the links between the parts of a long list.
  public var parts: String
  /// Before the date of publication.
  public var published: String
  /// Before the date of the last change worth telling.
  public var updated: String
  /// The link to the page itself.
  public var permalink: String
  /// Label of the entry's id.
  public var identifier: String
  /// The sentence where there is no story yet.
  public var noStories: String
  /// Heading of the page of a merged story.
  public var movedTitle: String
  /// The words of that page before the link to the survivor.
  public var movedText: String
  /// Heading of the page of a withdrawn story.
  public var goneTitle: String
  /// The words of that page.
  public var goneText: String
  /// The sentence under each page about what the site is.
  public var colophon: String
  /// The link to the page about the feeds.
  public var about: String

  /// Heading of the decisions.
  public var why: String
  /// The first sentence of that section.
  public var whyHint: String
  /// The name of each kind of decision, with `#` for the outlet or the story.
  public var decisions: [Decision.Kind: String]
  /// After a joining: with `#` for the outlet of the closest report.
  public var closestTo: String
  /// Before the names, figures and quotations that both of them have.
  public var inBoth: String
  /// The sum of the evidence.
  public var score: String
  /// Column heading: what speaks for or against.
  public var evidence: String
  /// Column heading: how much it weighs.
  public var weight: String
  /// Why the canonical article leads.
  public var whyLead: String
  /// The words of each clause of the rule, with `#` for the number of those that it left out.
  public var clauses: [LeadReason.Clause: CountedPhrase]
  /// Between two clauses.
  public var clauseSeparator: String
  /// The name that a person gives to a term of evidence, by its name in `Decision.Evidence`
  /// (`EvidenceName` in `Stories`).
  public var terms: [String: String]
}

extension Phrases {
  /// The languages there are words for, the first being what others fall back to.
  public static let all: [Phrases] = [.english, .german, .french, .spanish, .vietnamese]

  /// The words for a language, by its primary subtag; English where there are none.
  public static func of(_ language: String?) -> Phrases {
    guard let primary = language?.split(separator: "-").first?.lowercased() else { return .english }
    return all.first { $0.language == primary } ?? .english
  }

  /// The name that a person gives to a relation.
  func name(of relation: Relation) -> String {
    switch relation {
    case .canonical: leadReport
    case .repost: repost
    case .rewrite: rewrite
    case .independent: independent
    }
  }

  /// The name that a person gives to an outlet.
  func name(of outlet: String) -> String { outlet.isEmpty ? unnamedOutlet : outlet }
}
