import FoundationEssentials

/// The file with the version of each topic that each hub has taken.
///
/// At the next start hubs are told of topics that differ from it, so that no change is lost between
/// its publication and its ping. Without the file each hub is told of everything once. Calls block.
struct HubMemory: Sendable {
  private struct Contents: Codable {
    /// The number of the layout; another layout has another number.
    var format = 1
    /// Digests by topic by hub.
    var told: [String: [String: String]]
  }

  private let file: MemoryFile

  init(directory: String) {
    file = MemoryFile(directory: directory, name: "websub.json")
  }

  /// The digests that the hubs have been told; nothing if the file is missing, damaged or of
  /// another version.
  func told() -> [String: [String: String]] {
    // Silence is right: it costs only a needless ping.
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
