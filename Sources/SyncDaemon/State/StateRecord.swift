public import NewsModel

/// One line of state: a fact that holds from here on.
///
/// A line is a JSON object with one key, the kind. Later lines replace earlier ones about the same
/// thing.
public enum StateRecord: Hashable, Codable, Sendable {
  /// A file was read, or set aside.
  case file(FileRecord)
  /// The articles directories were looked at.
  case survey(SurveyRecord)
  /// A file is gone.
  case fileGone(FilePath)
  /// An article is new or has changed.
  case article(ArticleRecord)
  /// An article is gone.
  case articleGone(ArticleID)
  /// An article was given a date.
  case placed(PlacedDate)
  /// A story is new or has changed.
  case story(Story)
  /// A story was retired.
  case retired(RetiredStory)
  /// A feed shows other entries.
  case feed(FeedRecord)
  /// A publication was decided; all before it belongs to it.
  case publication(PublicationRecord)
  /// The publication of this number is visible.
  case published(Int)
  /// A story has moved to the archive; further records remove its articles and files.
  case storyArchived(EntryID)
  /// An archive document was written.
  case archive(ArchiveRecord)
  /// The archive document of this number was removed; its contents follow.
  case archiveGone(Int)
  /// An article has another id, because its file is read differently.
  case renamed(RenamedArticle)
  /// A publication is visible, with the digest of its main feed.
  case visible(VisiblePublication)

  private enum Key: String, CodingKey, CaseIterable {
    case file, survey, fileGone, article, articleGone, placed, story, retired, feed, publication
    case published, storyArchived, archive, archiveGone, renamed, visible
  }

  /// Reads a record.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard container.allKeys.count == 1, let key = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not one of the known records"))
    }
    switch key {
    case .file: self = .file(try container.decode(FileRecord.self, forKey: key))
    case .survey: self = .survey(try container.decode(SurveyRecord.self, forKey: key))
    case .fileGone: self = .fileGone(try container.decode(FilePath.self, forKey: key))
    case .article: self = .article(try container.decode(ArticleRecord.self, forKey: key))
    case .articleGone: self = .articleGone(try container.decode(ArticleID.self, forKey: key))
    case .placed: self = .placed(try container.decode(PlacedDate.self, forKey: key))
    case .story: self = .story(try container.decode(Story.self, forKey: key))
    case .retired: self = .retired(try container.decode(RetiredStory.self, forKey: key))
    case .feed: self = .feed(try container.decode(FeedRecord.self, forKey: key))
    case .publication:
      self = .publication(try container.decode(PublicationRecord.self, forKey: key))
    case .published: self = .published(try container.decode(Int.self, forKey: key))
    case .storyArchived: self = .storyArchived(try container.decode(EntryID.self, forKey: key))
    case .archive: self = .archive(try container.decode(ArchiveRecord.self, forKey: key))
    case .archiveGone: self = .archiveGone(try container.decode(Int.self, forKey: key))
    case .visible:
      self = .visible(try container.decode(VisiblePublication.self, forKey: key))
    case .renamed: self = .renamed(try container.decode(RenamedArticle.self, forKey: key))
    }
  }

  /// Writes a record.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .file(let record): try container.encode(record, forKey: .file)
    case .survey(let record): try container.encode(record, forKey: .survey)
    case .fileGone(let path): try container.encode(path, forKey: .fileGone)
    case .article(let record): try container.encode(record, forKey: .article)
    case .articleGone(let id): try container.encode(id, forKey: .articleGone)
    case .placed(let placed): try container.encode(placed, forKey: .placed)
    case .story(let story): try container.encode(story, forKey: .story)
    case .retired(let story): try container.encode(story, forKey: .retired)
    case .feed(let record): try container.encode(record, forKey: .feed)
    case .publication(let record): try container.encode(record, forKey: .publication)
    case .published(let number): try container.encode(number, forKey: .published)
    case .storyArchived(let id): try container.encode(id, forKey: .storyArchived)
    case .archive(let record): try container.encode(record, forKey: .archive)
    case .archiveGone(let number): try container.encode(number, forKey: .archiveGone)
    case .renamed(let article): try container.encode(article, forKey: .renamed)
    case .visible(let publication): try container.encode(publication, forKey: .visible)
    }
  }
}
