/// Tells article files from what else lies in a directory by their names.
public enum ArticleFileName {
  /// Whether a path names a file that articles are read from.
  ///
  /// It ends in a known extension, and neither its name nor a folder on its way is what editors, browsers and
  /// synchronising programs make for themselves: dot files (`.x.txt.swp`, rsync's `.x.txt.Ab12Cd`, `.git`,
  /// `.stversions`), backups (`x.txt~`, `#x.txt#`), `~syncthing~x.txt.tmp`, `x.sync-conflict-20261121-090500-ABCDEFG.txt`,
  /// Word's `~$x.html`, partial downloads (`x.txt.part`, `.crdownload`, `.download`, `.!qB`), `x.txt.tmp`, `x.bak`.
  public static func isArticle(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let name = parts.last, extensions.contains(pathExtension(of: path)) else { return false }
    if parts.contains(where: { $0.hasPrefix(".") || ignoredFolders.contains(String($0)) }) {
      return false
    }
    return !name.hasPrefix("~") && !name.hasPrefix("#") && !name.contains(".sync-conflict-")
      && !name.hasPrefix("__")
  }

  /// The part of the name after its last dot, in lower case; empty if there is none.
  static func pathExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static let extensions: Set = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonl", "ndjson",
  ]

  /// `lost+found` of ext4, `@eaDir` and `#recycle` of Synology, macOS archives' `__MACOSX`.
  private static let ignoredFolders: Set = ["lost+found", "@eaDir", "#recycle", "__MACOSX"]
}
