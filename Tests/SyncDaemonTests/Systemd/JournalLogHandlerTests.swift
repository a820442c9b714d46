import Logging
import Testing

@testable import SyncDaemon

@Suite("JournalLogHandler")
struct JournalLogHandlerTests {
  private func lines(
    _ form: JournalLogHandler.Form, _ log: (inout Logger) -> Void
  ) -> [String] {
    let written = Recorded<String>()
    var logger = Logger(label: "test") { _ in
      JournalLogHandler(form: form) { written.append($0) }
    }
    log(&logger)
    return written.values
  }

  @Test("an event is one line with its priority, the stage and path first")
  func journal() {
    let written = lines(.journal) {
      $0[metadataKey: "site"] = "news"
      $0.warning(
        "set aside: no title",
        metadata: ["path": "a b/c.txt", "stage": "read", "again": "\("x=\"y\"")"])
    }

    #expect(
      written == [
        #"<4>stage=read path="a b/c.txt" again="x=\"y\"" site=news message="set aside: no title""#
          + "\n"
      ])
  }

  @Test(
    "levels are those of syslog",
    arguments: [
      (Logger.Level.critical, 2), (.error, 3), (.warning, 4), (.notice, 5), (.info, 6),
    ])
  func levels(level: Logger.Level, priority: Int) {
    let written = lines(.journal) { $0.log(level: level, "x") }

    #expect(written == ["<\(priority)>message=x\n"])
  }

  @Test("below the level nothing is written")
  func debug() {
    #expect(lines(.journal) { $0.debug("x") }.isEmpty)
    #expect(
      lines(.journal) {
        $0.logLevel = .debug
        $0.debug("x")
      } == ["<7>message=x\n"])
  }

  @Test("line feeds and escapes do not break the line, and long values are cut")
  func hostile() {
    let written = lines(.journal) {
      $0.info(
        "a\n<0>b\u{1b}[31m\u{2028}c", metadata: ["title": "\(String(repeating: "é", count: 600))"])
    }

    #expect(written.count == 1)
    #expect(written[0].dropLast().allSatisfy { !$0.isNewline && $0 != "\u{1b}" })
    #expect(written[0].hasPrefix("<6>title=\(String(repeating: "é", count: 256))… message="))
  }

  @Test("secrets are left out")
  func secrets() {
    let written = lines(.journal) { $0.info("x", metadata: ["Token": "abc", "password": "def"]) }

    #expect(written == ["<6>Token=\"(left out)\" password=\"(left out)\" message=x\n"])
  }

  @Test("for a person the line is plain")
  func plain() {
    let written = lines(.plain) {
      $0.error(
        "cannot write", metadata: ["stage": "publish", "path": "public/atom.xml", "try": "2"])
    }

    #expect(written.count == 1)
    #expect(written[0].dropFirst(8) == " error publish public/atom.xml: cannot write try=2\n")
  }

  @Test("where the journal's socket is, an event has fields of its own; else it is a line")
  func fields() throws {
    let directory = try TemporaryDirectory()
    #expect(JournalSocket(path: directory["socket"]) == nil)
    let listener = try DatagramListener(bytes: Array(directory["socket"].utf8) + [0])
    let journal = try #require(JournalSocket(path: directory["socket"]))
    let written = Recorded<String>()
    let logger = Logger(label: "test") { _ in
      JournalLogHandler(form: .journal, journal: journal) { written.append($0) }
    }

    logger.warning(
      "set aside:\nno title",
      metadata: ["path": "a b.txt", "stage": "read", "story": "tag:a,2026:story/1", "_PID": "7"])

    #expect(
      listener.take() == """
        MESSAGE=read a b.txt: set aside: no title _PID=7 story=tag:a,2026:story/1
        PRIORITY=4
        SYSLOG_IDENTIFIER=newsfold
        STAGE=read
        PATH=a b.txt
        PID=7
        STORY_ID=tag:a,2026:story/1

        """)
    #expect(written.values.isEmpty)
    listener.end()
    logger.warning("again")
    #expect(written.values == ["<4>message=again\n"])
  }
}
