import Testing

@testable import SyncDaemon

@Suite("The rules of withdrawing")
struct MissingFilesTests {
  private func situation(
    _ absence: SyncRequest.Absence = .atOnce, isPartial: Bool = false, isCertain: Bool = true,
    isTooMuch: Bool = false, now: Int = 0
  ) -> MissingFiles.Situation {
    .init(
      absence: absence, isPartial: isPartial, isCertain: isCertain, isTooMuch: isTooMuch,
      patience: .seconds(10), now: .seconds(now))
  }

  private func judge(
    _ files: inout MissingFiles, _ situation: MissingFiles.Situation, kept: Set<FilePath> = [],
    moved: Set<FilePath> = [], elsewhere: Set<FilePath> = []
  ) -> MissingFiles.Verdict {
    files.judge(
      ["a", "b"], situation, isKept: kept.contains, isMoved: moved.contains,
      isElsewhere: elsewhere.contains)
  }

  @Test("more than ten and more than the share of all are too many, fewer are not")
  func share() {
    #expect(!MissingFiles.isTooMuch(missing: 10, of: 10, share: 0.5))
    #expect(MissingFiles.isTooMuch(missing: 11, of: 11, share: 0.5))
    #expect(!MissingFiles.isTooMuch(missing: 50, of: 100, share: 0.5))
    #expect(MissingFiles.isTooMuch(missing: 51, of: 100, share: 0.5))
    #expect(!MissingFiles.isTooMuch(missing: 100, of: 100, share: 1))
  }

  @Test("who looks by himself withdraws at once what was surely absent")
  func atOnce() {
    var files = MissingFiles()

    #expect(judge(&files, situation()).gone == ["a", "b"])
    #expect(judge(&files, situation(isCertain: false)) == .init())
    #expect(judge(&files, situation(isPartial: true)) == .init())
    #expect(judge(&files, situation(isTooMuch: true)).kept == ["a": .share, "b": .share])
  }

  @Test("a service waits, looks once more, and begins anew for a file that was seen meanwhile")
  func waits() {
    var files = MissingFiles()

    #expect(judge(&files, situation(.waits, isPartial: true)) == .init())
    #expect(files.nextLook == .seconds(10))
    #expect(judge(&files, situation(.waits, now: 9)) == .init())
    files.saw { $0 == "a" }
    #expect(files.count == 1)
    #expect(judge(&files, situation(.waits, now: 10)).gone == ["b"])
    #expect(files.nextLook == .seconds(20))
    #expect(judge(&files, situation(.waits, isPartial: true, now: 30)) == .init())
    #expect(judge(&files, situation(.waits, now: 31)).gone == ["a"])
  }

  @Test("another file system is never a deletion, and what is kept stays kept")
  func elsewhere() {
    var files = MissingFiles()

    let verdict = judge(&files, situation(), elsewhere: ["a"])
    #expect(verdict == .init(gone: ["b"], kept: ["a": .device]))
    #expect(judge(&files, situation(.waits, now: 99), kept: ["a", "b"]) == .init())
    #expect(files.nextLook == nil)
  }

  @Test("a person's word withdraws all of it, once everything was looked at")
  func person() {
    var files = MissingFiles()
    let all: Set<FilePath> = ["a", "b"]

    let verdict = judge(
      &files, situation(.withdraws, isTooMuch: true), kept: all, elsewhere: all)
    #expect(verdict == .init(gone: ["a", "b"]))
    #expect(judge(&files, situation(.withdraws, isCertain: false)) == .init())
  }

  @Test("a file whose articles are in others is gone in any case")
  func moved() {
    var files = MissingFiles()

    let verdict = judge(
      &files, situation(.waits, isPartial: true), kept: ["a"], moved: ["a"], elsewhere: ["a"])
    #expect(verdict.gone == ["a"])
  }
}
