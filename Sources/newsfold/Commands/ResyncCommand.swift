import ArgumentParser
import Articles
import FoundationEssentials
import SyncDaemon

/// `newsfold resync`
struct ResyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resync",
    abstract: "Look again now: through the running service, or alone if none runs.")

  @OptionGroup var options: SiteOptions

  @Flag(name: .customLong("full"), help: "Read every file again, and repair damaged state.")
  var isFull = false

  @Flag(
    name: .customLong("withdraw"),
    help: "Withdraw everything that is not there, also what is kept as missing.")
  var isWithdrawing = false

  @Flag(name: .customLong("json"), help: "Print what was done as JSON.")
  var isJSON = false

  @Argument(help: "Only these files or directories.", completion: .file())
  var paths: [String] = []

  func run() async throws {
    try await Failure.reported {
      // Faults of the files are not printed here: they are in the report.
      let opened = try await options.inForce(complains: false)
      let named = try paths.map { try absolute($0, in: opened) }
      let ignored = ignored(named, in: opened)
      for file in ignored {
        Output.complain(
          "\(file.path) is ignored by \(file.rule). Rename it, or take the rule back in the setting ignore: \"!\(file.rule)\"."
        )
      }
      if !named.isEmpty, ignored.count == named.count {
        throw ExitCode(Failure.Status.someSetAside.rawValue)
      }
      let request = SyncRequest(
        paths: named.map { FilePath($0) }, isFull: isFull,
        absence: isWithdrawing ? .withdraws : .atOnce)
      let report: SyncReport
      let line = ProgressLine()
      let answered = try await RunningService(opened.site).resync(request) {
        line.wait("waiting for \($0), which is loading or stopping")
      } progress: {
        line.show($0)
      }
      line.end()
      if let answered {
        report = answered
      } else {
        let lock = try opened.site.hold(for: .pass)
        report = try await OnePass.run(opened, request, rebuilds: isFull)
        withExtendedLifetime(lock) {}
      }
      if !paths.isEmpty, report.filesSeen + report.filesGone == 0, report.setAside.isEmpty {
        Output.complain(
          "no article is or was there: \(paths.joined(separator: ", ")). "
            + "Give paths below the articles directory.")
      }
      try OnePass.print(report, isJSON: isJSON)
      if !ignored.isEmpty { throw ExitCode(Failure.Status.someSetAside.rawValue) }
    }
  }

  /// Lists those files among some paths that newsfold ignores, each with the rule that ignores it.
  private func ignored(_ paths: [String], in opened: OpenedSite) -> [IgnoredFile] {
    let rules = IgnoreRules(opened.settings.ignore)
    let roots = opened.site.articleRoots(opened.settings)
    return paths.compactMap { path in
      guard let root = roots.first(where: { path.hasPrefix($0 + "/") }),
        let rule = rules.rule(for: String(path.dropFirst(root.count + 1)))
      else { return nil }
      return IgnoredFile(path: path, rule: rule)
    }
  }

  /// Resolves a path as typed: from the working directory, the articles directory or the site, the
  /// first of them that has such a file.
  private func absolute(_ path: String, in opened: OpenedSite) throws -> String {
    let roots = opened.site.articleRoots(opened.settings)
    let candidates =
      [Site.absolutePath(path, from: FileManager.default.currentDirectoryPath)]
      + roots.map { Site.absolutePath(path, from: $0) }
      + [Site.absolutePath(path, from: opened.site.root)]
    let inside = candidates.filter { path in
      roots.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    guard let first = inside.first else {
      throw Failure(
        .usage,
        "nothing to look at: \(path): it is not below \(roots.joined(separator: " or ")). "
          + "Name a file or directory there.")
    }
    return inside.first { FileManager.default.fileExists(atPath: $0) } ?? first
  }
}
