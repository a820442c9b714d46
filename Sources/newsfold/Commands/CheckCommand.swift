import ArgumentParser
import FoundationEssentials
import SyncDaemon

/// `newsfold check`
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look over settings, pins, articles and published documents; change nothing.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print the findings as JSON.")
  var isJSON = false

  func run() async throws {
    try await Failure.reported {
      let opened = try options.open()
      _ = try ResyncToken.read(opened.settings, of: opened.site)
      try Buckets.check(
        opened.settings, of: opened.site, environment: ProcessInfo.processInfo.environment)
      let check = SiteCheck(
        site: opened.site, settings: opened.settings, pins: opened.pins, files: POSIXFiles())
      let result = try await check.run()
      let findings = result.findings
      if isJSON {
        try Output.json(findings)
      } else {
        for finding in findings { Output.say("\(finding.about): \(finding.message)") }
        Output.say(
          "\(result.filesRead) files read, \(result.filesSetAside) set aside, "
            + "\(result.filesIgnored) ignored")
        Output.say(findings.isEmpty ? "no findings" : "\(findings.count) findings")
      }
      if !findings.isEmpty { throw ExitCode(Failure.Status.someSetAside.rawValue) }
    }
  }
}
