import ArgumentParser
import NewsModel
import SyncDaemon

/// `newsfold status`
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "What it is doing, what it has, what it set aside and why.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print it as JSON.")
  var isJSON = false

  func run() async throws {
    try await Failure.reported {
      let site = try options.locate()
      let service = RunningService(site)
      let faults = OpenedSite.faults(of: site).map(\.description)
      var status: SiteStatus
      let answered = try await service.status()
      if let answered {
        status = answered
        // The service reads its files only when they change or on request; a fault that it has not
        // met yet is a fault all the same.
        status.refusedSettings += faults.filter { !answered.refusedSettings.contains($0) }
      } else {
        let (holder, pass) = (service.holder, service.pass)
        let opened =
          try faults.isEmpty ? OpenedSite.asWritten(site) : OpenedSite.withDefaults(site)
        status = try SiteView.open(opened, .none).status()
        status.refusedSettings = faults
        if let holder { status.isHeld(by: holder) }
        if let pass { status.isPassing(pass) }
        // A service says what its last look met; without one, nobody has looked.
        let ignored = IgnoredFiles(site: site, settings: opened.settings)
        (status.ignored, status.ignoredCount) = (ignored.files, ignored.count)
      }
      if isJSON {
        try Output.json(status)
      } else {
        for line in StatusText.lines(status) { Output.say(line) }
      }
      // A running service goes on with the old settings. Without one, wrong settings let nothing
      // begin.
      if answered == nil, !faults.isEmpty { throw ExitCode(Failure.Status.settings.rawValue) }
    }
  }
}

extension SiteStatus {
  /// Marks the status of a site on which another process is making one pass.
  mutating func isPassing(_ holder: LockHolder) {
    process = holder.process
    since = holder.since.flatMap(Timestamp.rfc3339)
    doing = "\(holder) makes one pass (newsfold sync or resync); below is what was there before"
  }
}
