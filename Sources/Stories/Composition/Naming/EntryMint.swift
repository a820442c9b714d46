public import NewsModel

/// Makes the ids and slugs of entries, once, at first publication.
///
/// An id is a `tag:` URI (RFC 4151), `tag:AUTHORITY,DATE:story/DIGEST`. The digest is taken of the
/// founding article's id, which is its canonical URL, else a digest of outlet, title and date
/// (`ArticleIdentity`). So the same sequence of publications gives the same ids.
public struct EntryMint: Hashable, Sendable {
  /// The `id_authority` of the settings: a domain name or an e-mail address.
  public let authority: String
  /// The `id_date` of the settings: a day on which the authority was the site's.
  public let date: String

  /// Hexadecimal digits of a digest.
  ///
  /// Sixteen, 64 bits: among a million stories two meet with a chance of 3·10⁻⁸, and then the later
  /// one gets more digits.
  public static let digits = 16

  /// Makes a mint.
  public init(authority: String, date: String) {
    self.authority = authority
    self.date = date
  }

  /// Makes the id of a story.
  ///
  /// - Parameters:
  ///   - founding: The founding article.
  ///   - taken: All ids that were ever published, retired ones too: none is made again.
  /// - Returns: An id that is not among them.
  public func id(founding: ArticleID, avoiding taken: Set<EntryID> = []) -> EntryID {
    let digest = ContentDigest(founding.rawValue)
    for digits in stride(from: Self.digits, through: 64, by: 4) {
      let id = make(digest.hex(digits: digits))
      if !taken.contains(id) { return id }
    }
    // The article has founded thirteen stories before: it goes on with a count.
    var count = 2
    while taken.contains(make(digest.hex + "-\(count)")) { count += 1 }
    return make(digest.hex + "-\(count)")
  }

  /// The last part of the path of a story's page, `SLUG-DIGEST`; as unique as the id.
  public func slug(title: String, id: EntryID) -> String {
    Slug.make(from: title) + "-" + Self.digest(of: id)
  }

  /// The part of an id behind `story/`; of an id of another form, a digest of it.
  public static func digest(of id: EntryID) -> String {
    guard let slash = id.rawValue.lastIndex(of: "/"), id.rawValue.hasPrefix("tag:") else {
      return ContentDigest(id.rawValue).hex(digits: digits)
    }
    let tail = id.rawValue[id.rawValue.index(after: slash)...]
    let isPlain = tail.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isPlain, !tail.isEmpty, tail.utf8.count <= 80 else {
      return ContentDigest(id.rawValue).hex(digits: digits)
    }
    return String(tail)
  }

  private func make(_ digest: String) -> EntryID {
    EntryID("tag:\(authority),\(date):story/\(digest)")
  }
}
