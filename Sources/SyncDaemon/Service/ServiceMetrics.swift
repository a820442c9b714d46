import Metrics

/// What the service counts of its own, through swift-metrics; Operating.md says what each means.
struct ServiceMetrics: Sendable {
  private let passes = Counter(label: "newsfold_passes")
  private let failedPasses = Counter(label: "newsfold_passes_failed")
  private let filesRead = Counter(label: "newsfold_files_read")
  private let publications = Counter(label: "newsfold_publications")
  private let documentsWritten = Counter(label: "newsfold_documents_written")
  private let documentsRefused = Counter(label: "newsfold_documents_refused")
  private let files = Gauge(label: "newsfold_files")
  private let articles = Gauge(label: "newsfold_articles")
  private let stories = Gauge(label: "newsfold_stories")
  private let retired = Gauge(label: "newsfold_stories_retired")
  private let setAside = Gauge(label: "newsfold_set_aside")
  private let pending = Gauge(label: "newsfold_publications_pending")
  private let queue = Gauge(label: "newsfold_queue")
  private let overflows = Gauge(label: "newsfold_watch_overflows")
  private let polling = Gauge(label: "newsfold_watch_polling")
  private let whole = Timer(label: "newsfold_pass_duration")
  private let stages = Dictionary(
    uniqueKeysWithValues: PassStage.allCases.map {
      ($0, Timer(label: "newsfold_stage_duration", dimensions: [("stage", $0.rawValue)]))
    })

  /// Counts a pass that is done.
  func done(_ report: SyncReport, view: SiteStatus, durations: [PassStage: Duration]) {
    passes.increment()
    filesRead.increment(by: report.filesRead)
    documentsWritten.increment(by: report.documentsWritten.count)
    documentsRefused.increment(by: report.refused.count)
    if !report.documentsWritten.isEmpty { publications.increment() }
    files.record(view.files)
    articles.record(view.articles)
    stories.record(view.stories)
    retired.record(view.retired)
    setAside.record(report.setAside.count)
    pending.record(view.pendingPublications)
    record(durations)
  }

  /// Counts a pass that failed.
  func failed(durations: [PassStage: Duration]) {
    passes.increment()
    failedPasses.increment()
    record(durations)
  }

  /// Takes up how files are watched.
  func watching(_ watch: WatchStatus) {
    queue.record(watch.unsettled)
    overflows.record(watch.overflows)
    polling.record(watch.mode == .polling ? 1 : 0)
  }

  private func record(_ durations: [PassStage: Duration]) {
    var sum = Duration.zero
    for stage in PassStage.allCases {
      guard let duration = durations[stage] else { continue }
      sum += duration
      stages[stage]?.recordNanoseconds(duration.nanoseconds)
    }
    whole.recordNanoseconds(sum.nanoseconds)
  }
}

extension Duration {
  /// Whole nanoseconds; 292 years at most.
  fileprivate var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000
  }
}
