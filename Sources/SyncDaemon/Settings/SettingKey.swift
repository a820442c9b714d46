import Feeds
import FoundationEssentials
import NewsModel
import Yams

/// A key of `newsfold.yaml`: its name, its comment in the file that `init` writes, and the reading
/// of its value.
struct SettingKey: Sendable {
  /// The key.
  let name: String
  /// Its purpose, a line or two.
  let comment: String
  /// The default as YAML, as `init` writes it; an example if there is no default.
  let example: String
  /// Whether there is no default, so that `example` is only an example.
  let hasNoDefault: Bool
  /// A description of the values that it takes, for errors.
  let expected: String
  /// Reads a value into the settings; returns false if the value is unusable.
  let apply: @Sendable (Node, inout Settings) throws -> Bool

  private init(
    _ name: String, _ comment: String, example: String, hasNoDefault: Bool = false,
    expected: String,
    apply: @escaping @Sendable (Node, inout Settings) throws -> Bool
  ) {
    self.name = name
    self.comment = comment
    self.example = example
    self.hasNoDefault = hasNoDefault
    self.expected = expected
    self.apply = apply
  }

  /// Every key, in the order in which `init` writes them.
  static let all: [SettingKey] = [
    SettingKey(
      "title", "What readers see as the name of the feed.", example: "Newsfold",
      expected: "a text"
    ) { node, settings in
      text(node) { settings.title = $0 }
    },
    SettingKey(
      "subtitle", "What it is about, in a sentence.",
      example: "One entry a story, with its sources inside", expected: "a text"
    ) { node, settings in
      text(node) { settings.subtitle = $0 }
    },
    SettingKey(
      "base_url", "The address that public/ is served at.", example: "http://127.0.0.1:8080/",
      expected: "an absolute http or https address"
    ) { node, settings in
      guard let value = node.scalar?.string, WebAddressText.isValid(value) else { return false }
      settings.baseURL = value.hasSuffix("/") ? value : value + "/"
      return true
    },
    SettingKey(
      "language",
      "The language of the site (BCP 47), in which a text leads its story before one in another; "
        + "without it, that of most entries.",
      example: "en", hasNoDefault: true, expected: "a language tag such as en or pt-BR"
    ) { node, settings in
      guard let value = node.scalar?.string, isLanguageTag(value) else { return false }
      settings.language = value
      return true
    },
    SettingKey(
      "author", "Who publishes the feeds: a name, or name, email and url.", example: "Newsfold",
      expected: "a name, or a mapping with name, email and url"
    ) { node, settings in
      if let name = node.scalar?.string, !name.isEmpty {
        settings.author = Person(name: name)
        return true
      }
      guard let entries = try node.entries(["name", "email", "url"]) else { return false }
      var author = Person(name: "")
      for (key, value) in entries {
        guard let text = value.scalar?.string, !text.isEmpty else {
          throw NestedFault("author.\(key)", value, expected: "a text")
        }
        switch key {
        case "name": author.name = text
        case "email": author.email = text
        default: author.url = text
        }
      }
      guard !author.name.isEmpty else { return false }
      settings.author = author
      return true
    },
    SettingKey(
      "articles", "The directories that are watched, at any depth.", example: "[articles]",
      expected: "a path or a list of paths"
    ) { node, settings in
      guard let paths = texts(node), !paths.isEmpty else { return false }
      settings.articles = paths
      return true
    },
    SettingKey(
      "ignore",
      "Files and folders in them that are not looked at, as .gitignore names them; !pattern takes a default back.",
      example: "[]", expected: "a pattern such as drafts/ or *.log, or a list of them"
    ) { node, settings in
      guard let patterns = texts(node) else { return false }
      settings.ignore = patterns
      return true
    },
    SettingKey(
      "folders",
      "What files do not say themselves, by patterns of their paths: source, language, time_zone, window, keys; "
        + "with a source also its rank and text.",
      example: "{}",
      expected:
        "a mapping from a pattern such as wire/** to source, language, time_zone, window, keys, rank and text"
    ) { node, settings in
      guard let folders = try FoldersReader.read(node) else { return false }
      settings.folders = folders
      return true
    },
    SettingKey(
      "listen", "Where `newsfold run` serves. Loopback only, unless you say 0.0.0.0:PORT.",
      example: "127.0.0.1:8080", expected: "ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080"
    ) { node, settings in
      guard let value = node.scalar?.string, HostAndPort(value) != nil else { return false }
      settings.listen = value
      return true
    },
    SettingKey(
      "operations_listen",
      "Where /metrics, /readyz and POST /resync are answered, if not where everything is served.",
      example: "127.0.0.1:9091", hasNoDefault: true,
      expected: "ADDRESS:PORT, such as 127.0.0.1:9091, and not that of listen"
    ) { node, settings in
      guard let value = node.scalar?.string, HostAndPort(value) != nil, value != settings.listen
      else { return false }
      settings.operationsListen = value
      return true
    },
    SettingKey(
      "window",
      "How much a feed shows: so many entries, none older than this behind the newest. "
        + "Older ones are in its archive documents.",
      example: "{ entries: 100, age: 14d }",
      expected: FeedWindowReader.expected
    ) { node, settings in
      guard let parts = try FeedWindowReader.read(node, key: "window") else { return false }
      if let entries = parts.entries { settings.window.entries = entries }
      if let age = parts.age { settings.window.age = age }
      return true
    },
    SettingKey(
      "text", "How much of other people's text is shown: full, extract or headline.",
      example: "extract", expected: "full, extract or headline"
    ) { node, settings in
      guard let value = node.scalar.flatMap({ TextExtent(rawValue: $0.string) }) else {
        return false
      }
      settings.text = value
      return true
    },
    SettingKey(
      "quotes", "The most that is quoted of each further source.",
      example: "{ sentences: 3, characters: 300 }",
      expected: "{ sentences: 0 to 20, characters: 40 to 2000 }"
    ) { node, settings in
      guard let entries = try node.entries(["sentences", "characters"]) else { return false }
      for (key, value) in entries {
        if key == "sentences" {
          settings.quotedSentences = try number(value, in: 0...20, of: "quotes.sentences")
        } else {
          settings.quotedCharacters = try number(value, in: 40...2000, of: "quotes.characters")
        }
      }
      return true
    },
    SettingKey(
      "feeds",
      "Further feeds, by name: source, tag, language, words (each a text or a list), "
        + "exclude (the same), min_sources, merged, title, text, window, link.",
      example: "{}", expected: "a mapping from a name (a-z, 0-9, -) to what the feed takes"
    ) { node, settings in
      guard let feeds = try FurtherFeedsReader.read(node) else { return false }
      settings.feeds = feeds
      return true
    },
    SettingKey(
      "sources",
      "What is known of outlets, by name: feed (the address of its own feed), text, rank (1 leads).",
      example: "{}", expected: "a mapping from an outlet's name to feed, text and rank"
    ) { node, settings in
      guard let sources = try SourcesReader.read(node) else { return false }
      settings.sources = sources
      return true
    },
    SettingKey(
      "settle", "How long a file must be quiet before it is read.", example: "200ms",
      expected: "a duration such as 200ms or 2s; a bare number is seconds"
    ) { node, settings in
      duration(node, atLeast: .zero) { settings.settle = $0 }
    },
    SettingKey(
      "rescan", "How often everything is looked at again, besides the events.", example: "10m",
      expected: "a duration of at least 1s, such as 10m; a bare number is seconds"
    ) { node, settings in
      duration(node, atLeast: .seconds(1)) { settings.rescan = $0 }
    },
    SettingKey(
      "watch", "auto, or polling for network file systems.", example: "auto",
      expected: "auto or polling"
    ) { node, settings in
      guard let value = node.scalar.flatMap({ WatchChoice(rawValue: $0.string) }) else {
        return false
      }
      settings.watch = value
      return true
    },
    SettingKey(
      "poll", "How often a polled directory is looked at.", example: "2s",
      expected: "a duration of at least 100ms, such as 2s; a bare number is seconds"
    ) { node, settings in
      duration(node, atLeast: .milliseconds(100)) { settings.poll = $0 }
    },
    SettingKey(
      "publish_interval", "The least time between two publications while files keep arriving.",
      example: "2s",
      expected: "a duration such as 200ms or 2s; a bare number is seconds"
    ) { node, settings in
      duration(node, atLeast: .zero) { settings.publishInterval = $0 }
    },
    SettingKey(
      "largest_file", "The largest article file that is read, in bytes.", example: "33554432",
      expected: "a number of bytes, at least 1024"
    ) { node, settings in
      guard let count = node.int, count >= 1024 else { return false }
      settings.largestFile = count
      return true
    },
    SettingKey(
      "largest_document",
      "The most bytes of a feed document; when it would have more, older entries move to the archive.",
      example: "1000000", expected: "a number of bytes, 100000 to 14000000"
    ) { node, settings in
      guard let count = node.int, (100_000...14_000_000).contains(count) else { return false }
      settings.largestDocument = count
      return true
    },
    SettingKey(
      "withdraw_after",
      "How long an article file must be absent before a running service withdraws what it said.",
      example: "10s", expected: "a duration"
    ) { node, settings in
      duration(node, atLeast: .zero) { settings.withdrawAfter = $0 }
    },
    SettingKey(
      "withdraw_share",
      "The share of all article files above which those missing together are kept, until they return "
        + "or newsfold resync --withdraw says that they are gone.",
      example: "0.5", expected: "a number from 0 to 1"
    ) { node, settings in
      guard let share = node.float ?? node.int.map(Double.init), (0...1).contains(share) else {
        return false
      }
      settings.withdrawShare = share
      return true
    },
    SettingKey(
      "ttl", "How many minutes readers may keep a document before they ask again.", example: "5",
      expected: "a number of minutes, 1 to 1440"
    ) { node, settings in
      guard let minutes = node.int, (1...1440).contains(minutes) else { return false }
      settings.minutesToLive = minutes
      return true
    },
    SettingKey(
      "hub", "A WebSub hub (or several) that is told of each change.", example: "[]",
      expected: "an absolute http or https address, or a list of them"
    ) { node, settings in
      guard let hubs = texts(node), hubs.allSatisfy({ WebAddressText.isValid($0) }) else {
        return false
      }
      settings.hubs = hubs
      return true
    },
    SettingKey(
      "publish",
      "Where else public/ is published: buckets of object storage, "
        + "- s3: { bucket, prefix, endpoint, region, path_style, credentials_file }.",
      example: "[]",
      expected: "a list of s3: { bucket, prefix, endpoint, region, path_style, credentials_file }"
    ) { node, settings in
      guard let buckets = try PublishReader.read(node) else { return false }
      settings.buckets = buckets
      return true
    },
    SettingKey(
      "static_host",
      "Hosts that serve public/ from its files and are told of types, headers and redirects: nginx, caddy, netlify, github.",
      example: "[]", expected: "nginx, caddy, netlify or github, or a list of them"
    ) { node, settings in
      guard let names = texts(node) else { return false }
      let hosts = names.compactMap { StaticHost(rawValue: $0) }
      guard hosts.count == names.count else { return false }
      settings.staticHosts = hosts
      return true
    },
    SettingKey(
      "resync_token_file", "A file with the bearer token for POST /resync; without it that is off.",
      example: "\"\"", expected: "a path"
    ) { node, settings in
      text(node, mayBeEmpty: true) { settings.resyncTokenFile = $0.isEmpty ? nil : $0 }
    },
    SettingKey(
      "archive_after",
      "How far behind the newest entry a story is closed for good and moved to state/archive, "
        + "where it costs neither memory nor start-up.",
      example: "30d", expected: "a duration of at least 16d, or never; a bare number is seconds"
    ) { node, settings in
      // Articles are compared over 14 days, and the newest entry's day is not over. With less, each
      // article that arrives would open what was just closed.
      age(node, atLeast: .seconds(16 * 86_400)) { settings.archiveAfter = $0 }
    },
    SettingKey(
      "prune_after",
      "How far behind the newest entry the texts of archived articles are dropped. "
        + "Pages, ids and redirects stay for ever.",
      example: "never", expected: "a duration of at least 16d, or never; a bare number is seconds"
    ) { node, settings in
      age(node, atLeast: .seconds(16 * 86_400)) { settings.pruneAfter = $0 }
    },
    SettingKey(
      "id_authority",
      "The authority of the ids: a host or address that was yours on id_date. "
        + "Never change it once somebody has subscribed.",
      example: "newsfold.example", expected: "a host name or an e-mail address"
    ) { node, settings in
      guard let value = node.scalar?.string, isTagAuthority(value) else { return false }
      settings.idAuthority = value
      return true
    },
    SettingKey(
      "id_date", "The date of the ids, on which id_authority was yours.", example: "2026-01-01",
      expected: "a day that there was: YYYY, YYYY-MM or YYYY-MM-DD"
    ) { node, settings in
      guard let value = node.scalar?.string, isTagDate(value) else { return false }
      settings.idDate = value
      return true
    },
  ]
}

private func text(_ node: Node, mayBeEmpty: Bool = false, apply: (String) -> Void) -> Bool {
  guard let value = node.scalar?.string, mayBeEmpty || !value.isEmpty else { return false }
  apply(value)
  return true
}

/// A list of texts, or one text as a list of one.
func texts(_ node: Node) -> [String]? {
  if let value = node.scalar?.string { return value.isEmpty ? [] : [value] }
  guard let sequence = node.sequence else { return nil }
  let values = sequence.compactMap { $0.scalar?.string }
  return values.count == sequence.count ? values : nil
}

/// A whole number within its bounds.
private func number(
  _ node: Node, in range: ClosedRange<Int>, of key: String
) throws(NestedFault) -> Int {
  guard let number = node.int, range.contains(number) else {
    throw NestedFault(key, node, expected: "\(range.lowerBound) to \(range.upperBound)")
  }
  return number
}

private func duration(_ node: Node, atLeast least: Duration, apply: (Duration) -> Void) -> Bool {
  guard let value = node.scalar.flatMap({ DurationText.parse($0.string) }), value >= least else {
    return false
  }
  apply(value)
  return true
}

private func age(_ node: Node, atLeast least: Duration, apply: (Duration?) -> Void) -> Bool {
  if node.scalar?.string == "never" {
    apply(nil)
    return true
  }
  return duration(node, atLeast: least, apply: apply)
}

private func isLanguageTag(_ text: String) -> Bool {
  // RFC 5646 §2.1, its everyday part: subtags of letters and digits.
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  return (2...8).contains(parts[0].count)
    && parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
}

private func isTagAuthority(_ text: String) -> Bool {
  // RFC 4151 §2.1: a domain name or an e-mail address at one.
  let host = text.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
  return !host.isEmpty && text.filter { $0 == "@" }.count <= 1
    && text.allSatisfy {
      $0.isASCII && ($0.isLowercase || $0.isNumber || "-._@".contains($0))
    }
}

private func isTagDate(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard (1...3).contains(parts.count), parts[0].count == 4,
    parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
    parts.dropFirst().allSatisfy({ $0.count == 2 })
  else { return false }
  let full = ([String(parts[0])] + parts.dropFirst().map(String.init) + ["01", "01"]).prefix(3)
  // February 30 is read as March 2, so only a day that is written as it was read exists.
  let day = full.joined(separator: "-")
  return Timestamp.rfc3339(day + "T00:00:00Z").map { Timestamp.rfc3339($0).hasPrefix(day) } == true
}
