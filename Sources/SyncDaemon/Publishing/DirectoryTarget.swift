public import Feeds
import FoundationEssentials
import NewsModel

/// Publishes into a directory that any web server can serve.
///
/// Each document is written beside its place and renamed into it, so that a reader sees the old one
/// or the new one, never half of it. The disk has all of them before the first is renamed. A
/// document whose bytes are already there is left alone, so that its modification time, which
/// servers send as `Last-Modified`, stays.
public actor DirectoryTarget: PublishTarget {
  private let directory: String
  private let files: any DurableFiles
  private let dates: any DocumentDates
  private let compress: @Sendable ([UInt8]) -> [UInt8]?

  /// The paths of the documents that the last publication wrote.
  public private(set) var lastWritten: [String] = []

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - directory: The absolute path of `public/`.
  ///   - files: The file operations.
  ///   - dates: The dates of documents; nil takes those of the files.
  ///   - compress: The gzip form of a document, or nil for one that is not worth it.
  public init(
    directory: String, files: any DurableFiles, dates: (any DocumentDates)? = nil,
    compress: @escaping @Sendable ([UInt8]) -> [UInt8]?
  ) {
    self.directory = directory
    self.files = files
    self.dates = dates ?? FileDates(directory: directory, files: files)
    self.compress = compress
  }

  /// The least size of a document that is worth a gzip file: below, HTTP's own headers outweigh the
  /// gain.
  private static let leastCompressed = 512

  /// The number of documents from which one sync of the whole file system is cheaper than one for
  /// each.
  private static let bulk = 16

  /// Writes the documents, each beside its compressed copy, and removes what is withdrawn.
  public func publish(_ publication: Publication) async throws {
    lastWritten = []
    var written: [String: Date] = [:]
    var staged: [(temporary: String, path: String)] = []
    for document in publication.documents {
      let path = directory.appendingPath(document.path)
      if try files.holds(document.bytes, at: path) {
        try endCutShort(document, at: path, &staged)
        continue
      }
      // The gzip form goes first: if the document is in its place after a kill, so is the gzip
      // form.
      try stageCoded(document, modified: document.lastModified, &staged)
      try stage(document.bytes, at: path, modified: document.lastModified, &staged)
      lastWritten.append(document.path)
      written[document.path] = document.lastModified
    }
    let isBulk = staged.count > Self.bulk
    if isBulk {
      try files.syncAll(in: directory)
    } else {
      for file in staged { try files.sync(file.temporary) }
    }
    try dates.record(written)
    for file in staged { try files.rename(file.temporary, to: file.path) }
    let removed = publication.removed.map { directory.appendingPath($0) }
    for path in removed {
      try files.remove(path)
      try files.remove(path + ".gz")
    }
    // The state remembers this publication as made: a power cut must not bring old names back.
    if isBulk {
      try files.syncAll(in: directory)
    } else {
      var parents: Set<String> = []
      for file in staged {
        // A directory that was made for the document has a name to keep too.
        var parent = file.path.parentDirectory
        while parents.insert(parent).inserted, parent != directory {
          parent = parent.parentDirectory
        }
      }
      for path in removed where try !files.list(path.parentDirectory).isEmpty {
        parents.insert(path.parentDirectory)
      }
      for parent in parents.sorted() { try files.sync(parent) }
    }
  }

  /// Adds to a publication the dates and gzip forms of its documents, for this target and all
  /// others.
  ///
  /// A reader that knows a document only by its `Last-Modified` must learn of every change of its
  /// bytes, also of one that moves no entry's `updated`. So a document with new bytes is dated at
  /// least a second, HTTP's unit, after the one that it replaces. If that date is lost with the
  /// file, it is no later than the publication says. A document with the same bytes keeps its date.
  public func prepared(_ publication: Publication) async throws -> Publication {
    var prepared = publication
    var others: [(index: Int, document: FeedDocument)] = []
    for (index, document) in publication.documents.enumerated() {
      let path = directory.appendingPath(document.path)
      let old = try dates.date(of: document.path).map(Timestamp.milliseconds)
      // Only new bytes get another date and are compressed; for the same bytes the gzip file is
      // there.
      if let old, try files.holds(document.bytes, at: path) {
        prepared.documents[index].lastModified = Timestamp.date(milliseconds: old)
        continue
      }
      others.append((index, document))
      guard let old = old ?? publication.lostAt.map(Timestamp.milliseconds) else { continue }
      let oldSecond = old.quotientAndRemainder(dividingBy: 1000).quotient
      let newSecond = max(0, Timestamp.milliseconds(document.lastModified)) / 1000
      if newSecond > oldSecond { continue }
      prepared.documents[index].lastModified = Date(timeIntervalSince1970: Double(oldSecond + 1))
    }
    let coded = await others.concurrentMap { self.gzip($0.document) }
    for (other, coded) in zip(others, coded) { prepared.documents[other.index].gzip = coded }
    return prepared
  }

  /// The gzip form of a document; nil if it is not worth a file.
  private nonisolated func gzip(_ document: FeedDocument) -> [UInt8]? {
    guard document.bytes.count >= Self.leastCompressed, isCompressible(document.mediaType),
      let coded = compress(document.bytes), coded.count < document.bytes.count
    else { return nil }
    return coded
  }

  /// Whether a document of this path is there.
  public func contains(_ path: String) throws -> Bool {
    try files.read(directory.appendingPath(path)) != nil
  }

  /// Completes the work of a publication that was cut short on a document that is in its place.
  private func endCutShort(
    _ document: FeedDocument, at path: String, _ staged: inout [(temporary: String, path: String)]
  ) throws(FileError) {
    let coded = path + ".gz"
    for path in [path, coded] { try files.remove(temporary(of: path)) }
    // Both forms have the same time. A power cut need not keep the order of two renames, so a gzip
    // file of another time belongs to an earlier document.
    guard let written = try files.status(path)?.modified,
      let other = try files.status(coded)?.modified,
      other != written
    else { return }
    try stageCoded(document, modified: Timestamp.date(milliseconds: written), &staged)
  }

  /// Stages the compressed copy of a document, or removes the one that is there if it is not worth
  /// a file.
  private func stageCoded(
    _ document: FeedDocument, modified: Date, _ staged: inout [(temporary: String, path: String)]
  ) throws(FileError) {
    let path = directory.appendingPath(document.path) + ".gz"
    if let coded = document.gzip ?? gzip(document) {
      try stage(coded, at: path, modified: modified, &staged)
    } else {
      try files.remove(path)
    }
  }

  private func stage(
    _ bytes: [UInt8], at path: String, modified: Date,
    _ staged: inout [(temporary: String, path: String)]
  ) throws(FileError) {
    let temporary = temporary(of: path)
    do {
      try files.write(bytes, to: temporary)
    } catch let error where error.isMissing {
      try files.makeDirectory(path.parentDirectory)
      try files.write(bytes, to: temporary)
    }
    try files.setModified(temporary, milliseconds: max(0, Timestamp.milliseconds(modified)))
    staged.append((temporary, path))
  }

  /// Each document has one temporary name, so the next attempt overwrites what a crash left behind.
  private func temporary(of path: String) -> String {
    path.parentDirectory.appendingPath(
      "." + path.dropFirst(path.parentDirectory.count + 1) + ".newsfold-tmp")
  }

  private nonisolated func isCompressible(_ mediaType: String) -> Bool {
    mediaType.hasPrefix("text/") || mediaType.contains("xml") || mediaType.contains("json")
      || mediaType.contains("javascript")
  }
}
