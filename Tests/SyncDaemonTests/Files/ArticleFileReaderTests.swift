import Glibc
import Synchronization
import Testing

@testable import SyncDaemon

@Suite("ArticleFileReader")
struct ArticleFileReaderTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    directory.make(directory: "in")
    directory.make(directory: "in/folder")
    directory.make(directory: "outside")
    directory.write("inside", to: "in/folder/a.txt")
    directory.write("secret", to: "outside/a.txt")
  }

  private func reader(
    largestFile: Int = 1 << 20, isStopping: @escaping @Sendable () -> Bool = { false }
  ) -> ArticleFileReader {
    ArticleFileReader(
      roots: [directory["in"]], largestFile: largestFile, isStopping: isStopping)
  }

  /// The file as a scan found it.
  private func scanned(_ name: String = "folder/a.txt") throws -> ScannedFile {
    var found: [ScannedFile] = []
    DirectoryScan(roots: [directory["in"]]).forEach {
      found.append($0)
    } finding: { _ in
    }
    return try #require(found.first { $0.relativePath.text == name })
  }

  private func text(_ contents: ArticleFileReader.Contents?) -> String? {
    contents.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("reads a file, with its size and time")
  func plain() throws {
    let file = try scanned()

    let contents = try #require(try reader().read(file))

    #expect(text(contents) == "inside")
    #expect(contents.byteCount == 6 && contents.modified == file.modified)
  }

  @Test("a file that became a link to what lies outside is not read")
  func swappedFile() throws {
    let file = try scanned()
    directory.remove(file: "in/folder/a.txt")
    symlink(directory["outside/a.txt"], directory["in/folder/a.txt"])

    let error = #expect(throws: ArticleFileError.leadsOut(directory.file("in/folder/a.txt"))) {
      try reader().read(file)
    }
    #expect("\(try #require(error))".hasPrefix(directory["in/folder/a.txt"] + ": symbolic link"))
  }

  @Test("a folder that became a link to one outside is not entered")
  func swappedFolder() throws {
    let file = try scanned()
    directory.rename("in/folder", to: "in/moved")
    symlink(directory["outside"], directory["in/folder"])

    #expect(throws: ArticleFileError.leadsOut(directory.file("in/folder"))) {
      try reader().read(file)
    }
  }

  @Test("pipes, sockets and devices are not waited for")
  func pipe() throws {
    let file = try scanned()
    directory.remove(file: "in/folder/a.txt")
    mkfifo(directory["in/folder/a.txt"], 0o644)

    #expect(throws: ArticleFileError.notAFile(file.path)) { try reader().read(file) }
  }

  @Test("a link inside is followed to a file inside, also through a root that is a link")
  func links() throws {
    symlink("folder/a.txt", directory["in/link.txt"])
    #expect(text(try reader().read(try scanned("link.txt"))) == "inside")

    symlink(directory["in"], directory["root"])
    let linked = ArticleFileReader(roots: [directory["root"]], largestFile: 100)
    let file = ScannedFile(
      root: directory["root"], relativePath: "link.txt", byteCount: 6, modified: 0, inode: 0)
    #expect(text(try linked.read(file)) == "inside")
  }

  @Test("a path that leads up and out is none")
  func upwards() throws {
    let file = ScannedFile(
      root: directory["in"], relativePath: "../outside/a.txt", byteCount: 6, modified: 0, inode: 0)

    #expect(try reader().read(file) == nil)
  }

  @Test(
    "a file that was renamed after the scan is found by its number, another one of its name is not taken for it"
  )
  func renamed() throws {
    let file = try scanned()
    directory.rename("in/folder/a.txt", to: "in/folder/b.txt")

    #expect(text(try reader().read(file)) == "inside")

    directory.remove(file: "in/folder/b.txt")
    directory.write("another", to: "in/folder/c.txt")
    // The number may have been given to another file; then that file is found.
    let found = text(try reader().read(file))
    #expect(found == nil || found == "another")
  }

  @Test("a file beyond the limit, now or by the time it is read, is set aside")
  func large() throws {
    let file = try scanned()
    directory.write(String(repeating: "x", count: 4000), to: "in/folder/a.txt")

    #expect(throws: ArticleFileError.tooLarge(file.path, byteCount: 4000, limit: 1024)) {
      try reader(largestFile: 1024).read(file)
    }
  }

  @Test("reading stops between two parts when it is asked to")
  func interrupted() throws {
    directory.write(String(repeating: "x", count: 3 << 20), to: "in/folder/a.txt")
    let file = try scanned()
    let asked = Recorded<Bool>()

    #expect(throws: ArticleFileError.interrupted) {
      try reader(largestFile: 1 << 30) {
        asked.append(true)
        return asked.values.count > 2
      }.read(file)
    }
    #expect(asked.values.count == 3)
  }
}
