public import Logging

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sends each log event to the journal with fields of its own when systemd reads standard error,
/// else writes one line there for a person.
///
/// The fields are the metadata in capitals (`STAGE`, `PATH`, `STORY_ID`), beside `MESSAGE` and
/// `PRIORITY`; the journal adds time and process itself. If the journal's socket takes nothing, a
/// line on standard error begins with its priority, sd-daemon(3), which the journal removes:
/// `<4>stage=read path=a/b.txt message="set aside: no title"`. For a person:
/// `12:00:00 warning read a/b.txt: set aside: no title`.
///
/// Operating.md describes the events. Values are cut to `valueLimit` bytes and never hold article
/// text; the values of secret keys are left out.
public struct JournalLogHandler: LogHandler {
  /// The look of a line.
  public enum Form: Sendable {
    /// With a priority and `key=value` pairs.
    case journal
    /// With the time and plain words.
    case plain
  }

  /// The most bytes of a value: enough for a title or a path, not for an article.
  static let valueLimit = 512
  /// The keys whose values are never written.
  static let secretKeys: Set<String> = ["authorization", "cookie", "password", "secret", "token"]

  /// The lowest level that is written.
  public var logLevel: Logger.Level = .info
  /// The metadata of every event of this logger.
  public var metadata: Logger.Metadata = [:]
  private let form: Form
  private let journal: JournalSocket?
  private let write: @Sendable (String) -> Void

  /// Makes a handler that writes on standard error.
  ///
  /// - Parameter environment: Read for `JOURNAL_STREAM`, which says that the journal reads standard
  ///   error.
  public init(environment: [String: String]) {
    let isJournal = Self.isJournal(environment)
    self.init(
      form: isJournal ? .journal : .plain, journal: isJournal ? Self.systemJournal : nil
    ) { line in
      let bytes = Array(line.utf8)
      // One call a line: lines of different threads do not mix on a pipe up to PIPE_BUF, pipe(7).
      _ = systemWrite(STDERR_FILENO, bytes, bytes.count)
    }
  }

  /// The socket of all loggers.
  private static let systemJournal = JournalSocket()

  init(
    form: Form, journal: JournalSocket? = nil, write: @escaping @Sendable (String) -> Void
  ) {
    self.form = form
    self.journal = journal
    self.write = write
  }

  /// One value of `metadata`.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes an event.
  public func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { $1 }
    let pairs = all.map { ($0.key, Self.value($0.value, of: $0.key)) }.sorted(by: Self.isEarlier)
    let message = Self.oneLine(event.message.description)
    switch form {
    case .journal:
      if let journal, journal.send(Self.fields(event.level, message, pairs)) { return }
      let words = pairs.map { "\($0.0)=\(Self.quoted($0.1))" } + ["message=\(Self.quoted(message))"]
      write("<\(Self.priority(event.level))>\(words.joined(separator: " "))\n")
    case .plain:
      write("\(Self.timeOfDay()) \(event.level) \(Self.words(message, pairs))\n")
    }
  }

  /// An event in the words of a person: stage, path, message, then the rest.
  private static func words(_ message: String, _ pairs: [(String, String)]) -> String {
    let stage = pairs.first { $0.0 == "stage" }.map { "\($0.1) " } ?? ""
    let path = pairs.first { $0.0 == "path" }.map { "\($0.1): " } ?? ""
    let rest = pairs.filter { $0.0 != "stage" && $0.0 != "path" }
      .map { " \($0.0)=\(quoted($0.1))" }
    return "\(stage)\(path)\(message)\(rest.joined())"
  }

  /// The fields of an event in the journal. Fields whose name begins with `_` are the journal's
  /// own, systemd.journal-fields(7).
  private static func fields(
    _ level: Logger.Level, _ message: String, _ pairs: [(String, String)]
  ) -> [(name: String, value: String)] {
    var fields = [
      (name: "MESSAGE", value: words(message, pairs)),
      (name: "PRIORITY", value: "\(priority(level))"),
      (name: "SYSLOG_IDENTIFIER", value: "newsfold"),
    ]
    for (key, value) in pairs {
      var name = String(
        key.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
      while name.first.map({ !$0.isLetter }) ?? false { name.removeFirst() }
      if !name.isEmpty { fields.append((name: name == "STORY" ? "STORY_ID" : name, value: value)) }
    }
    return fields
  }

  /// Whether standard error is the stream of which systemd says that the journal reads it.
  private static func isJournal(_ environment: [String: String]) -> Bool {
    guard let stream = environment["JOURNAL_STREAM"] else { return false }
    var status = stat()
    guard fstat(STDERR_FILENO, &status) == 0 else { return false }
    return stream == "\(status.st_dev):\(status.st_ino)"
  }

  /// The levels of syslog(3).
  private static func priority(_ level: Logger.Level) -> Int {
    switch level {
    case .critical: 2
    case .error: 3
    case .warning: 4
    case .notice: 5
    case .info: 6
    case .debug, .trace: 7
    }
  }

  /// `stage` first, then `path`, then the others by name.
  private static func isEarlier(_ first: (String, String), _ second: (String, String)) -> Bool {
    func rank(_ key: String) -> Int { key == "stage" ? 0 : key == "path" ? 1 : 2 }
    return (rank(first.0), first.0) < (rank(second.0), second.0)
  }

  private static func value(_ value: Logger.Metadata.Value, of key: String) -> String {
    secretKeys.contains(key.lowercased()) ? "(left out)" : oneLine(value.description)
  }

  /// The text without control characters, and cut to the limit at a whole character.
  private static func oneLine(_ text: String) -> String {
    var line = ""
    for character in text {
      if line.utf8.count + character.utf8.count > valueLimit { return line + "…" }
      let isControl = character.unicodeScalars.contains {
        $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x2028
          || $0.value == 0x2029
      }
      line.append(isControl ? " " : character)
    }
    return line
  }

  private static func quoted(_ text: String) -> String {
    let special: Set<Character> = [" ", "\"", "=", "\\"]
    if !text.isEmpty, !text.contains(where: special.contains) { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func timeOfDay() -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: [UInt8], _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
