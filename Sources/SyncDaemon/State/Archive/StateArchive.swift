import FoundationEssentials
import NewsModel

/// The archive: stories that are too old to change, in documents of the store that are opened on
/// demand.
///
/// A document is written once and durably, before the journal says that its contents have left the
/// open state. It is removed only after the journal says that they are back. So a crash leaves at
/// most a document that nothing names.
struct StateArchive: Sendable {
  private let documents: any ArchiveDocuments
  /// The documents, by number.
  private(set) var records: [Int: ArchiveRecord] = [:] {
    didSet { latest = records.values.map(\.to).max() }
  }
  /// The latest date in any document.
  private var latest: Date?
  /// The index of files, articles, ids and slugs.
  private(set) var catalogue = ArchiveCatalogue()
  /// Documents that the open state has taken back; they are removed once that is durable.
  private var discarded: [Int] = []
  /// Damaged documents that the open state no longer names; they are renamed before that is
  /// durable.
  private var damaged: [Int] = []
  /// The greatest number that any document has, whether the open state names it or not.
  private var greatest = 0

  /// Makes an empty archive; call `open` next.
  init(_ documents: any ArchiveDocuments) { self.documents = documents }

  /// Opens the archive with the documents that the open state names. Only their indices are read.
  ///
  /// - Parameters:
  ///   - records: The documents.
  ///   - isOwner: Whether this process may write: if so, indices are made again, and documents that
  ///     nothing names are removed.
  /// - Throws: `StateError` if the disk refuses.
  /// - Returns: The documents that are missing, and those that have no index and are damaged, each
  ///   with its error.
  mutating func open(
    _ records: [ArchiveRecord], isOwner: Bool
  ) throws(StateError) -> [(record: ArchiveRecord, error: StateError)] {
    self.records = [:]
    catalogue = ArchiveCatalogue()
    discarded = []
    damaged = []
    let known = records.map(\.number).max() ?? 0
    greatest = max(try documents.greatestNumber(), known)
    let there = Set(try documents.numbers())
    var failures: [(record: ArchiveRecord, error: StateError)] = []
    var parts: [ArchiveCatalogue] = []
    var opened: [Int: ArchiveRecord] = [:]
    for record in records.sorted(by: { $0.number < $1.number }) {
      do throws(StateError) {
        guard there.contains(record.number) else { throw missing(record.number) }
        parts.append(try part(record, isOwner: isOwner))
        opened[record.number] = record
      } catch {
        failures.append((record, error))
      }
    }
    catalogue.add(parts)
    self.records = opened
    guard isOwner else { return failures }
    // Only numbers below the greatest named one: documents that a crash left behind. What was set
    // aside stays, and so does the work of a state that was lost.
    let named = Set(records.map(\.number))
    try documents.tidy(Set(0..<known).subtracting(named))
    return failures
  }

  private func missing(_ number: Int) -> StateError {
    .damaged(path: documents.place(of: number), line: 1, reason: "the document is missing")
  }

  private func part(
    _ record: ArchiveRecord, isOwner: Bool
  ) throws(StateError) -> ArchiveCatalogue {
    if let bytes = try documents.readIndex(record.number),
      let part = ArchiveIndexFile.catalogue(bytes, document: record.number, digest: record.digest)
    {
      return part
    }
    let part = ArchiveCatalogue(of: try read(record), document: record.number)
    if isOwner {
      try documents.writeIndex(
        ArchiveIndexFile.bytes(part, digest: record.digest), as: record.number)
    }
    return part
  }

  /// Reads the records of a document.
  ///
  /// - Throws: `StateError.damaged` or `.newer` if it does not hold what was written.
  func read(_ record: ArchiveRecord) throws(StateError) -> [StateRecord] {
    let path = documents.place(of: record.number)
    let bytes = try bytes(of: record.number)
    let contents = try StateLines.parse(
      bytes, path: path, kind: "archive", schema: JSONStateStore.schema)
    guard contents.unfinished == nil else {
      throw .damaged(path: path, line: contents.lineCount, reason: "the last commit is missing")
    }
    guard ContentDigest(bytes).hex(digits: 32) == record.digest else {
      throw .damaged(
        path: path, line: 1,
        reason: "it is whole, but not the document \(record.number) that the journal names")
    }
    return contents.records
  }

  private func bytes(of number: Int) throws(StateError) -> [UInt8] {
    guard let bytes = try documents.read(number) else { throw missing(number) }
    return bytes
  }

  /// Checks that a document holds what was written, without parsing it.
  ///
  /// - Throws: `StateError.damaged` if it does not.
  func verify(_ number: Int) throws(StateError) {
    guard let record = records[number] else { return }
    let bytes = try bytes(of: number)
    // Reading it throws a more precise error.
    if ContentDigest(bytes).hex(digits: 32) != record.digest { _ = try read(record) }
  }

  /// Writes a document, durable on return, and adds it to the archive.
  ///
  /// - Returns: The record for the open state.
  mutating func write(
    _ records: [StateRecord], survivors: [ArchiveRecord.Survivor], merging: String? = nil,
    isPruned: Bool = false
  ) throws(StateError) -> ArchiveRecord {
    let number = greatest + 1
    let bytes =
      StateLines.header(kind: "archive", generation: number, schema: JSONStateStore.schema)
      + StateLines.transaction(records)
    let digest = ContentDigest(bytes).hex(digits: 32)
    let part = ArchiveCatalogue(of: records, document: number)
    try documents.write(bytes, index: ArchiveIndexFile.bytes(part, digest: digest), as: number)
    greatest = number
    let dates = Self.dates(records)
    let record = ArchiveRecord(
      number: number, from: dates.min() ?? Date(timeIntervalSince1970: 0),
      to: dates.max() ?? Date(timeIntervalSince1970: 0),
      files: records.count { if case .file = $0 { true } else { false } },
      articles: records.count { if case .article = $0 { true } else { false } },
      stories: records.count { if case .story = $0 { true } else { false } },
      byteCount: bytes.count, digest: digest, survivors: survivors.isEmpty ? nil : survivors,
      isPruned: isPruned ? true : nil, merging: merging)
    self.records[number] = record
    catalogue.add([part])
    return record
  }

  /// Removes a document from the archive; `removeDiscarded` removes its files.
  mutating func discard(_ number: Int) {
    records[number] = nil
    catalogue.remove(number)
    discarded.append(number)
  }

  /// Removes the files of discarded documents; called once the journal says that nothing is in
  /// them.
  mutating func removeDiscarded() throws(StateError) {
    while let number = discarded.last {
      try documents.remove(number)
      discarded.removeLast()
    }
  }

  /// Removes a damaged document from the archive, so that its contents can be rebuilt;
  /// `renameDamaged` moves its files aside.
  mutating func setAside(_ number: Int) {
    records[number] = nil
    catalogue.remove(number)
    damaged.append(number)
  }

  /// Renames the documents that were set aside, and removes their indices.
  mutating func renameDamaged() throws(StateError) {
    while let number = damaged.last {
      try documents.setAside(number)
      damaged.removeLast()
    }
  }

  /// Whether an id or a slug belongs to an archived story.
  func isTaken(_ id: EntryID, _ slug: String) -> Bool {
    !catalogue.documents(of: id).isEmpty || !catalogue.documents(ofSlug: slug).isEmpty
  }

  /// Whether an article is archived and its text was dropped.
  func isPruned(_ article: ArticleID) -> Bool {
    catalogue.documents(of: article).contains { records[$0]?.isPruned == true }
  }

  /// The documents with texts that may hold articles close enough in time to be compared with an
  /// article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - reach: The seconds within which articles are compared.
  /// - Returns: Their numbers in order.
  func documents(near article: Article, reach: Double) -> [Int] {
    guard !records.isEmpty else { return [] }
    var within: [ArchiveRecord] = []
    // Usually an article is later than all documents.
    if let latest, article.published <= latest.addingTimeInterval(reach) {
      within = records.values.filter {
        $0.from.addingTimeInterval(-reach) <= article.published
          && article.published <= $0.to.addingTimeInterval(reach)
      }
    }
    return within.filter { $0.isPruned != true }.map(\.number).sorted()
  }

  private static func dates(_ records: [StateRecord]) -> [Date] {
    records.flatMap { record -> [Date] in
      switch record {
      case .article(let article): article.versions.map(\.article.published)
      case .story(let story): [story.published, story.updated]
      default: []
      }
    }
  }
}

extension StateArchive {
  /// Moves a document back into the open state.
  ///
  /// Records that are in the open state already are newer and stay. An article keeps its open
  /// versions, and gets those of other files.
  ///
  /// - Returns: The records to apply to the open state, and the articles that are then open again.
  mutating func wake(
    _ record: ArchiveRecord, into state: SyncState
  ) throws(StateError) -> (records: [StateRecord], articles: [ArticleID]) {
    let contents = try read(record)
    var records: [StateRecord] = [.archiveGone(record.number)]
    var articles: [ArticleID] = []
    for item in contents {
      switch item {
      case .file(let file):
        if state.files[file.path] == nil { records.append(item) }
      case .article(let article):
        articles.append(article.id)
        if let open = state.articles[article.id] {
          let paths = Set(open.versions.map(\.path))
          let versions = open.versions + article.versions.filter { !paths.contains($0.path) }
          records.append(
            .article(
              ArticleRecord(
                id: article.id,
                versions: versions.sorted { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) })))
        } else {
          records.append(item)
        }
      default: records.append(item)
      }
    }
    discard(record.number)
    return (records, articles)
  }

  /// The open state with the archive added, to answer questions from.
  ///
  /// - Parameters:
  ///   - state: The open state.
  ///   - numbers: Only these documents; nil for all.
  /// - Throws: `StateError` if a document is damaged.
  /// - Returns: Both together.
  func unfolded(
    _ state: SyncState, documents numbers: Set<Int>? = nil
  ) throws(StateError) -> SyncState {
    var state = state
    for record in records.values.sorted(by: { $0.number < $1.number })
    where numbers?.contains(record.number) ?? true {
      state.apply(.archiveGone(record.number))
      for item in try read(record) { state.apply(item) }
    }
    return state
  }
}
