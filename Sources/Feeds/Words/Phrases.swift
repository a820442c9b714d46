public import NewsModel

/// The words of the interface in one language.
///
/// A new language is one more file like `Phrases+English.swift` and one more line in `all`; the compiler names the
/// words that are missing.
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
  /// How the canonical article relates to the story.
  public var leadReport: String
  /// How a repost does.
  public var repost: String
  /// How a rewrite does.
  public var rewrite: String
  /// How an independent report does.
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
  /// What is said when a search or a filter leaves nothing.
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
  /// What the subscribe box says first.
  public var subscribeHint: String
  /// Label of the links that open the feed in a reader.
  public var openIn: String
  /// The reader that the computer has.
  public var ownReader: String
  /// The list of all feeds.
  public var feedList: String
  /// What the three looks are called together.
  public var appearance: String
  /// The look that follows the device.
  public var automatic: String
  /// The light look.
  public var light: String
  /// The dark look.
  public var dark: String
  /// The link back to the front page.
  public var allStories: String
  /// Before the date of publication.
  public var published: String
  /// Before the date of the last change worth telling.
  public var updated: String
  /// The link to the page itself.
  public var permalink: String
  /// Label of the entry's id.
  public var identifier: String
  /// What is said where there is no story yet.
  public var noStories: String
  /// Heading of the page of a merged story.
  public var movedTitle: String
  /// What that page says before the link to the survivor.
  public var movedText: String
  /// Heading of the page of a withdrawn story.
  public var goneTitle: String
  /// What that page says.
  public var goneText: String
  /// What is said under each page about what the site is.
  public var colophon: String
  /// The link to the page about the feeds.
  public var about: String

  /// Heading of the decisions.
  public var why: String
  /// What that section says first.
  public var whyHint: String
  /// What each kind of decision is called, with `#` for the outlet or the story.
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
  /// What each clause of the rule says, with `#` for the number of those that it left out.
  public var clauses: [LeadReason.Clause: CountedPhrase]
  /// Between two clauses.
  public var clauseSeparator: String
  /// What a person calls a term of evidence, by its name in `Decision.Evidence` (`EvidenceName` in `Stories`).
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

  /// What a person calls a relation.
  func name(of relation: Relation) -> String {
    switch relation {
    case .canonical: leadReport
    case .repost: repost
    case .rewrite: rewrite
    case .independent: independent
    }
  }

  /// What a person calls an outlet.
  func name(of outlet: String) -> String { outlet.isEmpty ? unnamedOutlet : outlet }
}
