import Foundation
import Testing

@testable import FeedServer

@Suite("SiteDirectory")
struct SiteDirectoryTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory(files: [
      "public/a.txt": "inside", "public/d/index.html": "page", "public/e/x.txt": "x",
      "secret.txt": "outside",
    ])
    let manager = FileManager.default
    let root = directory.path + "/public/"
    try manager.createSymbolicLink(
      atPath: root + "link.txt", withDestinationPath: directory.path + "/secret.txt")
    try manager.createSymbolicLink(
      atPath: root + "up", withDestinationPath: directory.path)
    try manager.createSymbolicLink(atPath: root + "inner.txt", withDestinationPath: "a.txt")
  }

  private func read(_ path: String, limit: Int = 1_000) throws -> SiteDirectory.Found {
    try SiteDirectory(root: directory.path + "/public").read(path, limit: limit)
  }

  @Test("files are read, directories with a page are known")
  func found() throws {
    guard case .file(let bytes, let modified) = try read("a.txt") else {
      Issue.record("not found")
      return
    }
    #expect(bytes == Array("inside".utf8))
    #expect(modified > 1_700_000_000)
    #expect(try read("d") == .directory)
  }

  @Test(
    "links, directories, large files and what is not there are missing",
    arguments: [
      "link.txt", "up/secret.txt", "inner.txt", "e", "e/", "", "a.txt/b", "none", "none/a",
    ])
  func missing(path: String) throws {
    #expect(try read(path) == .missing)
  }

  @Test("a file over the limit is missing")
  func large() throws {
    #expect(try read("a.txt", limit: 5) == .missing)
  }

  @Test("a FIFO does not hold the reader")
  func pipe() throws {
    #expect(mkfifo(directory.path + "/public/pipe", 0o600) == 0)

    #expect(try read("pipe") == .missing)
  }

  @Test("a root that is not there is an error, not an empty site")
  func noRoot() {
    #expect(throws: FeedServerError.self) {
      try SiteDirectory(root: directory.path + "/none").read("a.txt", limit: 1)
    }
  }
}
