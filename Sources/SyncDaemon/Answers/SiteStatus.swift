public import FoundationEssentials
import NewsModel

/// The status of a site, as `newsfold status` prints it: work, contents, files set aside, errors.
public struct SiteStatus: Hashable, Codable, Sendable {
  /// The site's directory.
  public var site: String
  /// Whether a running service answered; if not, this is what the state on disk says.
  public var isRunning = false
  /// The service's process number.
  public var process: Int32?
  /// The time when the service began.
  public var since: Date?
  /// The service's present work: `idle`, or a stage of the pipeline.
  public var doing = "not running"
  /// The number of files it knows: those read and those set aside.
  public var files = 0
  /// Files that are ignored, each with the rule; only as many as `status` lists.
  public var ignored: [IgnoredFile] = []
  /// The number of all files that are ignored.
  public var ignoredCount = 0
  /// The number of articles.
  public var articles = 0
  /// The number of stories.
  public var stories = 0
  /// The extent of the archive.
  public var archive = Archive()
  /// The number of retired stories: folded into others, or withdrawn.
  public var retired = 0
  /// The feeds and their last change.
  public var feeds: [Feed] = []
  /// The way in which files are watched (inotify or polling), and why.
  public var watch: String?
  /// The time of the last look at all files.
  public var lastScan: Date?
  /// The time of the next look at all files.
  public var nextScan: Date?
  /// The number of changed files that wait to be read.
  public var queue = 0
  /// The number of the last publication; nil if there was none.
  public var publication: Int?
  /// The time when the last publication was decided.
  public var lastPublication: Date?
  /// The number of publications that are decided but not yet visible.
  public var pendingPublications = 0
  /// The files that could not be read, wholly or in part.
  public var setAside: [SetAsideFile] = []
  /// The entries that no document of a feed can hold, and why.
  public var leftOut: [LeftOutEntry] = []
  /// Messages about settings and pins that are wrong; the old ones stay in force.
  public var refusedSettings: [String] = []
  /// Files that cannot be found although their stories stay, and why.
  public var missing: [MissingFile] = []
  /// The last errors, newest first.
  public var errors: [Failure] = []
  /// The standing of each WebSub hub.
  public var hubs: [Hub] = []
  /// The standing of each bucket of object storage.
  public var buckets: [Bucket] = []
  /// The process's memory in bytes.
  public var memoryByteCount: Int?

  /// Makes the status of an empty site.
  public init(site: String) {
    self.site = site
  }

  /// Says who holds the site: a service that has not begun to answer, or that is about to end.
  public mutating func isHeld(by holder: LockHolder) {
    isRunning = true
    process = holder.process
    since = holder.since.flatMap(Timestamp.rfc3339)
    doing = "loading what is remembered, or leaving; below is what is remembered"
  }

  /// One feed.
  public struct Feed: Hashable, Codable, Sendable {
    /// The feed's name; empty for the main one.
    public var name: String
    /// The number of entries that its document shows.
    public var entries: Int
    /// The number of its archive documents.
    public var archives: Int
    /// The newest `updated` of its entries.
    public var updated: Date?
  }

  /// The standing of one WebSub hub.
  public struct Hub: Hashable, Codable, Sendable {
    /// Its address.
    public var url: String
    /// The number of feed documents that it has yet to be told of.
    public var waiting: Int
    /// The number of attempts that have failed in a row.
    public var failures: Int
    /// The time when it last accepted a ping.
    public var lastAccepted: Date?
    /// The time of the next attempt, if it is left alone until then.
    public var nextAttempt: Date?
    /// The last problem; nil once it accepts a ping.
    public var problem: String?

    /// Makes the standing of a hub.
    public init(
      url: String, waiting: Int, failures: Int, lastAccepted: Date? = nil,
      nextAttempt: Date? = nil, problem: String? = nil
    ) {
      self.url = url
      self.waiting = waiting
      self.failures = failures
      self.lastAccepted = lastAccepted
      self.nextAttempt = nextAttempt
      self.problem = problem
    }
  }

  /// The standing of one bucket of object storage.
  public struct Bucket: Hashable, Codable, Sendable {
    /// The bucket and prefix, `s3://bucket/prefix/`.
    public var name: String
    /// Whether it is as `public/`.
    public var isComplete: Bool
    /// The number of documents that are still to be uploaded or removed, as far as they are known.
    public var waiting: Int
    /// The number of attempts that have failed in a row.
    public var failures: Int
    /// The time when it was last as `public/`.
    public var lastComplete: Date?
    /// The last problem; nil once a request succeeds.
    public var problem: String?
    /// Whether the server holds to the conditions of a request; nil until it was asked.
    public var honoursConditions: Bool?
    /// Whether the server keeps what is written beside the bytes; nil until it was asked.
    public var keepsMetadata: Bool?
    /// The number of objects below the prefix that newsfold did not write, and leaves.
    public var foreign: Int

    /// Makes the standing of a bucket.
    public init(
      name: String, isComplete: Bool, waiting: Int, failures: Int, lastComplete: Date? = nil,
      problem: String? = nil, honoursConditions: Bool? = nil, keepsMetadata: Bool? = nil,
      foreign: Int = 0
    ) {
      self.name = name
      self.isComplete = isComplete
      self.waiting = waiting
      self.failures = failures
      self.lastComplete = lastComplete
      self.problem = problem
      self.honoursConditions = honoursConditions
      self.keepsMetadata = keepsMetadata
      self.foreign = foreign
    }
  }

  /// The contents that were moved out of memory.
  public struct Archive: Hashable, Codable, Sendable {
    /// The number of documents in `state/archive`.
    public var documents = 0
    /// The number of articles that they hold.
    public var articles = 0
    /// The number of stories that they hold.
    public var stories = 0
    /// The number of those articles whose text was dropped (`prune_after`).
    public var pruned = 0
    /// The latest date in the archive. Articles up to it are archived, unless a feed still shows
    /// them or a pin names them.
    public var until: Date?
  }

  /// A recent error.
  public struct Failure: Hashable, Codable, Sendable {
    /// The time of the error.
    public var date: Date
    /// The message: what failed, where, why, and what to do.
    public var message: String

    /// Makes an error of the list.
    public init(date: Date, message: String) {
      self.date = date
      self.message = message
    }
  }
}
