import Feeds
import FoundationEssentials
import NewsModel

/// The notes that say whether a bucket was as `public/` when it was last written to.
///
/// Without it, or damaged, everything is looked at once. Calls block.
struct MirrorMemory: Sendable {
  /// The contents of the notes.
  struct Contents: Hashable, Codable, Sendable {
    /// The number of the layout; another layout has another number.
    var format = 1
    /// The bucket and server, for a person who looks into them.
    var bucket: String
    /// The number of the publication that is there whole; nil while one is under way.
    var complete: Int?
    /// The header fields that every object was stored with.
    var conduct: String
  }

  private let notes: any TargetNotes

  /// Makes the notes of a place.
  init(_ memory: any TargetMemory, location: BucketLocation) {
    let place = "\(location.scheme)://\(location.authority)\(location.path) \(location.name)"
    notes = memory.notes("bucket-\(ContentDigest(place).hex(digits: 16)).json")
  }

  /// The contents; nil if there is nothing that can be read.
  func read() -> Contents? {
    // Silence is right: without it everything is looked at.
    guard let bytes = notes.read(),
      let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)),
      contents.format == 1
    else { return nil }
    return contents
  }

  /// Writes durably: after a power cut older notes must not say that everything is there.
  func write(_ contents: Contents) throws(TargetNotesError) {
    try notes.replace(with: NoteLine.bytes(contents))
  }
}
