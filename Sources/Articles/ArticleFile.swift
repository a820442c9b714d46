public import FoundationEssentials

/// A file that holds articles: where it lies, what is in it, when it was changed.
public struct ArticleFile: Sendable {
  /// Where it lies below the articles directory, parts separated by `/`.
  public var path: String
  /// What is in it.
  public var bytes: [UInt8]
  /// When it was last changed: the date of an article that states none.
  public var modified: Date

  /// Names a file.
  public init(path: String, bytes: [UInt8], modified: Date) {
    self.path = path
    self.bytes = bytes
    self.modified = modified
  }

  /// The name of the folder it lies in; nil at the top.
  var folder: String? {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[parts.count - 2]) : nil
  }

  /// The part of its name after the last dot, in lower case.
  var pathExtension: String {
    ArticleFileName.pathExtension(of: path)
  }
}
