import FoundationEssentials
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The status of the service, written by its worker and read by whoever asks.
public final class StatusBoard: Sendable {
  /// A part of the configuration, each in a file of its own.
  enum Part: Int, Comparable {
    case settings, pins

    static func < (first: Part, second: Part) -> Bool { first.rawValue < second.rawValue }
  }

  private let state: Mutex<SiteStatus>
  /// The messages about parts that are wrong and were not taken up.
  private let refusals = Mutex<[Part: String]>([:])

  /// The number of errors that are kept: one screen of them.
  private static let keptErrors = 10

  /// Makes the board of a service that is starting.
  public init(site: String) {
    var status = SiteStatus(site: site)
    status.isRunning = true
    status.process = getpid()
    status.doing = "starting"
    state = Mutex(status)
  }

  /// The status now, with the process's memory.
  public var status: SiteStatus {
    var status = state.withLock { $0 }
    status.refusedSettings = refused
    status.memoryByteCount = ProcessMemory.residentByteCount
    return status
  }

  /// The status in one line.
  public var summaryLine: String {
    let refused = refused.isEmpty ? "" : "; settings or pins are wrong, the old ones are in force"
    return state.withLock { status in
      "\(status.doing): \(status.articles) articles in \(status.stories) stories, "
        + "\(status.setAside.count) set aside"
        + (status.missing.isEmpty ? "" : ", \(status.missing.count) missing") + refused
    }
  }

  /// The messages about settings and pins that are wrong, so that the old ones are in force.
  public var refused: [String] {
    refusals.withLock { refusals in refusals.sorted { $0.key < $1.key }.map(\.value) }
  }

  /// Whether a part is wrong, so that the old one is in force.
  func isRefused(_ part: Part) -> Bool { refusals.withLock { $0[part] != nil } }

  /// Notes that a part is wrong.
  ///
  /// - Returns: Whether the message is new.
  func refused(_ part: Part, _ message: String, at date: Date) -> Bool {
    let isNew = refusals.withLock { $0.updateValue(message, forKey: part) != message }
    if isNew { failed(message, at: date) }
    return isNew
  }

  /// Notes that a part was taken up from its file.
  func took(_ part: Part) { refusals.withLock { _ = $0.removeValue(forKey: part) } }

  /// Whether a first pass is done, so that readers get current documents.
  public var isReady: Bool { state.withLock { $0.lastScan != nil } }

  /// The number of missing article files.
  public var missingCount: Int { state.withLock { $0.missing.count } }

  func began(at date: Date) { state.withLock { $0.since = date } }

  func say(_ doing: String) { state.withLock { $0.doing = doing } }

  func say(_ stage: String, done: Int, total: Int) {
    state.withLock { $0.doing = "\(stage) \(done) of \(total)" }
  }

  func watching(_ watch: WatchStatus) {
    var words = watch.mode.rawValue
    if watch.mode == .inotify { words += ", \(watch.watches) directories" }
    if let fallback = watch.fallback { words += ": \(fallback)" }
    for root in watch.missingRoots { words += "; missing: \(root)" }
    for directory in watch.unreadableDirectories { words += "; unreadable: \(directory)" }
    if watch.overflows > 0 { words += "; queue overflowed \(watch.overflows) times" }
    state.withLock {
      $0.watch = words
      $0.queue = watch.unsettled
    }
  }

  /// Shows the status of the state that was loaded.
  func remembers(_ view: SiteStatus) {
    state.withLock { status in
      status.files = view.files
      status.articles = view.articles
      status.stories = view.stories
      status.archive = view.archive
      status.retired = view.retired
      status.feeds = view.feeds
      status.publication = view.publication
      status.lastPublication = view.lastPublication
      status.pendingPublications = view.pendingPublications
      status.setAside = view.setAside
      status.leftOut = view.leftOut
      status.missing = view.missing
    }
  }

  /// Adds the report of a pass.
  func add(
    _ report: SyncReport, view: SiteStatus, wasWhole: Bool, next: Duration, at date: Date
  ) {
    remembers(view)
    state.withLock { status in
      status.setAside = report.setAside
      status.missing = report.missing
      if wasWhole {
        (status.ignored, status.ignoredCount) = (report.ignored, report.filesIgnored)
        status.lastScan = date
        status.nextScan = date.addingTimeInterval(Double(next.components.seconds))
      } else {
        add(report.ignored, to: &status)
      }
      for refused in report.refused { note(refused, at: date, in: &status) }
    }
  }

  /// Adds ignored files that a look at a part of the site met; those that have gone since are left
  /// out by the next whole one.
  private func add(_ ignored: [IgnoredFile], to status: inout SiteStatus) {
    let known = Set(status.ignored)
    let fresh = ignored.filter { !known.contains($0) }
    // Beyond the limit nobody can tell whether a file is counted already.
    guard !fresh.isEmpty, status.ignoredCount == status.ignored.count else { return }
    let all = (status.ignored + fresh).sorted { $0.path < $1.path }
    status.ignored = Array(all.prefix(IgnoredFile.limit))
    status.ignoredCount = all.count
  }

  func failed(_ message: String, at date: Date) {
    state.withLock { note(message, at: date, in: &$0) }
  }

  private func note(_ message: String, at date: Date, in status: inout SiteStatus) {
    status.errors.insert(.init(date: date, message: message), at: 0)
    status.errors = Array(status.errors.prefix(Self.keptErrors))
  }
}
