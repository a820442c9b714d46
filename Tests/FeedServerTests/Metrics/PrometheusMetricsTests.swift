import CoreMetrics
import Metrics
import Testing

@testable import FeedServer

@Suite("PrometheusMetrics")
struct PrometheusMetricsTests {
  private let metrics = PrometheusMetrics(help: ["newsfold_stories": "Stories\nnow"])

  @Test("each kind is rendered under its conventional name, sorted, with help and type")
  func kinds() {
    Counter(label: "newsfold.articles-read", factory: metrics).increment(by: 3)
    Gauge(label: "newsfold_stories", factory: metrics).record(17)
    Recorder(label: "newsfold_batch", factory: metrics).record(2.5)

    #expect(
      metrics.text == """
        # TYPE newsfold_articles_read_total counter
        newsfold_articles_read_total 3
        # TYPE newsfold_batch summary
        newsfold_batch_sum 2.5
        newsfold_batch_count 1
        # HELP newsfold_stories Stories\\nnow
        # TYPE newsfold_stories gauge
        newsfold_stories 17

        """)
  }

  @Test("dimensions are labels, escaped and sorted; the same ones are the same series")
  func labels() {
    for _ in 0..<2 {
      Counter(
        label: "c", dimensions: [("stage", "a\"b\\c\nd"), ("kind", "x")], factory: metrics
      ).increment()
    }

    #expect(metrics.text.contains(#"c_total{kind="x",stage="a\"b\\c\nd"} 2"#))
  }

  @Test("durations are cumulative buckets of seconds")
  func histogram() {
    let timer = Timer(label: "d", factory: metrics)
    timer.recordNanoseconds(50_000)
    timer.recordNanoseconds(2_000_000)
    timer.recordNanoseconds(400_000_000_000)

    let text = metrics.text

    for line in [
      "# TYPE d_seconds histogram", #"d_seconds_bucket{le="0.0001"} 1"#,
      #"d_seconds_bucket{le="0.0025"} 2"#, #"d_seconds_bucket{le="300"} 2"#,
      #"d_seconds_bucket{le="+Inf"} 3"#, "d_seconds_sum 400.00205", "d_seconds_count 3",
    ] {
      #expect(text.contains(line + "\n"), "\(line)")
    }
  }

  @Test("a dimension without bound cannot fill the memory")
  func bound() {
    for number in 0..<2 * PrometheusMetrics.seriesLimit {
      Counter(label: "c", dimensions: [("n", "\(number)")], factory: metrics).increment()
    }

    #expect(metrics.text.split(separator: "\n").count == PrometheusMetrics.seriesLimit + 1)
  }

  @Test("one name for two kinds keeps the first")
  func conflict() {
    Counter(label: "same_total", factory: metrics).increment()
    Meter(label: "same_total", factory: metrics).set(9)

    #expect(metrics.text.contains("same_total 1"))
    #expect(!metrics.text.contains("same_total 9"))
  }
}
