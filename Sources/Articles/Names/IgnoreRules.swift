/// The files below an articles directory that are ignored: by defaults, then by the setting
/// `ignore`.
///
/// As in `.gitignore` the last pattern that holds decides, so that a site can take back a default
/// by `!pattern`. Names alone decide: no file has to be opened.
public struct IgnoreRules: Hashable, Sendable {
  private let patterns: [IgnorePattern]
  private let extensions: [String: Int]
  /// The places of the patterns that are more than an ending, the last first.
  private let others: [Int]

  /// The defaults, then a site's own patterns.
  ///
  /// - Parameter own: Patterns as the setting `ignore` has them.
  public init(_ own: [String] = []) {
    patterns = (Self.defaults + own).map(IgnorePattern.init)
    var extensions: [String: Int] = [:]
    var others: [Int] = []
    for (place, pattern) in patterns.enumerated() {
      if let name = pattern.plainExtension {
        extensions[name] = place
      } else {
        others.append(place)
      }
    }
    self.extensions = extensions
    self.others = others.reversed()
  }

  /// Looks up a file.
  ///
  /// - Parameter path: Its path below the articles directory, parts separated by `/`.
  /// - Returns: The pattern that ignores it; nil if it is to be read.
  public func rule(for path: String) -> String? {
    let lower = path.lowercased()
    let parts = lower.utf8.split(separator: 0x2F).map { Array($0) }
    var found = extensions[ArticleFileName.pathExtension(of: lower)]
    for place in others {
      if let found, found > place { break }
      if patterns[place].holds(for: parts) {
        found = place
        break
      }
    }
    guard let found, !patterns[found].isNegated else { return nil }
    return patterns[found].text
  }

  /// The files of editors, browsers and synchronising programs, and the parts of pages that are no
  /// text.
  ///
  /// Dot files (`.x.txt.swp`, rsync's `.x.txt.Ab12Cd`, `.git`, `.stversions`); backups (`x.txt~`,
  /// `#x.txt#`); `~syncthing~x.tmp`, `x.sync-conflict-20261121-090500-ABCDEFG.txt`, Word's
  /// `~$x.docx`; partial downloads; `lost+found` of ext4, `@eaDir` and `#recycle` of Synology,
  /// macOS archives' `__MACOSX`; the folder of a page that a browser saved whole.
  public static let defaults: [String] =
    [
      ".*", "*~", "~*", "#*", "__*", "*.sync-conflict-*", "*_files/", "lost+found/", "@eaDir/",
      "node_modules/",
    ]
    + [
      "tmp", "temp", "part", "partial", "crdownload", "download", "!qb", "filepart", "swp", "bak",
      "orig", "lock", "pid", "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "webp", "avif",
      "svg", "ico", "bmp", "tif", "tiff", "woff", "woff2", "ttf", "otf", "eot", "mp3", "m4a", "aac",
      "ogg", "opus", "wav", "flac", "mp4", "m4v", "webm", "mov", "avi", "mkv",
    ].map { "*." + $0 }
}
