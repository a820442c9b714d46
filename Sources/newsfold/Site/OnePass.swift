import ArgumentParser
import Compression
import FoundationEssentials
import Logging
import Metrics
import ObjectStorage
import SyncDaemon

import protocol Feeds.PublishTarget

/// Makes one pass without a service: `sync`, and `resync` where no service runs.
enum OnePass {
  /// Opens the site and makes the pass.
  static func run(
    _ opened: OpenedSite, _ request: SyncRequest, isDryRun: Bool = false, rebuilds: Bool = false
  ) async throws -> SyncReport {
    var log = Logger(label: "newsfold") { _ in
      JournalLogHandler(environment: ProcessInfo.processInfo.environment)
    }
    log.logLevel = .warning
    let directory = DirectoryTarget(
      directory: opened.site.publicDirectory, files: POSIXFiles(),
      dates: opened.site.stateStore().dates,
      compress: { Gzip.compressed($0) })
    let environment = ProcessInfo.processInfo.environment
    // Nobody reads the counts of one pass.
    let buckets =
      isDryRun
      ? []
      : try Buckets.mirrors(
        opened, environment: environment, metrics: NOOPMetricsHandler.instance, log: log)
    let others: [any PublishTarget] = buckets
    let targets: [any PublishTarget] = [directory] + others
    var pipeline = Pipeline(
      world: PassWorld(site: opened.site, files: POSIXFiles(), now: { Date() }, log: log),
      settings: opened.settings, pins: opened.pins,
      store: opened.site.stateStore(), targets: targets)
    let line = ProgressLine()
    defer { line.end() }
    pipeline.world.onProgress = { line.show($0) }
    try await pipeline.open(rebuilds: rebuilds, mayWrite: !isDryRun)
    let number = pipeline.status.publication ?? 0
    for bucket in buckets { await bucket.recall(number: number) }
    let report = try await pipeline.sync(request, isDryRun: isDryRun) { line.show($0, of: $1) }
    if !isDryRun { pipeline.keepForNextStart() }
    for bucket in buckets {
      if request.isFull { await bucket.lookAgain() }
      try await bucket.finish()
    }
    // Kept for ever on purpose: the process ends, and to free the state takes a part of a pass
    // that has nothing to do.
    _ = Unmanaged.passRetained(Remains(pipeline))
    return report
  }

  /// Holds a pipeline that is no longer used.
  private final class Remains {
    private let pipeline: Pipeline

    init(_ pipeline: Pipeline) { self.pipeline = pipeline }
  }

  /// Prints the report of a pass and throws if something is left to do.
  ///
  /// - Throws: `ExitCode` 1 if a file is set aside or missing; 74 if a document was refused or an
  ///   articles directory is out of reach.
  static func print(_ report: SyncReport, isJSON: Bool, isDryRun: Bool = false) throws {
    if isJSON {
      try Output.json(report)
    } else {
      for line in ReportText.lines(report, isDryRun: isDryRun) { Output.say(line) }
    }
    for problem in report.outOfReach { Output.complain(problem) }
    if !report.refused.isEmpty || !report.outOfReach.isEmpty {
      throw ExitCode(Failure.Status.readingOrWriting.rawValue)
    }
    if !report.setAside.isEmpty || !report.leftOut.isEmpty || !report.missing.isEmpty {
      throw ExitCode(Failure.Status.someSetAside.rawValue)
    }
  }
}
