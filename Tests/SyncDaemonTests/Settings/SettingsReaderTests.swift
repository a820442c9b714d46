import NewsModel
import Testing

@testable import SyncDaemon

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
    expected.operationsListen = "127.0.0.1:9091"

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
        sure:
          exclude: { words: [cup final, 足球], source: Tattler, tag: [Opinion], language: fr }
          min_sources: 3
          window: { age: 60d }
          link: lead
      sources:
        The Lantern: { feed: "https://lantern.example/rss", rank: 1, text: headline }
      """

    let settings = try SettingsReader.read(yaml: yaml, path: "newsfold.yaml")

    #expect(settings.title == "Vigía & Co")
    #expect(settings.baseURL == "https://news.example/fold/")
    #expect(settings.window == FeedWindowSize(entries: 20, age: .seconds(259_200)))
    #expect(settings.settle == .milliseconds(1500))
    #expect(settings.hubs.count == 2)
    #expect(settings.feeds.map(\.name) == ["harbour", "all", "sure"])
    #expect(settings.feeds[2].exclude.words == ["cup final", "足球"])
    #expect(settings.feeds[2].exclude.sources == ["Tattler"])
    #expect(settings.feeds[2].exclude.tags == ["Opinion"])
    #expect(settings.feeds[2].exclude.languages == ["fr"])
    #expect(settings.feeds[2].leastSources == 3 && settings.feeds[2].link == .lead)
    #expect(settings.feeds[2].windowEntries == nil)
    #expect(settings.feeds[2].windowAge == .seconds(60 * 86_400))
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
          + "Give a duration such as 200ms or 2s; a bare number is seconds."
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

  @Test(
    "nested keys and values are named with their line and what could stand there",
    arguments: [
      ("window:\n  entires: 5\n", 2, "unknown key \"entires\". Did you mean \"entries\"?"),
      ("quotes: { sentence: 2 }\n", 1, "unknown key \"sentence\". Did you mean \"sentences\"?"),
      ("author:\n  nmae: x\n", 2, "unknown key \"nmae\". Did you mean \"name\"?"),
      (
        "sources:\n  The Lantern:\n    rnak: 1\n", 3, "unknown key \"rnak\". Did you mean \"rank\"?"
      ),
      ("window:\n  entries: 5000\n", 2, "\"window.entries\" cannot be \"5000\". Give 1 to 1000."),
      (
        "window:\n  age: 1d\n", 2,
        "\"window.age\" cannot be \"1d\". Give a duration of at least 2d, such as 14d."
      ),
      ("quotes:\n  characters: 1\n", 2, "\"quotes.characters\" cannot be \"1\". Give 40 to 2000."),
      (
        "sources:\n  The Lantern:\n    rank: first\n", 3,
        "\"sources.The Lantern.rank\" cannot be \"first\". Give a number, 1 or more; 1 leads."
      ),
      (
        "feeds:\n  a: {}\n  port:\n    merged: perhaps\n", 4,
        "\"feeds.port.merged\" cannot be \"perhaps\". Give true or false."
      ),
      (
        "feeds:\n  a:\n    exclude:\n      word: x\n", 4,
        "unknown key \"word\". Did you mean \"words\"?"
      ),
      (
        "feeds:\n  a:\n    min_source: 2\n", 3,
        "unknown key \"min_source\". Did you mean \"min_sources\"?"
      ),
      (
        "feeds:\n  a: { exclude: football }\n", 2,
        "\"feeds.a.exclude\" cannot be \"football\". "
          + "Give a mapping of words, source, tag and language that are left out."
      ),
      (
        "feeds:\n  a: { exclude: { words: [ok, \"!\"] } }\n", 2,
        "\"feeds.a.exclude.words\" cannot be \"a list\". Give words, each with a letter or a digit."
      ),
      (
        "feeds:\n  a:\n    min_sources: 0\n", 3,
        "\"feeds.a.min_sources\" cannot be \"0\". Give 1 to 100."
      ),
      (
        "feeds:\n  a:\n    min_sources: 2\n    merged: false\n", 3,
        "\"feeds.a.min_sources\" cannot be \"2\". Give it to feeds without merged: false."
      ),
      (
        "feeds:\n  a:\n    window: { age: 3h }\n", 3,
        "\"feeds.a.window.age\" cannot be \"3h\". Give a duration of at least 2d, such as 14d."
      ),
      (
        "feeds:\n  a:\n    link: leads\n", 3,
        "\"feeds.a.link\" cannot be \"leads\". Give story or lead."
      ),
      (
        "feeds:\n  Port: {}\n", 2,
        "\"feeds\" cannot be \"Port\". Give a name of a-z, 0-9 and -, which is a folder of public/ "
          + "and none that is taken."
      ),
      ("ttl: 5000\n", 1, "\"ttl\" cannot be \"5000\". Give a number of minutes, 1 to 1440."),
      (
        "folders:\n  \"a/**\":\n    source: x\n    rank: 0\n", 4,
        "\"folders.a/**.rank\" cannot be \"0\". Give a number, 1 or more; 1 leads."
      ),
      (
        "folders:\n  \"a/**\": { rank: 2 }\n", 2,
        "\"folders.a/**.rank\" cannot be \"2\". "
          + "Give a source beside it: rank and text are those of an outlet."
      ),
      (
        "folders:\n  a: { time_zone: Berlin }\n", 2,
        "\"folders.a.time_zone\" cannot be \"Berlin\". Give an IANA name such as Europe/Berlin."
      ),
      (
        "folders:\n  a: { keys: { titel: hed } }\n", 2,
        "unknown key \"titel\". Did you mean \"title\"?"
      ),
      (
        "static_host: [nginx, apache]\n", 1,
        "\"static_host\" cannot be \"a list\". "
          + "Give nginx, caddy, netlify or github, or a list of them."
      ),
      (
        "operations_listen: 127.0.0.1:8080\n", 1,
        "\"operations_listen\" cannot be \"127.0.0.1:8080\". "
          + "Give ADDRESS:PORT, such as 127.0.0.1:9091, and not that of listen."
      ),
      (
        "largest_document: 1k\n", 1,
        "\"largest_document\" cannot be \"1k\". Give a number of bytes, 100000 to 14000000."
      ),
      ("ttl: 5m\n", 1, "\"ttl\" cannot be \"5m\". Give a number of minutes, 1 to 1440."),
      (
        "id_date: 2026-02-30\n", 1,
        "\"id_date\" cannot be \"2026-02-30\". Give a day that there was: YYYY, YYYY-MM or YYYY-MM-DD."
      ),
      (
        "id_date: 2026-13\n", 1,
        "\"id_date\" cannot be \"2026-13\". Give a day that there was: YYYY, YYYY-MM or YYYY-MM-DD."
      ),
      (
        "listen: 8080\n", 1,
        "\"listen\" cannot be \"8080\". Give ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080."
      ),
    ])
  func nested(yaml: String, line: Int, message: String) {
    let error = #expect(throws: SettingsError.self) {
      try SettingsReader.read(yaml: yaml, path: "newsfold.yaml")
    }

    #expect(error?.description == "settings are not taken: newsfold.yaml:\(line): \(message)")
  }

  @Test("days that there were are dates of ids", arguments: ["2026", "2026-02", "2024-02-29"])
  func goodDates(date: String) throws {
    #expect(try SettingsReader.read(yaml: "id_date: \(date)", path: "x").idDate == date)
  }

  @Test(
    "YAML that is none is one sentence with its line and what to do",
    arguments: [
      ("a: b\ntitle: [a\nlisten: b\n", 2, "a list that begins with [ is not closed with ]"),
      ("window: { entries: 5\ntitle: x\n", 1, "a mapping that begins with { is not closed with }"),
      ("title: \"open\nttl: 5\n", 1, "a text in quotes is not closed"),
      (
        "title: a: b\n", 1,
        "a colon where none can be: put a text with \": \" in quotes, and indent keys alike"
      ),
      ("title: x\n\tttl: 5\n", 2, "a tab: indent with spaces"),
      ("title: x\ntitle: y\n", 1, "the same key twice: title"),
      ("title: x\n\u{1}\n", 2, "a control character, or bytes that are no text"),
    ])
  func plainWords(yaml: String, line: Int, reason: String) {
    for (path, subject) in [("newsfold.yaml", "settings"), ("/site/pins.yaml", "pins")] {
      let error = #expect(throws: SettingsError.self) {
        if subject == "pins" {
          _ = try PinsReader.read(yaml: yaml, path: path)
        } else {
          _ = try SettingsReader.read(yaml: yaml, path: path)
        }
      }

      #expect(
        error?.description
          == "\(subject) are not read: \(path):\(line): \(reason). Mend the YAML there.")
    }
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
        == .unusableOverride(
          variable: "NEWSFOLD_TTL", value: "never", expected: "a number of minutes, 1 to 1440"))
  }

  @Test("a variable that is nearly an override is refused, one of somebody else is not")
  func mistypedOverride() throws {
    let error = #expect(throws: SettingsError.self) {
      try SettingsReader.read(yaml: "", path: "x", environment: ["NEWSFOLD_TITEL": "x"])
    }

    #expect(
      error?.description
        == "settings are not taken: environment: NEWSFOLD_TITEL is no setting. "
        + "Did you mean NEWSFOLD_TITLE?")
    for name in ["NEWSFOLD_SHARED", "NEWSFOLD_KILLS", "NEWSFOLD_ONLY", "TITEL"] {
      #expect(try SettingsReader.read(yaml: "", path: "x", environment: [name: "x"]) == Settings())
    }
  }

  @Test("each setting in force says where it comes from")
  func origins() throws {
    let (_, origins) = try SettingsReader.traced(
      yaml: "# ours\ntitle: \"A: b\"\nwindow:\n  entries: 20\n  age: 3d\n", path: "x",
      environment: ["NEWSFOLD_TTL": "9"])

    #expect(origins.map(\.key) == SettingKey.all.map(\.name))
    func origin(_ key: String) -> SettingInForce? { origins.first { $0.key == key } }
    #expect(
      origin("title") == SettingInForce(key: "title", value: "\"A: b\"", origin: .file, line: 2))
    #expect(
      origin("window")
        == SettingInForce(
          key: "window", value: "{ entries: 20, age: 3d }", origin: .file, line: 3))
    #expect(origin("ttl") == SettingInForce(key: "ttl", value: "9", origin: .environment))
    #expect(origin("settle") == SettingInForce(key: "settle", value: "200ms", origin: .default))
    #expect(origin("language") == SettingInForce(key: "language", value: "", origin: .default))
  }
}
