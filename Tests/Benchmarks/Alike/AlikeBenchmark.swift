import FoundationEssentials
import NewsModel
import SeededRandom
import Stories

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Measures merging with articles that are alike: a site that answers each address with one page,
/// or prints notices from a template.
///
///     NEWSFOLD_ONLY=pure swift run --scratch-path .build-pure -c release AlikeBenchmark KIND COUNT
///
/// KIND is `identical`, `near` (one page with another number in each), `templated` (notices over 60
/// days) or `unlike`, to compare with. The articles come a thousand at a time, as a directory that
/// is read. One process a line, since the peak of memory is the process's.
@main
struct AlikeBenchmark {
  private static let places = [
    "Quillmere", "Sandrock", "Pellworth", "Dunmore", "Kesten", "Hallow", "Veldria", "Brindle",
    "Marrow",
    "Osterby",
  ]
  private static let report =
    "The ferry Osric ran aground off Quillmere on Monday with 212 people on board, the coastguard said. Two tugs freed it after six hours. "
    + "Captain Venn blamed a broken buoy near the old mole."
  private static let batch = 1000

  static func main() async {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[2]) else {
      print("AlikeBenchmark identical|near|templated|unlike COUNT")
      return
    }
    var chance = SeededGenerator(seed: 3)
    let words = (0..<40_000).map { _ in word(using: &chance) }
    var index = StoryIndex()
    let start = ContinuousClock.now
    for first in stride(from: 0, to: count, by: batch) {
      let articles = (first..<min(count, first + batch)).map {
        article($0, of: count, kind: arguments[1], words: words, using: &chance)
      }
      await index.insert(contentsOf: articles, tasks: 1)
      _ = index.regroup()
    }
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    print(
      "\(arguments[1])\t\(count) articles\t\(index.groups.count) stories\t\(index.counts.candidates) compared\t"
        + "\(index.counts.keptScores) kept\t\(start.duration(to: .now))\t\(usage.ru_maxrss / 1024) MB"
    )
  }

  private static func article(
    _ number: Int, of count: Int, kind: String, words: [String], using chance: inout SeededGenerator
  ) -> Article {
    let (title, text): (String, String)
    var seconds = 0
    switch kind {
    case "identical": (title, text) = ("Ferry Osric runs aground off Quillmere", report)
    case "near":
      (title, text) = (
        "Ferry Osric runs aground off Quillmere", report + " Page \(100_000 + number)."
      )
    case "templated":
      let place = places.randomElement(using: &chance) ?? ""
      let size = "\(Int.random(in: 1...5, using: &chance)).\(Int.random(in: 0...9, using: &chance))"
      let (far, deep) = (
        Int.random(in: 0..<90, using: &chance), Int.random(in: 0..<200, using: &chance)
      )
      title = "Magnitude \(size) earthquake near \(place)"
      text =
        "An earthquake of magnitude \(size) was recorded \(far) km north of \(place) at a depth of \(deep) km, the seismic office said. "
        + "No damage was reported."
      seconds = number * 60 * 86_400 / count
    default:
      title = (0..<7).map { _ in words.randomElement(using: &chance) ?? "" }.joined(separator: " ")
      text = (0..<40).map { _ in words.randomElement(using: &chance) ?? "" }.joined(separator: " ")
      seconds = number * 30 * 86_400 / count
    }
    return Article(
      id: ArticleID("\(kind)-\(number)"), outlet: "Quay Post", title: title, paragraphs: [text],
      language: "en", published: Date(timeIntervalSince1970: 1_790_000_000 + Double(seconds)),
      dateOrigin: .stated)
  }

  private static func word(using chance: inout SeededGenerator) -> String {
    (0..<Int.random(in: 2...4, using: &chance)).map { _ in
      String("bcdfglmnprstv".randomElement(using: &chance) ?? "b")
        + String("aeiou".randomElement(using: &chance) ?? "a")
    }.joined()
  }
}
