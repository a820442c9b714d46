public import Articles
public import NewsModel

/// What the site says of the files in some folders.
public struct FolderSettings: Hashable, Sendable {
  /// The pattern of the files' paths below the articles directory.
  public var pattern: String
  /// What holds for articles that do not say it themselves.
  public var hints = FolderHints()
  /// How much of its outlet's text may be shown; nil takes the feed's.
  public var text: TextExtent?
  /// Its outlet's place among preferred ones, 1 first; nil is after all that have one.
  public var rank: Int?

  /// Makes folders of which nothing further is known.
  public init(pattern: String) {
    self.pattern = pattern
  }
}

extension Settings {
  /// What `folders` says of the outlets of its files, where `sources` does not.
  mutating func takeOutletsOfFolders() {
    for folder in folders where folder.text != nil || folder.rank != nil {
      guard let name = folder.hints.source else { continue }
      let place = sources.firstIndex { $0.name.lowercased() == name.lowercased() }
      var source = place.map { sources[$0] } ?? SourceSettings(name: name)
      source.text = source.text ?? folder.text
      source.rank = source.rank ?? folder.rank
      if let place { sources[place] = source } else { sources.append(source) }
    }
  }

  /// What folders say of files, as articles are read by it.
  var folderRules: FolderRules {
    FolderRules(folders.map { ($0.pattern, $0.hints) })
  }
}
