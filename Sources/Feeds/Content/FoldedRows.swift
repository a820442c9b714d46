/// Keeps long lists of an entry readable: the first rows are shown, the others folded away, and
/// what is too much for a feed is left to the story's page.
///
/// `details` and `summary` work without style or script, and a reader that drops them shows the
/// rows.
struct FoldedRows: Sendable {
  /// Rows of a list that are shown: a screen of a telephone and a half.
  static let shown = 12
  /// The most bytes of the rows of one list.
  ///
  /// A row takes some 300 bytes, so that 200 sources fit. With the text (`EntryContent.textLimit`)
  /// and four lists an entry's content has at most 384 KiB.
  static let byteLimit = 64 << 10

  /// The words for rows that are folded away, with their number.
  let more: CountedPhrase
  /// The place of all of them.
  let link: String
  /// The bytes that the rows of a list may take.
  var byteLimit = Self.byteLimit

  /// The items of a list, the first of them in view.
  ///
  /// - Parameters:
  ///   - rows: The items.
  ///   - element: The list's element.
  ///   - unlisted: The number of those for which there are no rows.
  /// - Returns: The list, what is folded away, and a link to what is in neither.
  func list(_ rows: [HTMLFragment], element: String, unlisted: Int = 0) -> HTMLFragment {
    guard !rows.isEmpty else { return "" }
    let (first, rest) = split(rows, shown: Self.shown)
    var html: HTMLFragment = "<\(element)>\n"
    for row in first { html += row }
    html += "</\(element)>\n"
    guard !rest.isEmpty else { return html + left(unlisted) }
    let start: HTMLFragment = element == "ol" ? " start=\"\(first.count + 1)\"" : ""
    var folded: HTMLFragment = "<\(element)\(start)>\n"
    let room = byteLimit - html.bytes.count
    let count = append(rest, within: room, to: &folded)
    folded += "</\(element)>\n"
    return html + details(folded, count: count) + left(rest.count - count + unlisted)
  }

  /// Blocks one after the other, the first of them in view.
  func blocks(_ rows: [HTMLFragment], shown: Int) -> HTMLFragment {
    let (first, rest) = split(rows, shown: shown)
    var html: HTMLFragment = ""
    for row in first { html += row }
    guard !rest.isEmpty else { return html }
    var folded: HTMLFragment = ""
    let count = append(rest, within: byteLimit - html.bytes.count, to: &folded)
    return html + details(folded, count: count) + left(rest.count - count)
  }

  /// The rows in view and the others; a fold for one or two rows would hide less than it takes.
  private func split(_ rows: [HTMLFragment], shown: Int) -> (
    ArraySlice<HTMLFragment>, ArraySlice<HTMLFragment>
  ) {
    rows.count <= shown + 2 ? (rows[...], []) : (rows.prefix(shown), rows.dropFirst(shown))
  }

  private func append(
    _ rows: ArraySlice<HTMLFragment>, within limit: Int, to html: inout HTMLFragment
  ) -> Int {
    var (room, count) = (limit, 0)
    for row in rows {
      room -= row.bytes.count
      guard room >= 0 else { break }
      html += row
      count += 1
    }
    return count
  }

  private func details(_ html: HTMLFragment, count: Int) -> HTMLFragment {
    "<details>\n<summary>\(more(count))</summary>\n\(html)</details>\n"
  }

  /// The link to what did not fit.
  private func left(_ count: Int) -> HTMLFragment {
    count > 0 ? "<p><a href=\"\(link)\">\(more(count))</a></p>\n" : ""
  }
}
