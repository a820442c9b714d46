/// Reads the endings of file names.
public enum ArticleFileName {
  /// Whether a path ends like an article's name, so that it is hardly a directory.
  public static func isArticle(_ path: String) -> Bool {
    known.contains(pathExtension(of: path))
  }

  /// The part of the name after its last dot, in lower case; empty if there is none.
  static func pathExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The ending that tells a format; nil if the name has none that could.
  ///
  /// These are no endings: the numbers that wget adds (`page.html.1`), the rest of a query
  /// (`article?id=7`, `view.php?p=1.2`), and anything with other characters than letters and digits
  /// or longer than endings are.
  static func formatExtension(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    if name.contains("?") || name.contains("=") { return nil }
    let ending = pathExtension(of: path)
    guard !ending.isEmpty, ending.utf8.count <= 11,
      ending.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }),
      !ending.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return ending
  }

  private static let known = Set(ArticleFormats.table.flatMap(\.extensions))
}
