import Feeds
import FoundationEssentials

extension SiteDirectory {
  /// Reads the feeds, front pages and what belongs to them, as a publication would have brought
  /// them.
  ///
  /// Blocks.
  ///
  /// - Parameter limit: The most bytes of a file; a larger one counts as missing.
  /// - Returns: The documents, sorted by path.
  /// - Throws: `FeedServerError.unreadable` if the disk fails.
  func hotDocuments(limit: Int) throws(FeedServerError) -> [FeedDocument] {
    var documents: [FeedDocument] = []
    for path in hotPaths {
      guard case .file(let bytes, let modified) = try read(path, limit: limit) else { continue }
      documents.append(SiteDirectory.document(path, bytes, modified))
    }
    return documents
  }

  /// Makes a document from its file alone.
  static func document(_ path: String, _ bytes: [UInt8], _ modified: Int64) -> FeedDocument {
    let mediaType = MediaType.of(path: path)
    return FeedDocument(
      path: path, mediaType: mediaType, bytes: bytes,
      lastModified: Date(timeIntervalSince1970: Double(modified)),
      links: FeedFormats.format(ofPath: path)?.links(of: bytes) ?? [])
  }

  /// Whether a document always stays in memory. These are the ones at the top and in a feed's
  /// directory, but no stories and no archive documents, of which there can be a million.
  static func isHot(_ path: String) -> Bool {
    let segments = path.split(separator: "/")
    switch segments.count {
    case 1: return true
    case 2: return !coldDirectories.contains(String(segments[0]))
    default: return false
    }
  }

  private static let coldDirectories: Set<String> = ["stories", "archive"]

  private var hotPaths: [String] {
    let top = names(in: "")
    var paths = top.files
    for name in top.directories where !SiteDirectory.coldDirectories.contains(name) {
      paths += names(in: name).files.map { name + "/" + $0 }
    }
    return paths.filter { !$0.hasSuffix(".gz") }
  }
}
