import FoundationEssentials

/// Progress of long work: a line that overwrites itself on a terminal, nothing elsewhere.
final class ProgressLine {
  private let start: ContinuousClock.Instant
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant?

  init() { start = clock.now }

  /// Shows how much is done, at most ten times a second.
  func show(_ done: Int, of total: Int) {
    guard Output.hasTerminal else { return }
    let now = clock.now
    if let last, now - last < .milliseconds(100), done < total { return }
    last = now
    let seconds = max(
      0.001,
      Double((now - start).components.seconds)
        + Double((now - start).components.attoseconds) / 1e18)
    let rate = Double(done) / seconds
    let left = rate > 0 ? Int(Double(total - done) / rate) : 0
    Output.progress("\(done) of \(total) articles, \(Int(rate)) a second, \(left) s left")
  }

  /// Clears the line.
  func end() {
    if last != nil { Output.progress("") }
  }
}
