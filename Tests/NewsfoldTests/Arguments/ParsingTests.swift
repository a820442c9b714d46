import ArgumentParser
import Testing

@testable import newsfold

@Suite("Arguments")
struct ParsingTests {
  @Test(
    "each command is found by its name",
    arguments: [
      (["init"], "InitCommand"), (["new", "a.md"], "ExampleCommand"),
      (["sync", "--dry-run"], "SyncCommand"),
      (["run", "--listen", "127.0.0.1:0"], "RunCommand"),
      (["resync", "--full", "a", "b"], "ResyncCommand"),
      (["reload"], "ReloadCommand"), (["status", "--json"], "StatusCommand"),
      (["stories", "--since", "3d"], "StoriesCommand"), (["show", "x"], "ShowCommand"),
      (["explain", "a", "b"], "ExplainCommand"),
      (["pin", "together", "a", "b", "c"], "PinCommand"),
      (["pin", "--site", "x", "apart", "a", "b"], "PinCommand"),
      (["pin", "lead", "a"], "PinCommand"),
      (["pin", "title", "a", "A title"], "PinCommand"), (["unpin", "a", "b"], "UnpinCommand"),
      (["check"], "CheckCommand"), (["validate", "newsfold.yaml"], "ValidateCommand"),
      (["config", "--site", "x"], "ConfigCommand"),
      (["evaluate", "gold.jsonl"], "EvaluateCommand"),
    ])
  func commands(arguments: [String], type: String) throws {
    let command = try Newsfold.parseAsRoot(arguments)

    #expect("\(Swift.type(of: command))" == type)
  }

  @Test(
    "what a command cannot take is refused",
    arguments: [
      ["explain", "a"], ["show"], ["evaluate"], ["sync", "--no-such-flag"],
      ["pin", "together", "a"],
      ["pin", "apart"], ["pin", "togehter", "a", "b"], ["pin", "lead", "a", "b"],
      ["pin", "title", "a"], ["pin", "title", "a", " "], ["unpin"],
      ["run", "--listen", "nowhere"], ["status", "x"],
    ])
  func refused(arguments: [String]) {
    let error = #expect(throws: (any Error).self) { try Newsfold.parseAsRoot(arguments) }

    if let error { #expect(Newsfold.exitCode(for: error) == ExitCode(64)) }
  }

  @Test(
    "a mistyped command is answered with the nearest",
    arguments: [
      (["snyc"], "no such command: \"snyc\". Did you mean `newsfold sync`?"),
      (["stauts", "--json"], "no such command: \"stauts\". Did you mean `newsfold status`?"),
      (["unpinn", "a"], "no such command: \"unpinn\". Did you mean `newsfold unpin`?"),
    ])
  func mistyped(arguments: [String], words: String) {
    #expect(MistypedCommand.words(arguments) == words)
  }

  @Test(
    "what is a command, an option, help or nothing is left to the parser",
    arguments: [
      [], ["sync"], ["--help"], ["help", "sync"], ["pin", "lead", "snyc"], ["show", "snyc"],
      ["pin"],
    ])
  func untouched(arguments: [String]) {
    #expect(MistypedCommand.words(arguments) == nil)
  }
}
