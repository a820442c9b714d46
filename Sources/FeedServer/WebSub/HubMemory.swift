import Feeds
import FoundationEssentials

/// The notes with the version of each topic that each hub has taken.
///
/// At the next start hubs are told of topics that differ from it, so that no change is lost between
/// its publication and its ping. Without the notes each hub is told of everything once.
///
/// Calls block.
struct HubMemory: Sendable {
  private struct Contents: Codable {
    /// The number of the layout; another layout has another number.
    var format = 1
    /// Digests by topic by hub.
    var accepted: [String: [String: String]]

    private enum CodingKeys: String, CodingKey {
      case format
      case accepted = "told"
    }
  }

  private let notes: any TargetNotes

  init(_ memory: any TargetMemory) {
    notes = memory.notes("websub.json")
  }

  /// The digests that the hubs have taken; nothing if the notes are missing, damaged or of
  /// another version.
  func accepted() -> [String: [String: String]] {
    // Silence is right: it costs only a needless ping.
    guard let bytes = notes.read(),
      let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)),
      contents.format == 1
    else { return [:] }
    return contents.accepted
  }

  /// Writes the digests that the hubs have taken.
  func save(_ accepted: [String: [String: String]]) throws(TargetNotesError) {
    try notes.replace(with: NoteLine.bytes(Contents(accepted: accepted)))
  }
}
