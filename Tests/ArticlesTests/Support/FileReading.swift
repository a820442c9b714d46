import FoundationEssentials
import NewsModel

@testable import Articles

/// 2026-11-22T10:00:00Z: when files of tests were changed, and now for all of them.
let testDate = Date(timeIntervalSince1970: 1_795_341_600)

/// Reads a file of a test.
func read(_ path: String, _ text: String) throws(ArticleError) -> ReadArticles {
  try read(path, bytes: Array(text.utf8))
}

/// Reads a file of a test, with a limit of its own.
func read(
  _ path: String, bytes: [UInt8], byteLimit: Int = 1 << 20
) throws(ArticleError) -> ReadArticles {
  try ArticleReading(byteLimit: byteLimit).read(
    ArticleFile(path: path, bytes: bytes, modified: testDate, now: testDate))
}

/// Why a file of a test is set aside; empty if it is read.
func reason(_ path: String, _ text: String) -> String {
  do {
    return try read(path, text).failures.map(\.description).joined(separator: " ")
  } catch {
    return error.description
  }
}

extension ReadArticles {
  /// The articles without their places.
  var plain: [Article] { articles.map(\.article) }
}
