import NewsModel
import SyncDaemon
import Testing

@testable import newsfold

@Suite("The report of a pass for people")
struct ReportTextTests {
  @Test("a pass that found nothing")
  func nothing() {
    #expect(
      ReportText.lines(SyncReport()) == [
        "0 files seen, 0 read, 0 gone, 0 set aside, 0 ignored; 0 articles new or changed, 0 gone; "
          + "0 articles in 0 stories",
        "nothing to publish: every document is as it was",
      ])
  }

  @Test("what is set aside, refused and noted is said before the counts")
  func troubles() {
    var report = SyncReport()
    report.filesSeen = 2
    report.notes = ["a note"]
    report.setAside = [SetAsideFile(path: "a.md", reason: "a.md: no title")]
    report.refused = ["atom.xml: no id"]
    report.documentsWritten = ["index.html"]

    #expect(
      ReportText.lines(report) == [
        "a note", "set aside: a.md: no title", "not published: atom.xml: no id",
        "2 files seen, 0 read, 0 gone, 1 set aside, 0 ignored; 0 articles new or changed, 0 gone; "
          + "0 articles in 0 stories",
        "1 documents written",
      ])
  }

  @Test("a dry run says that it was one")
  func dryRun() {
    #expect(
      ReportText.lines(SyncReport(), isDryRun: true).last
        == "dry run: nothing was stored or published")
  }
}
