import FoundationEssentials
import Metrics

/// The service's own counters and gauges, through swift-metrics. `Operating.md` explains them.
public struct ServiceMetrics: Sendable {
  /// The meaning of each metric, by the name under which Prometheus sees it.
  public static let help = [
    "newsfold_build_info": "1, with the version of the program.",
    "newsfold_passes_total": "Passes of the pipeline.",
    "newsfold_passes_failed_total": "Passes that failed; each is tried again.",
    "newsfold_pass_duration_seconds": "How long a pass took.",
    "newsfold_stage_duration_seconds": "How long a stage of a pass took.",
    "newsfold_files_read_total": "Article files read.",
    "newsfold_publications_total": "Publications that changed a document.",
    "newsfold_publications_pending": "Publications decided and not visible yet.",
    "newsfold_documents_written_total": "Documents written.",
    "newsfold_documents_refused_total":
      "Documents that failed their own checks; the old ones stay.",
    "newsfold_last_publication_timestamp_seconds":
      "When something was last published, in seconds since 1970.",
    "newsfold_newest_entry_timestamp_seconds":
      "The newest updated of the main feed, in seconds since 1970.",
    "newsfold_files": "Article files known.",
    "newsfold_articles": "Articles.",
    "newsfold_stories": "Stories.",
    "newsfold_articles_archived": "Articles of these that are archived.",
    "newsfold_stories_retired": "Stories merged into others or withdrawn.",
    "newsfold_set_aside": "Files that could not be read, or not in every part.",
    "newsfold_entries_left_out":
      "Entries that feeds leave out, since no document can hold them; they are on their pages.",
    "newsfold_missing": "Files that are not there and whose stories stay.",
    "newsfold_queue": "Changed files that have not settled.",
    "newsfold_settings_refused":
      "1 while newsfold.yaml or pins.yaml is wrong and the old ones are in force.",
    "newsfold_watch_overflows": "How often the kernel's queue of events overflowed.",
    "newsfold_watch_polling": "1 while files are watched by polling.",
    "newsfold_http_requests_total": "Requests by status.",
    "newsfold_websub_pings_total": "Publish pings to hubs by outcome.",
    "newsfold_websub_hubs_given_up_total": "Hubs given up until a feed changes.",
    "newsfold_websub_waiting": "Feeds that hubs are still to be told of.",
    "newsfold_bucket_requests_total": "Requests to object storage by bucket and outcome.",
    "newsfold_bucket_waiting": "Documents that are still to be uploaded or removed.",
    "newsfold_bucket_complete": "1 while the bucket is as public/.",
    "newsfold_http_request_duration_seconds": "How long requests took.",
    "newsfold_http_response_bytes_total": "Bytes of answers' bodies.",
  ]

  private let passes = Counter(label: "newsfold_passes")
  private let failedPasses = Counter(label: "newsfold_passes_failed")
  private let filesRead = Counter(label: "newsfold_files_read")
  private let publications = Counter(label: "newsfold_publications")
  private let documentsWritten = Counter(label: "newsfold_documents_written")
  private let documentsRefused = Counter(label: "newsfold_documents_refused")
  private let lastPublication = Gauge(label: "newsfold_last_publication_timestamp_seconds")
  private let newestEntry = Gauge(label: "newsfold_newest_entry_timestamp_seconds")
  private let files = Gauge(label: "newsfold_files")
  private let articles = Gauge(label: "newsfold_articles")
  private let stories = Gauge(label: "newsfold_stories")
  private let archived = Gauge(label: "newsfold_articles_archived")
  private let retired = Gauge(label: "newsfold_stories_retired")
  private let setAside = Gauge(label: "newsfold_set_aside")
  private let leftOut = Gauge(label: "newsfold_entries_left_out")
  private let missing = Gauge(label: "newsfold_missing")
  private let pending = Gauge(label: "newsfold_publications_pending")
  private let queue = Gauge(label: "newsfold_queue")
  private let refused = Gauge(label: "newsfold_settings_refused")
  private let overflows = Gauge(label: "newsfold_watch_overflows")
  private let polling = Gauge(label: "newsfold_watch_polling")
  private let whole = Timer(label: "newsfold_pass_duration")
  private let stages = Dictionary(
    uniqueKeysWithValues: PassStage.allCases.map {
      ($0, Timer(label: "newsfold_stage_duration", dimensions: [("stage", $0.rawValue)]))
    })

  /// Counts a finished pass.
  func done(_ report: SyncReport, view: SiteStatus, durations: [PassStage: Duration]) {
    passes.increment()
    filesRead.increment(by: report.filesRead)
    documentsWritten.increment(by: report.documentsWritten.count)
    documentsRefused.increment(by: report.refused.count)
    if !report.documentsWritten.isEmpty { publications.increment() }
    if let date = view.lastPublication { lastPublication.record(date.timeIntervalSince1970) }
    if let date = view.feeds.first?.updated { newestEntry.record(date.timeIntervalSince1970) }
    files.record(view.files)
    articles.record(view.articles)
    stories.record(view.stories)
    archived.record(view.archive.articles)
    retired.record(view.retired)
    setAside.record(report.setAside.count)
    leftOut.record(view.leftOut.count)
    missing.record(report.missing.count)
    pending.record(view.pendingPublications)
    record(durations)
  }

  /// Counts a pass that failed.
  func failed(durations: [PassStage: Duration]) {
    passes.increment()
    failedPasses.increment()
    record(durations)
  }

  /// Records whether wrong settings or pins were refused.
  func refusing(_ isRefusing: Bool) { refused.record(isRefusing ? 1 : 0) }

  /// Records how files are watched.
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
  /// The duration in whole nanoseconds; at most 292 years.
  fileprivate var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000
  }
}
