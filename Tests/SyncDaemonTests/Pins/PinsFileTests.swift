import Glibc
import Testing

@testable import SyncDaemon

@Suite("pins.yaml on the disk")
struct PinsFileTests {
  private let directory: TemporaryDirectory
  private let site: Site

  init() throws {
    directory = try TemporaryDirectory()
    site = Site(root: directory.path)
  }

  private func text(_ name: String = "pins.yaml") throws -> String {
    String(decoding: try POSIXFiles().read(directory[name]) ?? [], as: UTF8.self)
  }

  @Test("it is made, changed with its rights kept, and left alone when nothing changes")
  func change() throws {
    try PinsFile(site).change { _ in "lead: [a]\n" }
    chmod(directory["pins.yaml"], 0o660)
    try PinsFile(site).change { $0 + "# b\n" }

    var status = stat()
    #expect(stat(directory["pins.yaml"], &status) == 0)
    #expect(status.st_mode & 0o777 == 0o660)
    #expect(try text() == "lead: [a]\n# b\n")
    let inode = status.st_ino
    try PinsFile(site).change { $0 }
    #expect(stat(directory["pins.yaml"], &status) == 0 && status.st_ino == inode)
    #expect(try POSIXFiles().list(directory.path) == ["pins.yaml"])
  }

  @Test("a symbolic link stays one")
  func link() throws {
    directory.write("lead: [a]\n", to: "elsewhere.yaml")
    #expect(symlink(directory["elsewhere.yaml"], directory["pins.yaml"]) == 0)

    try PinsFile(site).change { $0 + "# b\n" }

    #expect(try text("elsewhere.yaml") == "lead: [a]\n# b\n")
    var status = stat()
    #expect(lstat(directory["pins.yaml"], &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("changes by many at once are all made")
  func atOnce() async throws {
    let site = site
    try await withThrowingTaskGroup { group in
      for number in 0..<20 {
        group.addTask { try PinsFile(site).change { $0 + "# \(number)\n" } }
      }
      try await group.waitForAll()
    }

    #expect(try text().split(separator: "\n").count == 20)
  }
}
