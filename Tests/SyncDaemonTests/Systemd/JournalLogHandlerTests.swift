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
}
