public import FoundationEssentials
import NewsModel

/// The answer of `status`: what newsfold is doing, what it has, what it set aside and why.
public struct SiteStatus: Hashable, Codable, Sendable {
  /// The site's directory.
  public var site: String
  /// Whether a service answered; otherwise this is what is remembered.
  public var isRunning = false
  /// The service's process.
  public var process: Int32?
  /// Since when it runs.
  public var since: Date?
  /// Its work: `idle`, or a stage of the pipeline.
  public var doing = "not running"
  /// The number of files it knows: read, or set aside.
  public var files = 0
  /// Files that are not looked at, and by which rule: as many as are listed.
  public var ignored: [IgnoredFile] = []
  /// The number of files that are not looked at.
  public var ignoredCount = 0
  /// The number of articles there are.
  public var articles = 0
  /// The number of stories there are.
  public var stories = 0
  /// The extent of the archive.
  public var archive = Archive()
  /// The number of stories that are no more.
  public var retired = 0
  /// The feeds and their last change.
  public var feeds: [Feed] = []
  /// The way in which files are watched, and why.
  public var watch: String?
  /// When everything was last looked at.
  public var lastScan: Date?
  /// When everything is looked at next.
  public var nextScan: Date?
  /// The number of changed files wait to be read.
  public var queue = 0
  /// The number of the last publication, and when it was.
  public var publication: Int?
  /// When the last publication was decided.
  public var lastPublication: Date?
  /// The number of publications were decided and are not visible yet.
  public var pendingPublications = 0
  /// The files that could not be read, or not in every part.
  public var setAside: [SetAsideFile] = []
  /// The entries that no document of a feed can hold, and why.
  public var leftOut: [LeftOutEntry] = []
  /// Settings and pins that are wrong, in words; the old ones are in force.
  public var refusedSettings: [String] = []
  /// The files that are not there and whose stories stay, and why.
  public var missing: [MissingFile] = []
  /// The last errors, newest first.
  public var errors: [Failure] = []
  /// The standing of each WebSub hub.
  public var hubs: [Hub] = []
  /// The process's memory in bytes.
  public var memoryByteCount: Int?

  /// Makes the status of a site that has nothing.
  public init(site: String) {
    self.site = site
  }

  /// Makes what is remembered the status of a service that does not answer yet, or no more.
  public mutating func isHeld(by holder: LockHolder) {
    isRunning = true
    process = holder.process
    since = holder.since.flatMap(Timestamp.rfc3339)
    doing = "loading what is remembered, or leaving; below is what is remembered"
  }

  /// One feed.
  public struct Feed: Hashable, Codable, Sendable {
    /// Its name; empty for the main one.
    public var name: String
    /// The number of entries its document shows.
    public var entries: Int
    /// The number of archive documents it has.
    public var archives: Int
    /// Its newest entry's `updated`.
    public var updated: Date?
  }

  /// The standing of one WebSub hub.
  public struct Hub: Hashable, Codable, Sendable {
    /// Its address.
    public var url: String
    /// The number of feed documents it has yet to be told of.
    public var waiting: Int
    /// The number of attempts failed in a row.
    public var failures: Int
    /// When it last took a ping.
    public var lastAccepted: Date?
    /// When it is tried again, if it is left alone for now.
    public var nextAttempt: Date?
    /// The last problem, until it takes a ping.
    public var problem: String?

    /// Makes one.
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

  /// The contents that were moved out of memory.
  public struct Archive: Hashable, Codable, Sendable {
    /// The number of documents there are in `state/archive`.
    public var documents = 0
    /// The number of articles they hold.
    public var articles = 0
    /// The number of stories they hold.
    public var stories = 0
    /// Of how many of the articles the text was dropped.
    public var pruned = 0
    /// The latest date in it: what is not later is archived, but for what is still shown or pinned.
    public var until: Date?
  }

  /// Something that failed.
  public struct Failure: Hashable, Codable, Sendable {
    /// When.
    public var date: Date
    /// The words: what failed, where, why, and what to do.
    public var message: String

    /// Makes one.
    public init(date: Date, message: String) {
      self.date = date
      self.message = message
    }
  }
}
