import Glibc
import Testing

@testable import SyncDaemon

@Suite("DirectoryScan")
struct DirectoryScanTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    directory.make(directory: "in")
  }

  private func scan(
    _ roots: [String] = ["in"], isIgnored: @escaping @Sendable (String) -> Bool = { _ in false }
  ) -> (files: [String], findings: [ScanFinding]) {
    var files: [String] = []
    var findings: [ScanFinding] = []
    DirectoryScan(roots: roots.map { directory[$0] }, isIgnored: isIgnored).forEach {
      files.append($0.relativePath.text)
    } finding: {
      findings.append($0)
    }
    return (files, findings)
  }

  @Test("files come in the byte order of their paths")
  func order() {
    for name in ["a", "a.b", "a-b"] { directory.make(directory: "in/" + name) }
    for name in ["a/z", "a.b/y", "a-b/x", "aa", "B", "a!", "\u{e9}", "z"] {
      directory.write(to: "in/" + name)
    }

    let files = scan().files

    #expect(files == files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(files == ["B", "a!", "a-b/x", "a.b/y", "a/z", "aa", "z", "\u{e9}"])
  }

  @Test("each file comes with its size, time and number")
  func stamps() throws {
    directory.write("four", to: "in/a.txt")
    var status = stat()
    try #require(stat(directory["in/a.txt"], &status) == 0)

    var found: [ScannedFile] = []
    DirectoryScan(roots: [directory["in/"]]).forEach {
      found.append($0)
    } finding: { _ in
    }

    let modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    #expect(
      found == [
        ScannedFile(
          root: directory["in"], relativePath: "a.txt", byteCount: 4, modified: modified,
          inode: UInt64(status.st_ino))
      ])
    #expect(found.first?.path == directory.file("in/a.txt"))
  }

  @Test("a link to a file inside is read, a link out of the roots is a finding")
  func links() {
    directory.write("inside", to: "in/inside.txt")
    directory.write("secret", to: "outside.txt")
    directory.make(directory: "in/sub")
    symlink(directory["in/inside.txt"], directory["in/good.txt"])
    symlink("../outside.txt", directory["in/bad.txt"])
    symlink("nowhere", directory["in/broken.txt"])
    symlink(".", directory["in/sub/circle"])

    let (files, findings) = scan()

    #expect(files == ["good.txt", "inside.txt"])
    #expect(
      findings == [
        .linkLeadsOut(directory.file("in/bad.txt")), .brokenLink(directory.file("in/broken.txt")),
        .linkToDirectory(directory.file("in/sub/circle")),
      ])
  }

  @Test("a directory with the name of a file is entered, and pipes are findings")
  func oddities() {
    directory.make(directory: "in/x.html")
    directory.write(to: "in/x.html/a.txt")
    mkfifo(directory["in/pipe"], 0o644)

    let (files, findings) = scan()

    #expect(files == ["x.html/a.txt"])
    #expect(findings == [.notAFile(directory.file("in/pipe"))])
  }

  @Test("a missing root is a finding and hides what was below it")
  func missingRoot() {
    directory.write(to: "in/a.txt")

    let (files, findings) = scan(["gone", "in"])

    #expect(files == ["a.txt"])
    #expect(findings == [.missingRoot(directory.file("gone"), code: ENOENT)])
    #expect(findings.first?.hidesFiles == true)
  }

  @Test("a directory that cannot be listed is a finding and stops nothing")
  func unreadable() {
    // Root may read everything, so this needs another user.
    guard geteuid() != 0 else { return }
    directory.make(directory: "in/closed")
    directory.write(to: "in/z.txt")
    chmod(directory["in/closed"], 0)

    let (files, findings) = scan()

    #expect(files == ["z.txt"])
    #expect(findings == [.unreadableDirectory(directory.file("in/closed"), code: EACCES)])
  }

  @Test("names that are no UTF-8, and names that only look the same, are files")
  func names() {
    let names: [FilePath] = [#"a\xFF.txt"#, "caf\u{e9}.txt", "cafe\u{301}.txt", #"x\x5Cx41"#]
    for name in names { directory.write(to: FilePath("in").appending(name)) }

    let (files, findings) = scan()

    #expect(findings.isEmpty)
    #expect(Set(files.map { FilePath($0) }) == Set(names))
    #expect(files.count == names.count)
  }

  @Test("what is ignored is not entered")
  func ignored() {
    directory.make(directory: "in/public")
    directory.write(to: "in/public/a.xml")
    directory.write(to: "in/a.txt")

    let files = scan { $0.hasSuffix("/public") }.files

    #expect(files == ["a.txt"])
  }

  @Test("a root inside another is looked at once")
  func nestedRoots() {
    directory.make(directory: "in/sub")
    directory.write(to: "in/sub/a.txt")

    #expect(scan(["in", "in/sub", "in"]).files == ["sub/a.txt"])
  }

  @Test("a tree of three hundred levels is no deeper than the stack")
  func deep() {
    var path = "in"
    for _ in 0..<300 {
      path += "/d"
      directory.make(directory: path)
    }
    directory.write(to: path + "/a.txt")

    #expect(scan().files.count == 1)
  }

  @Test("what the caller throws ends the scan")
  func ends() {
    struct Enough: Error, Equatable {}
    for index in 0..<10 { directory.write(to: "in/\(index)") }
    var count = 0

    #expect(throws: Enough()) {
      try DirectoryScan(roots: [directory["in"]]).forEach { _ throws(Enough) in
        count += 1
        if count == 3 { throw Enough() }
      } finding: { _ in
      }
    }

    #expect(count == 3)
  }
}
