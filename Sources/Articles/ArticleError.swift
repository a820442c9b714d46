/// The reason why an article is set aside.
public struct ArticleError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The fault.
  public enum Problem: Equatable, Sendable {
    /// Neither the file's name nor its content tells a format.
    case unknownFormat
    /// The file has only white space.
    case empty
    /// The file has more bytes than the limit.
    case tooLarge(byteCount: Int, byteLimit: Int)
    /// The text of an article has more bytes than one may have.
    case textTooLong(byteCount: Int, byteLimit: Int)
    /// The bytes are no text; with their probable kind.
    case notText(String)
    /// The file is of a kind that is not read; with the kind and what to do.
    case notRead(kind: String, remedy: String)
    /// The file can be read but is no article; with what it is and what to do.
    case noArticle(kind: String, remedy: String)
    /// Its author keeps it back; with the field that says so.
    case keptBack(String)
    /// The file is damaged or cut short; with the sign of it.
    case damaged(String)
    /// Something in it is larger than the limit; with its name and the limit.
    case tooMuch(String)
    /// The JSON breaks off or is malformed, at a column of the line.
    case malformedJSON(column: Int, reason: String)
    /// The JSON is no article; with what it is instead.
    case wrongShape(String)
    /// The YAML front matter is malformed.
    case malformedFrontMatter(String)
    /// The HTML is refused; with the reason.
    case refusedHTML(String)
    /// There is neither a title nor a text.
    case noText
  }

  /// The file, relative to the articles directory.
  public var path: String
  /// The line of the fault, counted from 1, if it is known.
  public var line: Int?
  /// The fault.
  public var problem: Problem

  /// Makes an error.
  public init(path: String, line: Int? = nil, problem: Problem) {
    self.path = path
    self.line = line
    self.problem = problem
  }

  /// Whether the article is there but its author keeps it back, so that a published version of it
  /// must go.
  var isKeptBack: Bool {
    if case .keptBack = problem { return true }
    return false
  }

  /// The message: what failed, where, why, and what to do.
  public var description: String {
    let place = line.map { "\(path):\($0)" } ?? path
    return "article not read: \(place): \(reason)"
  }

  private var reason: String {
    switch problem {
    case .unknownFormat:
      "neither its name nor its content tells a format that is read. "
        + "Name it .txt, .md, .html, .json or .jsonl, or name it in the setting ignore."
    case .empty:
      "the file is empty. Write the article into it, or remove it."
    case .tooLarge(let byteCount, let byteLimit):
      "the file has \(byteCount) bytes, more than the \(byteLimit) that are read. "
        + "Split it, or remove it."
    case .textTooLong(let byteCount, let byteLimit):
      "the text has \(byteCount) bytes, more than the \(byteLimit) that an article may have. "
        + "Split it, or remove it."
    case .notText(let kind):
      "the bytes are no text but \(kind). Save the article as text in UTF-8."
    case .notRead(let kind, let remedy):
      "it is \(kind). \(remedy)."
    case .noArticle(let kind, let remedy):
      "it is no article but \(kind). \(remedy)."
    case .keptBack(let field):
      "its author keeps it back: \(field). It is read as soon as that is gone."
    case .damaged(let reason):
      "\(reason). Write the file anew."
    case .tooMuch(let excess):
      "\(excess). Split it, or raise largest_file."
    case .malformedJSON(let column, let reason):
      "column \(column): \(reason). Correct the JSON there."
    case .wrongShape(let found):
      "\(found). An article is an object with a title and a text."
    case .malformedFrontMatter(let reason):
      "the front matter is no YAML: \(reason). Correct it, or quote the value."
    case .refusedHTML(let reason):
      "\(reason). Save the article anew, or convert it to plain text."
    case .noText:
      "there is neither a title nor a text. Add one, or remove the file."
    }
  }
}
