import ArgumentParser
import FoundationEssentials
import NewsModel
import SyncDaemon

/// `newsfold new`
struct ExampleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write an example article, to begin with or to copy.")

  @OptionGroup var options: SiteOptions

  @Option(help: "Its headline.")
  var title = "The town gets a second bridge"

  @Argument(help: "The file, below the articles directory.", completion: .file())
  var file = "example.md"

  func run() async throws {
    try await Failure.reported {
      let opened = try options.open()
      guard let root = opened.site.articleRoots(opened.settings).first else { return }
      let path = Site.absolutePath(file, from: root)
      guard path.hasPrefix(root + "/"), path.hasSuffix(".md") else {
        throw Failure(
          .usage,
          "no article is written: \(path): it must be below \(root) and end in .md. Name another file."
        )
      }
      let files = POSIXFiles()
      guard try files.read(path) == nil else {
        throw Failure(
          .readingOrWriting,
          "no article is written: \(path): it is there already. Name another file.")
      }
      let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
      try files.makeDirectory(folder)
      let text = ExampleArticle.text(title: title, date: Date(), name: String(file.dropLast(3)))
      // Written under another name and renamed: a watching service must not read half of it.
      try files.write(Array(text.utf8), to: path + ".tmp")
      try files.rename(path + ".tmp", to: path)
      Output.say("wrote \(path)")
      Output.say(
        "Edit it, then: newsfold sync --site \(opened.site.root); a running service sees it by itself."
      )
    }
  }
}
