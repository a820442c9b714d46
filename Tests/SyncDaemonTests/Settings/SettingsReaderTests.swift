import NewsModel
import SyncDaemon
import Testing

@Suite("SettingsReader")
struct SettingsReaderTests {
  @Test("an empty file gives the defaults", arguments: ["", "\n", "# nothing\n", "---\n"])
  func empty(yaml: String) throws {
    #expect(try SettingsReader.read(yaml: yaml, path: "newsfold.yaml") == Settings())
  }

  @Test("what init writes gives the defaults, but for the title and the ids")
  func template() throws {
    let yaml = SettingsTemplate.text(
      title: "My \"site\"", idAuthority: "news.example", idDate: "2026-11-21")

    let settings = try SettingsReader.read(yaml: yaml, path: "newsfold.yaml")

    var expected = Settings()
    expected.title = "My \"site\""
    expected.idAuthority = "news.example"
    expected.idDate = "2026-11-21"
    #expect(settings == expected)
  }

  @Test("every key that init writes as a comment is a valid setting with the default value")
  func uncommentedTemplate() throws {
    let yaml = SettingsTemplate.text(
      title: "Newsfold", idAuthority: "newsfold.example", idDate: "2026-01-01")
    let uncommented = yaml.split(separator: "\n").map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
    }
    var expected = Settings()
    expected.language = "en"

    let settings = try SettingsReader.read(
      yaml: uncommented.joined(separator: "\n"), path: "newsfold.yaml")

    #expect(settings == expected)
  }

  @Test("reads every kind of value")
  func values() throws {
    let yaml = """
      title: Vigía & Co
      base_url: https://news.example/fold
      window: { entries: 20, age: 3d }
      settle: 1500ms
      text: full
      hub: [https://hub.example/, http://127.0.0.1:9000/]
      feeds:
        harbour: { tag: [harbour, port], title: Harbour news }
        all: { merged: false }
      sources:
        The Lantern: { feed: "https://lantern.example/rss", rank: 1, text: headline }
      """

    let settings = try SettingsReader.read(yaml: yaml, path: "newsfold.yaml")

    #expect(settings.title == "Vigía & Co")
    #expect(settings.baseURL == "https://news.example/fold/")
    #expect(settings.window == FeedWindowSize(entries: 20, age: .seconds(259_200)))
    #expect(settings.settle == .milliseconds(1500))
    #expect(settings.hubs.count == 2)
    #expect(settings.feeds.map(\.name) == ["harbour", "all"])
    #expect(settings.feeds[0].tags == ["harbour", "port"])
    #expect(!settings.feeds[1].isMerged)
    #expect(settings.sources.first?.text == .headline)
  }

  @Test(
    "says what is wrong, where, and what to do",
    arguments: [
      (
        "title: x\nbase_ulr: http://a.example/\n",
        "settings are not taken: newsfold.yaml:2: unknown key \"base_ulr\". "
          + "Did you mean \"base_url\"?"
      ),
      (
        "\n\nquarterly_report: 1\n",
        "settings are not taken: newsfold.yaml:3: unknown key \"quarterly_report\". "
          + "Remove it; `newsfold init` writes every key with a comment."
      ),
      (
        "settle: soon\n",
        "settings are not taken: newsfold.yaml:1: \"settle\" cannot be \"soon\". "
          + "Give a duration such as 200ms or 2s."
      ),
      (
        "feeds:\n  port:\n    tags: [a]\n",
        "settings are not taken: newsfold.yaml:3: unknown key \"tags\". Did you mean \"tag\"?"
      ),
      (
        "- title\n",
        "settings are not read: newsfold.yaml:1: it is not a list of keys and values. "
          + "Mend the YAML there."
      ),
    ])
  func errors(yaml: String, message: String) {
    let error = #expect(throws: SettingsError.self) {
      try SettingsReader.read(yaml: yaml, path: "newsfold.yaml")
    }

    #expect(error?.description == message)
  }

  @Test("broken YAML names its line")
  func brokenYAML() {
    let error = #expect(throws: SettingsError.self) {
      try SettingsReader.read(yaml: "title: [a\nlisten: b\n", path: "newsfold.yaml")
    }

    guard case .notYAML(_, let line, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(line > 0)
  }

  @Test("the environment overrides the file")
  func environment() throws {
    let settings = try SettingsReader.read(
      yaml: "title: file", path: "newsfold.yaml",
      environment: ["NEWSFOLD_TITLE": "environment", "NEWSFOLD_WINDOW": "{ entries: 7 }"])

    #expect(settings.title == "environment")
    #expect(settings.window.entries == 7)
  }

  @Test("an override that cannot be taken is named")
  func badOverride() {
    let error = #expect(throws: SettingsError.self) {
      try SettingsReader.read(
        yaml: "", path: "newsfold.yaml", environment: ["NEWSFOLD_TTL": "never"])
    }

    #expect(
      error
        == .unusableOverride(variable: "NEWSFOLD_TTL", value: "never", expected: "1 to 1440"))
  }
}
