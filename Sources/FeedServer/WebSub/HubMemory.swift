import FoundationEssentials

/// The file in which it is remembered which version of which topic each hub has taken.
///
/// What differs from it at the next start is told then, so that no change is lost between its
/// publication and its ping. Without the file each hub is told of everything once. Calls block.
struct HubMemory: Sendable {
  private struct Contents: Codable {
    /// Another layout is another number.
    var format = 1
    /// Hub to topic to digest.
    var told: [String: [String: String]]
  }

  private let file: MemoryFile

  init(directory: String) {
    file = MemoryFile(directory: directory, name: "websub.json")
  }

  /// The digests that the hubs have been told; nothing if the file is missing, damaged or of
  /// another version.
  func told() -> [String: [String: String]] {
    // A ping too many is all that it costs.
    guard let bytes = file.read(),
      let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)),
      contents.format == 1
    else { return [:] }
    return contents.told
  }

  /// Writes what the hubs have been told.
  func save(_ told: [String: [String: String]]) throws(FeedServerError) {
    try file.replace(with: MemoryFile.line(Contents(told: told)))
  }
}
