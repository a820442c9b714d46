public import NewsModel

/// The settings of a site, from `newsfold.yaml`, every key with a default.
///
/// `SettingKey.all` is the one table of keys: the reader, the environment overrides, what `init`
/// writes and the documentation test all go by it.
public struct Settings: Hashable, Sendable {
  /// The name of the site for people.
  public var title = "Newsfold"
  /// The site's subject, in a sentence.
  public var subtitle = "One entry a story, with its sources inside"
  /// The absolute address that `public/` is served at, ending in `/`.
  public var baseURL = "http://127.0.0.1:8080/"
  /// The language of the site (BCP 47); nil leaves it to the entries.
  public var language: String?
  /// Who publishes the feeds.
  public var author = Person(name: "Newsfold")
  /// The directories that are watched, relative to the site or absolute.
  public var articles = ["articles"]
  /// Patterns of files that are not looked at, besides `IgnoreRules.defaults`.
  public var ignore: [String] = []
  /// What is known of folders, by patterns of their files.
  public var folders: [FolderSettings] = []
  /// Where `newsfold run` listens: `ADDRESS:PORT`. Loopback unless told otherwise.
  public var listen = "127.0.0.1:8080"
  /// The stretch of the past that feeds show.
  public var window = FeedWindowSize()
  /// The time that a file must be quiet before it is read.
  public var settle: Duration = .milliseconds(200)
  /// The interval at which everything is looked at again, besides the events.
  public var rescan: Duration = .seconds(600)
  /// The way in which files are watched.
  public var watch = WatchChoice.auto
  /// The interval at which a polled directory is looked at.
  public var poll: Duration = .seconds(2)
  /// The least time between two publications while files keep arriving.
  public var publishInterval: Duration = .seconds(2)
  /// The largest article file that is read, in bytes.
  public var largestFile = 32 * 1024 * 1024
  /// How long a file must be absent before a running service withdraws what it said.
  public var withdrawAfter: Duration = .seconds(10)
  /// The share of all files above which files that are missing together are kept.
  public var withdrawShare = 0.5
  /// Further feeds, by name.
  public var feeds: [FeedSettings] = []
  /// The outlets of which something is known, by their names.
  public var sources: [SourceSettings] = []
  /// The extent of other people's text that is shown.
  public var text = TextExtent.extract
  /// The most sentences quoted of one further source.
  public var quotedSentences = 3
  /// The most characters of one quoted sentence.
  public var quotedCharacters = 300
  /// The age at which a story is moved to the archive; nil keeps all at hand.
  public var archiveAfter: Duration? = .seconds(30 * 86_400)
  /// The age at which the texts of an archived story's articles are dropped; nil keeps them.
  public var pruneAfter: Duration?
  /// The authority of the `tag:` ids (RFC 4151 §2.1): a host or an address that was the site's on
  /// `idDate`.
  public var idAuthority = "newsfold.example"
  /// The date of the `tag:` ids, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var idDate = "2026-01-01"
  /// WebSub hubs that are told of each change.
  public var hubs: [String] = []
  /// The minutes that readers may keep a document before they ask again.
  public var minutesToLive = 5
  /// A file with the bearer token for `POST /resync`; nil turns that off.
  public var resyncTokenFile: String?

  /// Makes the defaults.
  public init() {}
}
