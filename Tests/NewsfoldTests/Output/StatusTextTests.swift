import FoundationEssentials
import SyncDaemon
import Testing

@testable import newsfold

@Suite("status for people")
struct StatusTextTests {
  private static let moment = Date(timeIntervalSince1970: 1_774_008_000)

  @Test("a site that nobody works on")
  func idle() {
    var status = SiteStatus(site: "/site")
    status.files = 3

    #expect(
      StatusText.lines(status, now: Self.moment + 300) == [
        "site         /site", "service      not running; this is what is remembered",
        "has          3 files, 0 articles, 0 stories, 0 retired", "set aside    0",
      ])
  }

  @Test("a running service with wrong pins says that the old ones are in force")
  func wrongPins() {
    var status = SiteStatus(site: "/site")
    status.isRunning = true
    status.since = Self.moment
    status.process = 7
    status.doing = "idle"
    status.refusedSettings = ["pins are not read: pins.yaml:3: x. Mend the YAML there."]

    #expect(
      StatusText.lines(status, now: Self.moment + 300).prefix(3) == [
        "site         /site",
        "service      running since 2026-03-20T12:00:00Z (5 min ago), process 7: idle",
        "wrong        pins are not read: pins.yaml:3: x. Mend the YAML there. The old ones are in force.",
      ])
  }

  @Test("without a service wrong settings are in force nowhere")
  func wrongSettings() {
    var status = SiteStatus(site: "/site")
    status.refusedSettings = ["settings are not read: newsfold.yaml:1: x."]

    #expect(
      StatusText.lines(status, now: Self.moment + 300)[2]
        == "wrong        settings are not read: newsfold.yaml:1: x.")
  }

  @Test("another process that makes one pass is named, and what it will change is not claimed")
  func passing() throws {
    let directory = "/tmp/newsfold-test-\(UInt64.random(in: 0 ... .max))"
    try POSIXFiles().makeDirectory(directory)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let lock = try SiteLock(path: directory + "/lock", since: "2026-03-20T12:00:00Z", for: .pass)
    let holder = try #require(SiteLock.holder(path: directory + "/lock"))
    var status = SiteStatus(site: "/site")
    status.isPassing(holder)
    withExtendedLifetime(lock) {}

    #expect(!status.isRunning && status.process == holder.process && status.since == Self.moment)
    #expect(
      StatusText.lines(status, now: Self.moment + 300)[1]
        == "service      not running; \(holder) makes one pass (newsfold sync or resync); "
        + "below is what was there before")
  }

  @Test("of many files that are set aside some are listed and the rest counted")
  func many() {
    var status = SiteStatus(site: "/site")
    status.setAside = (0..<12).map { SetAsideFile(path: "\($0)", reason: "reason \($0)") }

    let lines = StatusText.lines(status, now: Self.moment + 300)

    #expect(lines.contains("set aside    12") && lines.contains("             reason 9"))
    #expect(lines.last == "             and 2 more: newsfold status --json")
  }

  @Test(
    "an instant is told as it looks from now",
    arguments: [
      (0, "now"), (-59, "59 s ago"), (-119.9, "119 s ago"), (-120, "2 min ago"),
      (-7199, "119 min ago"), (-7200, "2 h ago"), (-172_800, "2 days ago"), (600, "in 10 min"),
      (-1e15, "11574074 days ago"),
    ] as [(Double, String)])
  func relative(seconds: Double, words: String) {
    #expect(
      RelativeTime.words(Self.moment + seconds, now: Self.moment).hasSuffix("Z (\(words))"))
  }

  @Test("ignored files are named with their rule, the first of many")
  func ignored() {
    var status = SiteStatus(site: "/site")
    status.ignored = (0..<5).map { IgnoredFile(path: "\($0).tmp", rule: "*.tmp") }
    status.ignoredCount = 5

    #expect(
      StatusText.lines(status, now: Self.moment).last
        == "ignored      5 files: 0.tmp (*.tmp), 1.tmp (*.tmp), 2.tmp (*.tmp) and 2 more: newsfold status --json"
    )
  }
}
