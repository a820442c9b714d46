public import FoundationEssentials
public import Logging

/// The surroundings of a pass: the site, its files, the clock, the log, and the receiver of
/// progress.
public struct PassWorld: Sendable {
  let site: Site
  let files: any DurableFiles
  let now: @Sendable () -> Date
  let log: Logger
  /// Whether to give up the pass where nothing is lost by it; a service that is told to stop has a
  /// second.
  var isStopping: @Sendable () -> Bool = { false }
  /// Called with the files that a request left out because they have not settled.
  var onUnsettled: @Sendable ([FilePath]) -> Void = { _ in }
  /// Called with the stage at each file, story and document; never by a timer, so that it proves
  /// progress.
  public var onProgress: @Sendable (PassStage) -> Void = { _ in }
  /// The time by a clock that never jumps, from which the setting `withdraw_after` counts.
  var uptime: @Sendable () -> Duration = { uptimeStart.duration(to: .now) }
  private let mark = StageMark()

  /// Makes the surroundings of a site's passes.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - files: The operations on files.
  ///   - now: The clock.
  ///   - log: The place of events.
  public init(
    site: Site, files: any DurableFiles, now: @escaping @Sendable () -> Date, log: Logger
  ) {
    self.site = site
    self.files = files
    self.now = now
    self.log = log
  }

  /// The stage that the pass is in.
  var stage: PassStage { mark.stage }

  /// Reports progress within a stage.
  func reach(_ stage: PassStage) {
    mark.reach(stage)
    onProgress(stage)
  }

  /// The published documents, for recovery.
  var published: PublishedDocuments {
    PublishedDocuments(directory: site.publicDirectory, files: files)
  }

  /// The reader of article files.
  func reader(_ settings: Settings) -> ArticleFileReader {
    ArticleFileReader(
      roots: site.articleRoots(settings), largestFile: settings.largestFile,
      isStopping: isStopping)
  }

  /// Throws if the service is told to stop; called between two steps.
  func stopIfAsked() throws(PassInterrupted) {
    if isStopping() { throw PassInterrupted() }
  }
}

/// The zero of `uptime`: the time when it was first asked for.
private let uptimeStart = ContinuousClock.now
