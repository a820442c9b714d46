import ArgumentParser

@main
struct Newsfold: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "newsfold")
}
