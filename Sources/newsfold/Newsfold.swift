import ArgumentParser
import CVersion

/// The entry point of the program: it parses the arguments, runs a command and sets the exit
/// status.
@main
struct Newsfold: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newsfold",
    abstract: "Folds duplicate coverage into stories and publishes them as feeds.",
    discussion: """
      A site is a directory: newsfold.yaml, articles/ which is watched, public/ which is published, state/ which is \
      remembered. The site is --site, else the working directory if it holds newsfold.yaml, else feeds.

      Exit status: 0 done; 1 done, but some article was set aside; 64 usage; 73 another newsfold holds the site; \
      74 reading or writing failed; 78 settings or pins are wrong. `newsfold check` exits 1 on findings.
      """,
    version: Self.version,
    subcommands: [
      InitCommand.self, ExampleCommand.self, SyncCommand.self, RunCommand.self, ResyncCommand.self,
      ReloadCommand.self, StatusCommand.self, StoriesCommand.self, ShowCommand.self,
      ExplainCommand.self, PinCommand.self, UnpinCommand.self, CheckCommand.self,
      ValidateCommand.self, ConfigCommand.self, ReadCommand.self, EvaluateCommand.self,
    ])

  /// The version, as `git describe` tells it of the sources.
  static let version = String(cString: newsfold_version())

  /// Runs the command that the arguments name; a mistyped name is answered with the nearest one.
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let words = MistypedCommand.words(arguments) {
      Output.complain(words)
      Self.exit(withError: ExitCode(Failure.Status.usage.rawValue))
    }
    await Self.main(arguments)
  }
}
