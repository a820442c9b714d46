public import FoundationEssentials
import NewsModel

/// What `status` prints: what newsfold is doing, what it has, what it set aside and why.
public struct SiteStatus: Hashable, Codable, Sendable {
  /// The site's directory.
  public var site: String
  /// Whether a service answered; otherwise this is what is remembered.
  public var isRunning = false
  /// The service's process.
  public var process: Int32?
  /// Since when it runs.
  public var since: Date?
  /// What it is doing: `idle`, or a stage of the pipeline.
  public var doing = "not running"
  /// How many files it knows.
  public var files = 0
  /// How many articles there are.
  public var articles = 0
  /// How many stories there are.
  public var stories = 0
  /// How many of the articles are archived, and in how many documents.
  public var archive = Archive()
  /// How many stories are no more.
  public var retired = 0
  /// The feeds and their last change.
  public var feeds: [Feed] = []
  /// How files are watched, and why that way.
  public var watch: String?
  /// When everything was last looked at.
  public var lastScan: Date?
  /// When everything is looked at next.
  public var nextScan: Date?
  /// How many changed files wait to be read.
  public var queue = 0
  /// The number of the last publication, and when it was.
  public var publication: Int?
  /// When the last publication was decided.
  public var lastPublication: Date?
  /// How many publications were decided and are not visible yet.
  public var pendingPublications = 0
  /// The files that could not be read, or not in every part.
  public var setAside: [SetAsideFile] = []
  /// The last errors, newest first.
  public var errors: [Failure] = []
  /// How it stands with each WebSub hub.
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
    /// How many entries its document shows.
    public var entries: Int
    /// How many archive documents it has.
    public var archives: Int
    /// Its newest entry's `updated`.
    public var updated: Date?
  }

  /// How it stands with one WebSub hub.
  public struct Hub: Hashable, Codable, Sendable {
    /// Its address.
    public var url: String
    /// How many feed documents it has yet to be told of.
    public var waiting: Int
    /// How many attempts failed in a row.
    public var failures: Int
    /// When it last took a ping.
    public var lastAccepted: Date?
    /// When it is tried again, if it is left alone for now.
    public var nextAttempt: Date?
    /// What went wrong last, until it takes a ping.
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

  /// What was moved out of memory.
  public struct Archive: Hashable, Codable, Sendable {
    /// How many documents there are in `state/archive`.
    public var documents = 0
    /// How many articles they hold.
    public var articles = 0
    /// How many stories they hold.
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
    /// What failed, where, why, and what to do.
    public var message: String

    /// Makes one.
    public init(date: Date, message: String) {
      self.date = date
      self.message = message
    }
  }
}
