import NewsModel
import SeededRandom
import Testing

@testable import Articles

/// Files of every format, changed at random: each is read or refused with a reason, and nothing
/// worse happens.
@Suite("Every format, damaged")
struct FormatFuzzTests {
  @Test("every format has a sample, which is read")
  func samples() throws {
    for sample in FormatSamples.all {
      #expect(
        try read("gazette/" + sample.path, bytes: sample.bytes).plain.first?.title.hasPrefix("Bell")
          == true,
        "\(sample.path)")
    }
    #expect(Set(FormatSamples.all.map(\.format)) == Set(ArticleFormats.table.map(\.name)))
  }

  @Test("changed at random", arguments: [UInt64(20_261_120), 20_261_121, 20_261_122])
  func damaged(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for sample in FormatSamples.all {
      for round in 0..<60 {
        let bytes = Self.damaged(sample.bytes, &random)
        do {
          let read = try read("gazette/" + sample.path, bytes: bytes)
          for article in read.plain {
            #expect(!article.title.isEmpty, "seed \(seed), \(sample.path), round \(round)")
          }
        } catch {
          #expect(
            error.description.hasPrefix("article not read: gazette/"),
            "seed \(seed), \(sample.path)")
        }
      }
    }
  }

  /// Some bytes changed, removed, doubled or moved, or the end cut off.
  private static func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where bytes.count > 2 {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(place + Int.random(in: 1...20, using: &random), bytes.count)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.removeLast(bytes.count - max(place, 1))
      case 4:
        bytes.insert(
          contentsOf: Array("<>&;[]{}\"'\n\0--".utf8).shuffled(using: &random), at: place)
      default: bytes.append(contentsOf: bytes[place..<end])
      }
    }
    return bytes
  }
}
