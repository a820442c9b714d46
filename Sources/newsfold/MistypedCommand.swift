import ArgumentParser
import SyncDaemon

/// Recognises a first word that is no command, and suggests the nearest one.
enum MistypedCommand {
  /// The error text with the suggestion; nil if the arguments begin with a command or an option, or
  /// if there are none.
  static func words(_ arguments: [String]) -> String? {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return nil }
    let names = Newsfold.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(word) else { return nil }
    let cure =
      NearestName.of(word, among: names).map { "Did you mean `newsfold \($0)`?" }
      ?? "Commands are \(names.joined(separator: ", "))."
    return "no such command: \"\(word)\". \(cure)"
  }
}
