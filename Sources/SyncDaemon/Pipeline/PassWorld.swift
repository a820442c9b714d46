import FoundationEssentials
import Logging

/// The surroundings of a pass: the site, its files, the clock, the log, and who follows how far it
/// is.
struct PassWorld: Sendable {
  let site: Site
  let files: any DurableFiles
  let now: @Sendable () -> Date
  let log: Logger
  /// Whether a pass is to be given up where nothing is lost by it: the service has a second to
  /// leave.
  var isStopping: @Sendable () -> Bool = { false }
  /// Told which files a request that waits for them to settle has left out.
  var onUnsettled: @Sendable ([FilePath]) -> Void = { _ in }
  /// Told the stage of a pass whenever it has got on: at each file, story and document, not by a
  /// timer.
  var onProgress: @Sendable (PassStage) -> Void = { _ in }
  /// The time by a clock that never jumps, from which the setting `withdraw_after` counts.
  var uptime: @Sendable () -> Duration = { uptimeStart.duration(to: .now) }
  private let mark = StageMark()

  init(
    site: Site, files: any DurableFiles, now: @escaping @Sendable () -> Date, log: Logger
  ) {
    self.site = site
    self.files = files
    self.now = now
    self.log = log
  }

  /// The stage that the pass is in.
  var stage: PassStage { mark.stage }

  /// Gives a sign of life of a stage.
  func reach(_ stage: PassStage) {
    mark.reach(stage)
    onProgress(stage)
  }

  /// The reader of article files.
  func reader(_ settings: Settings) -> ArticleFileReader {
    ArticleFileReader(
      roots: site.articleRoots(settings), largestFile: settings.largestFile,
      isStopping: isStopping)
  }

  /// Ends a pass between two steps if the service is to leave.
  func stopIfAsked() throws(PassInterrupted) {
    if isStopping() { throw PassInterrupted() }
  }
}

/// When the process began, as far as waiting goes.
private let uptimeStart = ContinuousClock.now
