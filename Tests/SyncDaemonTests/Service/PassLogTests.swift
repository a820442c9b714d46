import Logging
import NewsModel
import Testing

@testable import SyncDaemon

@Suite("What the log says of passes")
struct PassLogTests {
  private let lines = Recorded<String>()

  private var log: PassLog {
    let lines = lines
    return PassLog(
      Logger(label: "test") { _ in JournalLogHandler(form: .journal) { lines.append($0) } })
  }

  private func change(_ number: Int, _ kind: String = "created") -> SyncReport.Change {
    .init(kind: kind, id: EntryID("tag:x,2026:\(number)"), title: "T", survivor: nil, articles: 1)
  }

  @Test("a pass that did nothing is not spoken of")
  func nothing() {
    var log = log
    log.tell(SyncReport())

    #expect(lines.values.isEmpty)
  }

  @Test("each story that changed has a line, with the survivor of a merge and without its title")
  func stories() {
    var log = log
    var report = SyncReport()
    report.changes = [change(1)]
    report.changes.append(
      .init(
        kind: "merged", id: EntryID("tag:x,2026:2"), title: "Secret words",
        survivor: EntryID("tag:x,2026:1"), articles: 3))
    log.tell(report)

    #expect(
      lines.values == [
        "<6>stage=fold articles=1 story=tag:x,2026:1 message=\"story created\"\n",
        "<6>stage=fold articles=3 story=tag:x,2026:2 survivor=tag:x,2026:1 message=\"story merged\"\n",
      ])
  }

  @Test("many stories are one line", arguments: [(50, 50), (51, 1)])
  func manyStories(count: Int, lineCount: Int) {
    var log = log
    var report = SyncReport()
    report.changes = (0..<count).map { change($0) }
    log.tell(report)

    #expect(lines.values.count == lineCount)
    if lineCount == 1 {
      #expect(lines.values == ["<6>stage=fold stories=51 message=\"many stories changed\"\n"])
    }
  }

  @Test("what is set aside is said once, and again when it comes back or has another reason")
  func setAside() {
    var log = log
    var report = SyncReport()
    report.setAside = [SetAsideFile(path: "a.md", reason: "no title")]
    log.tell(report)
    log.tell(report)
    #expect(
      lines.values == ["<4>stage=read path=a.md cause=\"no title\" message=\"set aside\"\n"])

    report.setAside = [SetAsideFile(path: "a.md", reason: "no date")]
    log.tell(report)
    #expect(lines.values.count == 2)

    log.tell(SyncReport())
    log.tell(report)
    #expect(lines.values.count == 3)
  }

  @Test("of a flood of set-aside files fifty are named and the others counted")
  func setAsideFlood() {
    var log = log
    var report = SyncReport()
    report.setAside = (0..<60).map { SetAsideFile(path: "\($0).md", reason: "no title") }
    log.tell(report)

    #expect(lines.values.count == 51)
    #expect(lines.values.last?.contains("count=10") == true)
  }

  @Test("refused documents are errors, notes are warnings, and the pass is summed up")
  func summary() {
    var log = log
    var report = SyncReport()
    report.filesRead = 2
    report.articles = 5
    report.stories = 4
    report.documentsWritten = ["atom.xml", "rss.xml", "feed.json"]
    report.refused = ["atom.xml: no id"]
    report.notes = ["ids were recovered"]
    log.tell(report)

    #expect(
      lines.values == [
        "<4>cause=\"ids were recovered\" message=note\n",
        "<3>stage=render cause=\"atom.xml: no id\" message=\"document not published\"\n",
        "<6>stage=publish articles=5 gone=0 read=2 setAside=0 stories=4 written=3 "
          + "message=\"pass done\"\n",
      ])
  }
}
