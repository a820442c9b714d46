public import NewsModel

/// A fault that keeps a document from being published.
public enum DocumentFault: Hashable, Sendable, CustomStringConvertible {
  /// It breaks a rule of its syntax.
  case notWellFormed(reason: String)
  /// It has more bytes than feed readers accept.
  case tooLarge(byteCount: Int, limit: Int)
  /// A required element or member is missing.
  case missing(name: String, place: String)
  /// An element that may occur once occurs again.
  case repeated(name: String, place: String)
  /// Two entries have one id.
  case duplicateID(EntryID)
  /// An entry has an id that was never given to a story.
  case unknownID(EntryID)
  /// A date is none, or is written in another form than the format's.
  case unreadableDate(String, place: String)
  /// An entry was updated before it was published.
  case updatedBeforePublished(EntryID)
  /// An entry is newer than the one before it.
  case entriesOutOfOrder(EntryID)
  /// An entry is newer than the feed's own date.
  case feedOlderThanEntry(EntryID)
  /// An entry is present and also announced as deleted.
  case deletedButPresent(EntryID)
  /// An address is relative.
  case relativeURL(String, place: String)
  /// An id of a page's element occurs twice.
  case repeatedAnchor(String)
  /// There is no check for the media type.
  case unknownKind(String)

  /// The message, to follow "PATH is not published: ".
  public var description: String {
    switch self {
    case .notWellFormed(let reason):
      "it is not well-formed: \(reason)"
    case .tooLarge(let byteCount, let limit):
      "it has \(byteCount) bytes, and no more than \(limit) may be published"
    case .missing(let name, let place):
      "\(place) has no \(name)"
    case .repeated(let name, let place):
      "\(place) has more than one \(name)"
    case .duplicateID(let id):
      "two entries have the id \(id)"
    case .unknownID(let id):
      "the id \(id) was never given to a story"
    case .unreadableDate(let text, let place):
      "\(place) has the date “\(text.prefix(40))”, which is none"
    case .updatedBeforePublished(let id):
      "\(id) was updated before it was published"
    case .entriesOutOfOrder(let id):
      "\(id) is newer than the entry before it"
    case .feedOlderThanEntry(let id):
      "\(id) is newer than the feed"
    case .deletedButPresent(let id):
      "\(id) is an entry and announced as deleted"
    case .relativeURL(let url, let place):
      "\(place) has the address “\(url.prefix(80))”, which is not absolute"
    case .unknownKind(let mediaType):
      "nothing checks documents of the type “\(mediaType)”"
    case .repeatedAnchor(let id):
      "two elements have the id “\(id.prefix(40))”"
    }
  }
}
