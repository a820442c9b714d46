import Foundation
import Testing

/// The pages of the documentation, read by tests that compare them with the program.
enum Documentation {
  static let json = "Sources/newsfold/newsfold.docc/JSONOutput.md"
  static let operating = "Sources/SyncDaemon/SyncDaemon.docc/Operating.md"
  static let settings = "Sources/newsfold/newsfold.docc/Settings.md"

  /// The text of a page; this file is three folders below the repository.
  static func page(_ path: String) throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The text below a heading of the second level.
  static func section(_ heading: String, of path: String) throws -> String {
    let parts = try page(path).components(separatedBy: "\n## ")
    return try #require(parts.first { $0.hasPrefix(heading + "\n") }, "no section \(heading)")
  }

  /// The sections of a page, by heading.
  static func sections(of path: String) throws -> [(heading: String, text: String)] {
    try page(path).components(separatedBy: "\n## ").dropFirst().map { part in
      (String(part.prefix { $0 != "\n" }), part)
    }
  }

  /// The cells of the tables in a text, without heads.
  static func table(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var isBody = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        isBody = false
        continue
      }
      if line.hasPrefix("|---") {
        isBody = true
      } else if isBody {
        rows.append(
          line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) })
      }
    }
    return rows
  }

  /// The blocks of a language in a text.
  static func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }
}
