import Testing

/// Waits until something that another thread does has happened; fails the test if it does not within two minutes: every
/// other test runs at the same time, and a busy machine is no failure.
func eventually(
  _ what: String, location: SourceLocation = #_sourceLocation, _ condition: () async -> Bool
) async {
  let deadline = ContinuousClock.now.advanced(by: .seconds(120))
  while await !condition() {
    guard ContinuousClock.now < deadline else {
      Issue.record("\(what): not in time", sourceLocation: location)
      return
    }
    // The file system and the scheduler are real here; a look a millisecond later sees what they did.
    try? await Task.sleep(for: .milliseconds(1))
  }
}
