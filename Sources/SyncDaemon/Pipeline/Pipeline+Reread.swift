import Articles
import FoundationEssentials
import NewsModel
import Stories

extension Pipeline {
  /// Reads the files of the archive again, one document after the other, and opens those documents that are not what their
  /// files say.
  ///
  /// The others stay closed: what is in them is what a rebuild would make of the same files with the same model. So a full
  /// resync holds the texts of one document at a time, however long the archive is. Opened are also those that another model
  /// grouped, and all of them if archive documents of a feed are to be made again; damaged ones are repaired.
  ///
  /// - Parameters:
  ///   - opensAll: Whether to open them all.
  ///   - moment: Now.
  /// - Throws: `PassInterrupted`; `StateError` if the disk refuses.
  /// - Returns: How many files were read.
  mutating func rereadArchive(opensAll: Bool, at moment: Date) throws -> Int {
    let opensAll = opensAll || showsAnotherExtent
    let model = StoryConfiguration().modelDigest
    var filesRead = 0
    for record in archive.records.values.sorted(by: { $0.number < $1.number })
    where record.isPruned != true {
      onProgress(.read)
      try stopIfAsked()
      var isOpened = opensAll || record.merging != model
      if !isOpened {
        // One that cannot be read is repaired where it is opened.
        let contents = try? archive.read(record)
        let reading = contents.map { reread($0, at: moment) }
        filesRead += reading?.filesRead ?? 0
        isOpened = reading?.records.isEmpty != true
      }
      if isOpened { try wake([record.number], repairs: true) }
    }
    return filesRead
  }

  /// What the files of an archive document say that the document does not.
  private func reread(_ contents: [StateRecord], at moment: Date) -> ArticleIntake.Outcome {
    var remembered = SyncState()
    var scanned: [(path: String, file: ScannedFile)] = []
    let root = site.articleRoots(settings).first ?? site.root
    for record in contents {
      switch record {
      case .file(let file):
        remembered.apply(record)
        // Whether it is another by size or time, or gone, is for the survey to say.
        scanned.append(
          (
            file.path,
            ScannedFile(
              root: root, relativePath: file.path, byteCount: file.byteCount,
              modified: file.modified, inode: 0)
          ))
      case .article(let article):
        remembered.apply(record)
        if let date = state.placed[article.id] { remembered.apply(.placed(date)) }
      default: break
      }
    }
    var none = StateArchive(stateDirectory: site.stateDirectory, files: files)
    let intake = ArticleIntake(
      files: files, largestFile: settings.largestFile, now: moment, isFull: true)
    return intake.take(
      scanned, missing: [], problems: [:], state: &remembered, archive: &none,
      progress: { _, _ in onProgress(.read) })
  }

  /// Whether archive documents of a feed show another extent of text than the settings say, so that a full resync makes them
  /// again, for which it needs all their stories.
  private var showsAnotherExtent: Bool {
    FeedDefinition.all(settings).contains { definition in
      guard let known = state.feeds[definition.name], known.archiveCount > 0,
        let made = known.archivedText
      else { return false }
      return made != definition.textDigest(settings)
    }
  }
}
