import Articles
import FoundationEssentials
import NewsModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads pages, prints what was read, and measures the time that it takes.
///
///     NEWSFOLD_ONLY=pure swift run --scratch-path .build-pure -c release ReadingBenchmark < PATHS
///
/// A path of a page a line in, a line of JSON out: `path`, `title`, `date`, `dateFrom`, `authors`,
/// `paragraphs`, `outlet`, `url`, or `path` and `error`. The last line has `pages` and
/// `milliseconds`, the processor's time for the reading alone. `.ci/extraction` compares it with
/// what people marked in the same pages.
@main
struct ReadingBenchmark {
  private struct Line: Encodable {
    var path: String
    var error: String?
    var title: String?
    var date: String?
    var dateFrom: String?
    var authors: [String]?
    var paragraphs: [String]?
    var outlet: String?
    var url: String?

    /// The last line.
    struct Total: Encodable {
      var pages: Int
      var milliseconds: Double
    }
  }

  static func main() throws {
    var lines: [Line] = []
    var milliseconds = 0.0
    while let path = readLine() {
      guard let data = FileManager.default.contents(atPath: path) else {
        lines.append(Line(path: path, error: "no such file"))
        continue
      }
      // Pages of the collections have any name; the last part without its extension is of no
      // weight.
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let file = ArticleFile(
        path: name.hasSuffix(".html") ? name : name + ".html", bytes: Array(data),
        modified: Date(timeIntervalSince1970: 1))
      let start = processorTime()
      let line = read(file, path: path)
      milliseconds += processorTime() - start
      lines.append(line)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    for line in lines { print(String(decoding: try encoder.encode(line), as: UTF8.self)) }
    let total = Line.Total(pages: lines.count, milliseconds: milliseconds)
    print(String(decoding: try encoder.encode(total), as: UTF8.self))
  }

  private static func read(_ file: ArticleFile, path: String) -> Line {
    do {
      guard let article = try ArticleReading().read(file).articles.first?.article else {
        return Line(path: path, error: "no article")
      }
      return Line(
        path: path, title: article.title,
        date: article.published.formatted(.iso8601), dateFrom: article.dateOrigin.rawValue,
        authors: article.authors.map(\.name), paragraphs: article.paragraphs,
        outlet: article.outlet, url: article.url)
    } catch {
      return Line(path: path, error: "\(error)")
    }
  }

  /// The milliseconds of the processor so far.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
