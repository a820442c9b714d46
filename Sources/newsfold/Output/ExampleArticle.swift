import FoundationEssentials
import NewsModel

/// A Markdown article that shows the usual front matter fields, for `newsfold new`.
enum ExampleArticle {
  /// The text of the file.
  ///
  /// - Parameters:
  ///   - title: The headline.
  ///   - date: When it was published.
  ///   - name: The last part of its permalink.
  /// - Returns: Markdown with front matter.
  static func text(title: String, date: Date, name: String) -> String {
    let escaped = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let slug = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    return """
      ---
      title: "\(escaped)"
      source: The Example Courier          # the outlet
      url: https://courier.example/\(String(slug))
      date: \(Timestamp.rfc3339(Timestamp.wholeMillisecond(date)))
      author: Robin Example
      lang: en
      tags: [example]
      ---

      Write the report here, in Markdown. The first sentences are the summary that readers see.

      Articles of other outlets about the same event become one entry with this one.

      """
  }
}
