import FoundationEssentials
import NewsModel
import SeededRandom
import Testing

@testable import SyncDaemon

/// Tests that the decoder would read what is read without it, and that the rest is left to it.
@Suite("Records as newsfold writes them")
struct PlainRecordsTests {
  private static func line(_ record: StateRecord) throws -> [UInt8] {
    Array(try StateCoding.encoder().encode(record))
  }

  private static func plain(_ bytes: [UInt8]) -> StateRecord? {
    bytes.withUnsafeBufferPointer { PlainRecords.record($0) }
  }

  private static func decoded(_ bytes: [UInt8]) -> StateRecord? {
    try? StateCoding.decoder().decode(StateRecord.self, from: Data(bytes))
  }

  /// Draws values of every kind for every field.
  private struct Drawing {
    var chance: SeededGenerator
    /// Whether nothing is drawn that newsfold writes in a way of its own.
    var isPlain = false

    mutating func text() -> String {
      let parts = [
        "Ferry", " ", "é", "第三", "😀", "\"", "\\", "/", "\n", "\t", "\r", "\u{8}", "\u{c}", "\u{1}",
        "\u{7f}", "\u{2028}", "\u{feff}", "e\u{301}", "\u{0}", "", "<p class=\"x\">", "{\"a\":[1]}",
        "a text of more than sixteen bytes that has nothing in it",
      ]
      return (0..<Int.random(in: 0...6, using: &chance)).map { _ in
        parts[Int.random(in: 0..<(isPlain ? 9 : parts.count), using: &chance)]
      }.joined()
    }

    mutating func maybe<Value>(_ value: (inout Drawing) -> Value) -> Value? {
      Bool.random(using: &chance) ? value(&self) : nil
    }

    mutating func several<Value>(_ value: (inout Drawing) -> Value) -> [Value] {
      (0..<Int.random(in: 0...3, using: &chance)).map { _ in value(&self) }
    }

    mutating func integer() -> Int {
      let numbers = [0, 1, -1, 7, -1_000_000, 1_796_127_241_542_150_921, -42, Int.max, Int.min]
      return numbers[Int.random(in: 0..<(isPlain ? 7 : 9), using: &chance)]
    }

    mutating func number() -> Double {
      let numbers = [
        0, -0.0, 1, 0.1, -3.2, 2.6327547010512755, Double.random(in: 1...9, using: &chance), 1e300,
        .leastNonzeroMagnitude, 1e-7, 1e21,
      ]
      return numbers[Int.random(in: 0..<(isPlain ? 7 : 11), using: &chance)]
    }

    mutating func date() -> Date {
      Timestamp.date(
        milliseconds: .random(in: -62_000_000_000_000...250_000_000_000_000, using: &chance))
    }

    mutating func article() -> Article {
      Article(
        id: ArticleID(text()), outlet: text(), url: maybe { $0.text() }, title: text(),
        summary: maybe { $0.text() }, paragraphs: several { $0.text() },
        html: maybe { $0.text() }, language: maybe { $0.text() }, published: date(),
        publishedZone: maybe { $0.integer() },
        dateOrigin: [.stated, .statedDay, .url, .month, .file].randomElement(using: &chance)
          ?? .file,
        modified: maybe { $0.date() },
        authors: several { drawing in
          Person(
            name: drawing.text(), email: drawing.maybe { $0.text() },
            url: drawing.maybe { $0.text() })
        },
        tags: several { $0.text() },
        pictures: several { drawing in
          Picture(
            url: drawing.text(), alternative: drawing.text(), credit: drawing.maybe { $0.text() },
            mediaType: drawing.maybe { $0.text() }, byteCount: drawing.maybe { $0.integer() },
            width: drawing.maybe { $0.integer() }, height: drawing.maybe { $0.integer() })
        },
        enclosures: several { drawing in
          Enclosure(
            url: drawing.text(), mediaType: drawing.text(),
            byteCount: drawing.maybe { $0.integer() },
            duration: drawing.maybe { $0.number() }, title: drawing.maybe { $0.text() })
        },
        originalURL: maybe { $0.text() }, isCut: Bool.random(using: &chance))
    }

    mutating func record() -> StateRecord {
      switch Int.random(in: 0..<3, using: &chance) {
      case 0:
        var file = FileRecord(
          path: FilePath(text()), byteCount: Int64(integer()), modified: Int64(integer()),
          digest: text(), articles: several { ArticleID($0.text()) },
          problems: several { $0.text() })
        file.isWindow = maybe { Bool.random(using: &$0.chance) }
        if !isPlain, Int.random(in: 0..<4, using: &chance) == 0 { file.missing = .device }
        return .file(file)
      case 1:
        let versions = [0] + several { _ in 0 }
        return .article(
          ArticleRecord(
            id: ArticleID(text()),
            versions: versions.map { _ in
              .init(
                path: FilePath(text()), line: maybe { $0.integer() }, article: article(),
                key: maybe { $0.text() })
            }))
      default:
        return .story(
          Story(
            id: EntryID(text()), slug: text(), title: text(), founding: ArticleID(text()),
            articles: several { ArticleID($0.text()) }, minted: integer(), published: date(),
            updated: date(), substance: text(),
            decisions: several { drawing in
              Decision(
                kind: [.created, .joined, .left, .revised, .merged, .split, .withdrawn, .returned]
                  .randomElement(using: &drawing.chance) ?? .left,
                date: drawing.date(), article: drawing.maybe { ArticleID($0.text()) },
                other: drawing.maybe { EntryID($0.text()) },
                closest: drawing.maybe { ArticleID($0.text()) },
                evidence: drawing.several { drawing in
                  .init(name: drawing.text(), contribution: drawing.number())
                })
            }))
      }
    }
  }

  @Test("are read as the decoder reads them", arguments: 1...20 as ClosedRange<UInt64>)
  func same(seed: UInt64) throws {
    var drawing = Drawing(chance: SeededGenerator(seed: seed))
    for number in 0..<100 {
      drawing.isPlain = number.isMultiple(of: 2)
      let line = try Self.line(drawing.record())
      guard let plain = Self.plain(line) else {
        #expect(!drawing.isPlain, "seed \(seed): \(String(decoding: line, as: UTF8.self))")
        continue
      }
      let decoded = try #require(Self.decoded(line), "seed \(seed)")
      #expect(plain == decoded, "seed \(seed)")
      // Equal numbers may still be written otherwise: -0 and 0.
      #expect(try Self.line(plain) == line, "seed \(seed)")
    }
  }

  @Test("nothing that the decoder refuses is read", arguments: 1...10 as ClosedRange<UInt64>)
  func refused(seed: UInt64) throws {
    var drawing = Drawing(chance: SeededGenerator(seed: seed))
    for _ in 0..<60 {
      let line = try Self.line(drawing.record())
      for _ in 0..<20 {
        var other = line
        let place = Int.random(in: other.indices, using: &drawing.chance)
        switch Int.random(in: 0..<4, using: &drawing.chance) {
        case 0: other[place] = UInt8.random(in: 0...255, using: &drawing.chance)
        case 1: other.remove(at: place)
        case 2: other.insert(other[place], at: place)
        default: other.removeSubrange(place...)
        }
        guard let plain = Self.plain(other) else { continue }
        #expect(
          plain == Self.decoded(other), "seed \(seed): \(String(decoding: other, as: UTF8.self))")
      }
    }
  }

  @Test(
    "what newsfold does not write is left to the decoder",
    arguments: [
      "", "{", "{}", #"{"file":{}}"#, #"{"file":null}"#, #" {"file":{}}"#, #"{"published":1}"#,
      #"{"file":{"articles":[],"byteCount":01,"digest":"","modified":1,"path":"","problems":[]}}"#,
      #"{"file":{"articles":[],"byteCount":-0,"digest":"","modified":1,"path":"","problems":[]}}"#,
      #"{"file":{"articles":[],"byteCount":1.0,"digest":"","modified":1,"path":"","problems":[]}}"#,
      #"{"file":{"articles":[],"byteCount":1,"digest":"\u0041","modified":1,"path":"","problems":[]}}"#,
      #"{"file":{"articles":[],"byteCount":1,"digest":"","modified":1,"path":"","problems":[],"x":1}}"#,
      #"{"file":{"articles":[],"byteCount":1,"digest":"","modified":1,"path":"a","path":"b","problems":[]}}"#,
      #"{"file":{"articles":[],"byteCount":1,"digest":"","modified":1,"path":"","problems":[]}} "#,
      #"{"file":{"articles":[,],"byteCount":1,"digest":"","modified":1,"path":"","problems":[]}}"#,
      #"{"article":{"id":"a","versions":[]}}"#,
    ])
  func unusual(line: String) {
    #expect(Self.plain(Array(line.utf8)) == nil)
  }
}
