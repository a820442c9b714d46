public import Feeds
public import NewsModel

/// The settings of a site, from `newsfold.yaml`, every key with a default.
///
/// `SettingKey.all` is the one table of keys: the reader, the environment overrides, the file that
/// `init` writes and the test of the documentation all use it.
public struct Settings: Hashable, Sendable {
  /// The title of the site.
  public var title = "Newsfold"
  /// The site's subject, in a sentence.
  public var subtitle = "One entry a story, with its sources inside"
  /// The absolute address that `public/` is served at, ending in `/`.
  public var baseURL = "http://127.0.0.1:8080/"
  /// The language of the site (BCP 47); nil leaves it to the entries.
  public var language: String?
  /// The publisher of the feeds.
  public var author = Person(name: "Newsfold")
  /// The directories that are watched, relative to the site or absolute.
  public var articles = ["articles"]
  /// Patterns of files that are ignored, besides `IgnoreRules.defaults`.
  public var ignore: [String] = []
  /// Hints for folders, by patterns of their files' paths.
  public var folders: [FolderSettings] = []
  /// The address on which `newsfold run` listens, `ADDRESS:PORT`; by default this machine only.
  public var listen = "127.0.0.1:8080"
  /// The address of a listener of its own for operators, `ADDRESS:PORT`; nil answers them where
  /// everything is served.
  public var operationsListen: String?
  /// The stretch of the past that feeds show.
  public var window = FeedWindowSize()
  /// The time that a file must be quiet before it is read.
  public var settle: Duration = .milliseconds(200)
  /// The interval between two looks at all files, besides the watcher's events.
  public var rescan: Duration = .seconds(600)
  /// The way in which files are watched.
  public var watch = WatchChoice.auto
  /// The interval between two looks at a polled directory.
  public var poll: Duration = .seconds(2)
  /// The least time between two publications while files keep arriving.
  public var publishInterval: Duration = .seconds(2)
  /// The largest article file that is read, in bytes.
  public var largestFile = 32 * 1024 * 1024
  /// The time that a file must be missing before a running service withdraws its articles.
  public var withdrawAfter: Duration = .seconds(10)
  /// The share of all files that may go at once; if more are missing together, they are kept.
  public var withdrawShare = 0.5
  /// Further feeds, by name.
  public var feeds: [FeedSettings] = []
  /// Settings for outlets, by their names.
  public var sources: [SourceSettings] = []
  /// The extent of other people's text that is shown.
  public var text = TextExtent.extract
  /// The most sentences quoted of one further source.
  public var quotedSentences = 3
  /// The most characters of one quoted sentence.
  public var quotedCharacters = 300
  /// The age at which a story is moved to the archive; nil moves none.
  public var archiveAfter: Duration? = .seconds(30 * 86_400)
  /// The age at which the texts of an archived story's articles are dropped; nil keeps them.
  public var pruneAfter: Duration?
  /// The authority of the `tag:` ids (RFC 4151 §2.1): a host or an address that was the site's on
  /// `idDate`.
  public var idAuthority = "newsfold.example"
  /// The date of the `tag:` ids, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var idDate = "2026-01-01"
  /// WebSub hubs that are notified of each change.
  public var hubs: [String] = []
  /// The places on object storage to which the site is published beside its directory.
  public var buckets: [BucketSettings] = []
  /// The minutes that readers may keep a document before they ask again.
  public var minutesToLive = 5
  /// The bytes that a feed document should have at most.
  public var largestDocument = 1_000_000
  /// The bytes of a document's entries; the tenth that is left is for its own elements and its
  /// tombstones.
  var entryBytes: Int { largestDocument / 10 * 9 }
  /// The static hosts for which documents are written.
  public var staticHosts: [StaticHost] = []
  /// A file with the bearer token for `POST /resync`; nil turns that off.
  public var resyncTokenFile: String?

  /// Makes the defaults.
  public init() {}
}
