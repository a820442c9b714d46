import Glibc
import Testing

@testable import SyncDaemon

@Suite("SiteLock")
struct SiteLockTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory["lock"]
  }

  @Test("the second one is told who holds the site")
  func held() throws {
    let lock = try SiteLock(path: path, since: "2026-11-21T12:00:00Z", for: .service)
    defer { withExtendedLifetime(lock) {} }

    do throws(SiteLockError) {
      _ = try SiteLock(path: path, since: "later", for: .pass)
      Issue.record("two locks on one site")
    } catch {
      guard case .held(_, let holder) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(holder.process == getpid())
      #expect(holder.since == "2026-11-21T12:00:00Z")
      #expect(
        error.description
          == "locking the site failed: \(path): process \(getpid()) on \(holder.host ?? "?") since "
          + "2026-11-21T12:00:00Z holds it, a running service. Ask it with `newsfold resync`, or stop it."
      )
    }
    #expect(SiteLock.holder(path: path)?.process == getpid())
    #expect(SiteLock.holder(path: path)?.task == .service)
  }

  @Test("a lock that is let go can be taken again, and nobody holds it meanwhile")
  func released() throws {
    do { _ = try SiteLock(path: path, since: "then", for: .pass) }

    #expect(SiteLock.holder(path: path) == nil)
    let lock = try SiteLock(path: path, since: "now", for: .pass)
    defer { withExtendedLifetime(lock) {} }
    #expect(SiteLock.holder(path: path)?.since == "now")
  }

  @Test("the lock of a process that was killed is free")
  func killed() throws {
    // flock(1) of util-linux holds the lock and sleeps until it is killed.
    var child = pid_t()
    let arguments = ["flock", "-x", path, "sleep", "60"]
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    try #require(posix_spawn(&child, "/usr/bin/flock", nil, nil, &pointers, environ) == 0)
    while SiteLock.holder(path: path) == nil { usleep(1000) }
    #expect(throws: SiteLockError.held(path: path, LockHolder(""))) {
      try SiteLock(path: path, since: "now", for: .pass)
    }

    // Its child has inherited the lock, so both have to end, as with the group that systemd kills.
    system("pkill -9 -P \(child)")
    kill(child, SIGKILL)
    waitpid(child, nil, 0)
    while SiteLock.holder(path: path) != nil { usleep(1000) }

    _ = try SiteLock(path: path, since: "now", for: .pass)
  }

  @Test("who asks for the holder keeps nobody from the lock")
  func asked() async throws {
    await withThrowingTaskGroup { group in
      for _ in 0..<2 {
        group.addTask { for _ in 0..<2_000 { _ = SiteLock.holder(path: path) } }
      }
      group.addTask {
        for _ in 0..<500 { _ = try SiteLock(path: path, since: "now", for: .pass) }
      }
      await #expect(throws: Never.self) { try await group.waitForAll() }
    }
  }

  @Test("a directory that is not there is a clear error")
  func missing() {
    #expect(
      throws: SiteLockError.failed(
        FileError(operation: "open", path: directory["no/lock"], code: ENOENT))
    ) {
      try SiteLock(path: directory["no/lock"], since: "now", for: .pass)
    }
  }

  @Test(
    "damaged words of a holder are no harm",
    arguments: [
      ("", "another newsfold, which has not said which"),
      ("pid x\nhost", "another newsfold, which has not said which"),
      ("pid 7\n", "process 7 on ? since ?"),
      ("pid 7\nhost a\nsince b c\nmore\n", "process 7 on a since b c"),
    ])
  func words(text: String, description: String) {
    #expect(LockHolder(text).description == description)
  }
}
