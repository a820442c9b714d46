import ArgumentParser
import FoundationEssentials
import NewsModel
import SyncDaemon

/// `newsfold init`
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented newsfold.yaml and an articles/ folder.")

  @Argument(help: "The site's directory; made if it is not there.", completion: .directory)
  var directory = "."

  func run() async throws {
    try await Failure.reported {
      let root = Site.absolutePath(directory, from: FileManager.default.currentDirectoryPath)
      let site = Site(root: root)
      let files = POSIXFiles()
      guard try files.read(site.settingsPath) == nil else {
        throw Failure(
          .readingOrWriting,
          "site is not made: \(site.settingsPath): it is there already. Edit it, or remove it first."
        )
      }
      let name = root.split(separator: "/").last.map(String.init) ?? "Newsfold"
      let day = String(Timestamp.rfc3339(Date()).prefix(10))
      try files.makeDirectory(root + "/articles")
      try files.write(
        Array(
          SettingsTemplate.text(title: name, idAuthority: Self.authority(name), idDate: day).utf8),
        to: site.settingsPath)
      Output.say("wrote \(site.settingsPath) and \(root)/articles/")
      Output.say("Put articles there, then: newsfold run --site \(root)")
    }
  }

  /// Makes the authority of the site's `tag:` URIs. It lies below `example`, which is reserved
  /// (RFC 2606), so nobody has to register the name.
  private static func authority(_ name: String) -> String {
    let plain = name.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return (plain.isEmpty ? "newsfold" : plain) + ".newsfold.example"
  }
}
