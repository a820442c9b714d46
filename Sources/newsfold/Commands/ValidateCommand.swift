import ArgumentParser
import FoundationEssentials
import SyncDaemon

/// `newsfold validate`
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Look over settings and pins alone; `newsfold check` looks over the whole site.",
    discussion: "Exit status 78 if something is wrong. Without FILE, those of the site are read.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("json"), help: "Print what is wrong as JSON.")
  var isJSON = false

  @Argument(
    help: "Files instead of the site's own; one whose name begins with pins holds pins.",
    completion: .file())
  var files: [String] = []

  func run() async throws {
    try await Failure.reported {
      let findings = try files.isEmpty ? ofSite() : files.flatMap(findings)
      if isJSON {
        try Output.json(findings)
      } else {
        for finding in findings { Output.say(finding.message) }
        if findings.isEmpty { Output.say("settings and pins are right") }
      }
      if !findings.isEmpty { throw ExitCode(Failure.Status.settings.rawValue) }
    }
  }

  private func ofSite() throws -> [SiteCheck.Finding] {
    let site = try options.locate()
    var findings = OpenedSite.faults(of: site).map(Self.finding)
    if findings.isEmpty {
      do {
        let settings = try OpenedSite.asWritten(site).settings
        _ = try ResyncToken.read(settings, of: site)
        try Buckets.check(
          settings, of: site, environment: ProcessInfo.processInfo.environment)
      } catch let error as SettingsError {
        findings.append(Self.finding(error))
      }
    }
    return findings
  }

  private func findings(_ file: String) throws -> [SiteCheck.Finding] {
    let path = Site.absolutePath(file, from: FileManager.default.currentDirectoryPath)
    guard let bytes = try POSIXFiles().read(path) else {
      throw Failure(.readingOrWriting, "nothing to validate: \(path): no such file.")
    }
    do {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw SettingsError.unreadable(path: path, reason: "it is not UTF-8")
      }
      if path.split(separator: "/").last?.hasPrefix("pins") == true {
        _ = try PinsReader.read(yaml: text, path: path)
      } else {
        _ = try SettingsReader.read(yaml: text, path: path)
      }
      return []
    } catch let error as SettingsError {
      return [Self.finding(error)]
    }
  }

  private static func finding(_ error: SettingsError) -> SiteCheck.Finding {
    SiteCheck.Finding(about: error.isAboutPins ? "pins" : "settings", message: "\(error)")
  }
}
