import Foundation
import Testing

@testable import Articles

/// The tables of the page *What is read* beside the tables in the code.
///
/// With `NEWSFOLD_UPDATE_FIXTURES` in the environment the page gets the tables of the code.
@Suite("What is read, as it is documented", .serialized)
struct DocumentedTablesTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/newsfold/newsfold.docc/WhatIsRead.md").standardized

  /// The heading above each table, the table's head and its rows.
  private static let tables: [(heading: String, head: String, rows: [String])] = [
    (
      "Formats", "| format | endings | content | articles |",
      ArticleFormats.table.map { format in
        let endings = format.extensions.map { "`.\($0)`" }.joined(separator: ", ")
        return "| \(format.name) | \(endings) | \(format.signature) | \(format.articles) |"
      }
    ),
    (
      "Fields", "| field | keys |",
      FieldNames.table.map { field in
        "| \(field.field) | \(field.keys.map { "`\($0)`" }.joined(separator: ", ")) |"
      }
    ),
    (
      "JSON of programs and services", "| program or service | field: paths |",
      JSONShapes.all.map { shape in
        let fields = shape.rows.map { row in
          "\(row.field): " + row.paths.map { "`\($0)`" }.joined(separator: ", ")
        }
        return "| \(shape.name) | \(fields.joined(separator: "; ")) |"
      }
    ),
    (
      "What is not looked at", "| pattern |",
      ["| " + IgnoreRules.defaults.map { "`\($0)`" }.joined(separator: " ") + " |"]
    ),
  ]

  @Test("each table has the rows of the code", arguments: tables.indices)
  func table(index: Int) throws {
    let table = Self.tables[index]
    var text = try String(contentsOf: Self.page, encoding: .utf8)
    let heading = try #require(text.range(of: "\n## \(table.heading)\n"))
    let head = try #require(text[heading.upperBound...].range(of: table.head + "\n"))
    let end = text[head.upperBound...].range(of: "\n\n")?.lowerBound ?? text.endIndex
    let lines = text[head.upperBound..<end].split(separator: "\n").dropFirst()
    if ProcessInfo.processInfo.environment["NEWSFOLD_UPDATE_FIXTURES"] != nil {
      let rule = "|" + String(repeating: "---|", count: table.head.count(where: { $0 == "|" }) - 1)
      text.replaceSubrange(
        head.upperBound..<end, with: ([rule] + table.rows).joined(separator: "\n"))
      try Data(text.utf8).write(to: Self.page)
      return
    }

    #expect(lines.map(String.init) == table.rows)
  }
}
