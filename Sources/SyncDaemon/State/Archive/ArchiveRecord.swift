public import FoundationEssentials
public import NewsModel

/// The open state's record of one archive document: its number, dates, counts and digest.
public struct ArchiveRecord: Hashable, Codable, Sendable {
  /// Its number, from 1; the name of its file.
  public var number: Int
  /// The earliest date in it, of an article or a story.
  public var from: Date
  /// The latest date in it.
  public var to: Date
  /// The number of files in it.
  public var files: Int
  /// The number of articles in it.
  public var articles: Int
  /// The number of stories in it.
  public var stories: Int
  /// The size of the document in bytes.
  public var byteCount: Int
  /// The first 128 bits of the SHA-256 of the document in hexadecimal.
  public var digest: String
  /// Those of its stories to which retired ids redirect. They are needed while the document is
  /// closed.
  public var survivors: [Survivor]?
  /// Whether the texts of its articles were dropped.
  public var isPruned: Bool?
  /// The digest of the model that grouped its articles (`StoryConfiguration.modelDigest`); if the
  /// model has changed, a full resync groups them again.
  ///
  /// Nil in records of a version that did not keep it.
  public var merging: String?

  /// A story to which retired ids redirect.
  public struct Survivor: Hashable, Codable, Sendable {
    /// The story's id.
    public var id: EntryID
    /// The last part of its page's path.
    public var slug: String
  }
}
