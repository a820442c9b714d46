import Glibc
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("The survey of article files", .overEachStore)
struct ArticleSurveyTests {
  private let directory: TemporaryDirectory
  private let site: Site

  init() throws {
    directory = try TemporaryDirectory()
    site = Site(root: directory.path)
    directory.make(directory: "articles")
    directory.make(directory: "articles/deep")
  }

  private func survey(
    _ request: SyncRequest = SyncRequest(), known: [FilePath] = [],
    configure: (inout ArticleSurvey) -> Void = { _ in }
  ) throws -> ArticleSurvey.Survey {
    var survey = ArticleSurvey(site: site, settings: Settings())
    configure(&survey)
    return try survey.survey(
      request,
      known: Dictionary(
        uniqueKeysWithValues: known.map {
          ($0, FileRecord(path: $0, byteCount: 4, modified: 1, digest: ""))
        }))
  }

  private func path(_ name: String) -> String { directory["articles/" + name] }

  private func file(_ name: String) -> FilePath { FilePath(path(name)) }

  @Test("everything: what is there, and what is remembered and is not there")
  func whole() throws {
    directory.write(to: "articles/a.md")
    directory.write(to: "articles/deep/b.txt")
    directory.write(to: "articles/c.part")
    let survey = try survey(known: ["a.md", "gone.md", "deep/gone.md"])

    #expect(survey.files.map(\.path).sorted() == ["a.md", "deep/b.txt"])
    #expect(survey.missing == ["deep/gone.md", "gone.md"])
    #expect(survey.isWhole)
    #expect(survey.problems.isEmpty && survey.outOfReach.isEmpty && survey.unsettled.isEmpty)
  }

  @Test(
    "nothing is left of a survey that is let go: a service makes one for years",
    arguments: [SyncRequest(), SyncRequest(paths: ["articles/a.md"])])
  func letGo(request: SyncRequest) throws {
    final class Witness: Sendable {}
    weak var left: Witness?
    do {
      let witness = Witness()
      left = witness
      _ = try survey(request, known: ["a.md"]) { $0.onFile = { withExtendedLifetime(witness) {} } }
    }

    #expect(left == nil)
  }

  @Test("some paths: nothing is said of the others")
  func some() throws {
    directory.write(to: "articles/a.md")
    directory.write(to: "articles/b.md")
    let survey = try survey(
      SyncRequest(paths: [file("a.md"), file("gone.md"), "/elsewhere/x.md"]),
      known: ["a.md", "gone.md", "other.md"])

    #expect(survey.files.map(\.path) == ["a.md"])
    #expect(survey.missing == ["gone.md"])
    #expect(!survey.isWhole)
  }

  @Test("a directory that is gone takes with it what was remembered below it")
  func directoryGone() throws {
    let survey = try survey(
      SyncRequest(paths: [file("old")]), known: ["old/a.md", "old/x/b.md", "older.md"])

    #expect(survey.missing == ["old/a.md", "old/x/b.md"])
  }

  @Test("with nothing remembered, a few paths are everything")
  func firstTime() throws {
    directory.write(to: "articles/a.md")
    directory.write(to: "articles/b.md")
    let survey = try survey(SyncRequest(paths: [file("a.md")]))

    #expect(survey.files.map(\.path).sorted() == ["a.md", "b.md"])
    #expect(survey.isWhole)
  }

  @Test("a missing articles directory is told, and nothing of it is gone")
  func missingRoot() throws {
    rmdir(directory["articles/deep"])
    rmdir(directory["articles"])
    let survey = try survey(known: ["a.md", "deep/b.md"])

    #expect(survey.missing.isEmpty)
    #expect(!survey.isWhole)
    #expect(survey.outOfReach.count == 1)
    #expect(survey.outOfReach.first?.hasPrefix(directory["articles"]) == true)
  }

  @Test("a file that was written a moment ago waits, unless its time is known or lies ahead")
  func unsettled() throws {
    for name in ["new.md", "known.md", "ahead.md", "old.md"] {
      directory.write(to: "articles/" + name)
    }
    // Now is a day after 1970, in nanoseconds; the quiet time is a second.
    let now: Int64 = 86_400_000_000_000
    func touch(_ name: String, _ nanoseconds: Int64) {
      let time = timespec(
        tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
      #expect(utimensat(AT_FDCWD, path(name), [time, time], 0) == 0)
    }
    touch("new.md", now - 500_000_000)
    touch("known.md", now - 500_000_000)
    touch("ahead.md", now + 5_000_000_000)
    touch("old.md", now - 2_000_000_000)
    var survey = ArticleSurvey(site: site, settings: Settings())
    survey.settledSince = now - 1_000_000_000
    survey.now = now
    let found = try survey.survey(
      SyncRequest(waitsForWriters: true),
      known: [
        "known.md": FileRecord(
          path: "known.md", byteCount: 4, modified: now - 500_000_000, digest: "")
      ])

    #expect(found.unsettled == [file("new.md")])
    #expect(found.files.map(\.path).sorted() == ["ahead.md", "known.md", "old.md"])
    #expect(found.missing.isEmpty)
  }

  @Test("what is not looked at is listed with its rule, but what was read before is read again")
  func ignored() throws {
    directory.make(directory: "articles/deep/page_files")
    directory.write(to: "articles/a.md")
    directory.write(to: "articles/b.PNG")
    directory.write(to: "articles/noextension")
    directory.write(to: "articles/deep/page_files/frame.html")
    directory.write(to: "articles/deep/page_files/known.html")
    var survey = ArticleSurvey(site: site, settings: Settings())
    let known = FileRecord(
      path: "deep/page_files/known.html", byteCount: 4, modified: 1, digest: "",
      articles: [ArticleID("x")])
    let first = try survey.survey(SyncRequest(), known: [known.path: known])

    #expect(
      first.files.map(\.path).sorted() == ["a.md", "deep/page_files/known.html", "noextension"])
    #expect(
      first.ignored == [
        IgnoredFile(path: "b.PNG", rule: "*.png"),
        IgnoredFile(path: "deep/page_files/frame.html", rule: "*_files/"),
      ])
    #expect(first.ignoredCount == 2 && first.missing.isEmpty)

    survey = ArticleSurvey(
      site: site,
      settings: {
        var settings = Settings()
        settings.ignore = ["deep/"]
        return settings
      }())
    let second = try survey.survey(SyncRequest(), known: [known.path: known])
    #expect(second.ignored.map(\.rule) == ["*.png", "deep/", "deep/"])
    #expect(second.missing == [known.path], "a person's own rule takes away what was read")
  }

  @Test("what is named like an article and is none is told of")
  func problems() throws {
    #expect(symlink("/nowhere/at/all.md", path("link.md")) == 0)
    #expect(symlink("/nowhere/at/all", path("link")) == 0)
    let survey = try survey(known: ["link.md"])

    #expect(survey.problems.keys.sorted() == ["link", "link.md"])
    #expect(survey.problems["link.md"]?.hasPrefix("article is set aside: link.md: ") == true)
    #expect(survey.missing.isEmpty, "what it held stays")
  }

  @Test("every file is a sign of life")
  func signsOfLife() throws {
    directory.write(to: "articles/a.md")
    directory.write(to: "articles/c.part")
    let seen = Recorded<Bool>()
    _ = try survey { $0.onFile = { seen.append(true) } }

    #expect(seen.values.count == 2)
  }

  @Test(
    "what could not be looked at is read again when it can, though its bytes are those of before")
  func looksAgain() async throws {
    let site = try PipelineSite()
    let text = InventedReport(event: 1, report: 0).file
    site.write(text, to: "story.md")
    try await site.sync()

    site.remove("story.md")
    try #require(symlink("/etc/passwd", site.path("story.md")) == 0)
    #expect(try await site.sync().setAside.map(\.path) == ["story.md"])

    site.remove("story.md")
    site.write(text, to: "story.md")
    let report = try await site.sync()
    #expect(report.setAside.isEmpty)
    #expect(report.changes.isEmpty)
  }
}
