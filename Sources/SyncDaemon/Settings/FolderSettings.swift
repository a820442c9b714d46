public import Articles
public import NewsModel

/// Hints and settings for the article files in some folders.
public struct FolderSettings: Hashable, Sendable {
  /// The pattern of the files' paths, relative to the articles directory.
  public var pattern: String
  /// The values for articles that do not state them themselves: outlet, language, time zone and the
  /// like.
  public var hints = FolderHints()
  /// The extent of its outlet's text that may be shown; nil takes the feed's.
  public var text: TextExtent?
  /// The rank of its outlet among preferred ones, 1 first; nil comes after all that have one.
  public var rank: Int?

  /// Makes the settings of folders without any value.
  public init(pattern: String) {
    self.pattern = pattern
  }
}

extension Settings {
  /// Adds to `sources` the extent and rank that `folders` gives for an outlet; those in `sources`
  /// win.
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

  /// The hints of folders, in the form in which article readers take them.
  var folderRules: FolderRules {
    FolderRules(folders.map { ($0.pattern, $0.hints) })
  }
}
