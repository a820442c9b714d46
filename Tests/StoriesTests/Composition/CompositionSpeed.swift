import Foundation
import NewsModel
import Testing

@testable import Stories

/// Prints how long the composition of invented stories takes; a time is no test, so that it runs only when asked.
///
///     NEWSFOLD_SPEED=1 swift test -c release -Xswiftc -enable-testing --filter CompositionSpeed.
@Suite(
  "CompositionSpeed", .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["NEWSFOLD_SPEED"] != nil))
struct CompositionSpeed {
  @Test("composes stories of many articles", arguments: [2, 30, 300])
  func speed(count: Int) {
    var generator = SeededGenerator(seed: 7)
    let vocabulary = (0..<3000).map { _ in
      String(
        (0..<Int.random(in: 2...10, using: &generator)).map { _ in
          "aeioubcdfgklmnprst".randomElement(using: &generator) ?? "a"
        })
    }
    let articles = (0..<count).map { number in
      Sample.article(
        "outlet\(number)", hours: Double(number) / 10,
        (0..<12).map { _ in
          (0..<3).map { _ in
            // Zipf-like: half of the words are of the first fifty.
            let words = (0..<22).map { _ in
              vocabulary[
                Int.random(in: 0..<(Bool.random(using: &generator) ? 50 : 3000), using: &generator)]
            }
            return words.joined(separator: " ")
              + " \(Int.random(in: 2..<90, using: &generator)) people."
          }.joined(separator: " ")
        })
    }
    let story = Sample.story(articles)
    let clock = ContinuousClock()
    let times = (0..<9).map { _ in
      clock.measure { _ = EntryComposer().composition(of: story, articles: articles) }
    }.sorted()

    print(
      count, "articles of", articles[0].text.utf8.count, "bytes: median", times[4], "least",
      times[0])
  }
}
