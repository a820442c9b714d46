import Testing

/// Waits until something that another thread does has happened; fails the test if a hundred
/// thousand looks do not see it.
///
/// Looks are counted and not seconds: every other test runs at the same time, and a busy machine,
/// where each look comes late, is no failure. On a quiet one they take two minutes.
func eventually(
  _ what: String, location: SourceLocation = #_sourceLocation, _ condition: () async -> Bool
) async {
  var looks = 0
  while await !condition() {
    looks += 1
    guard looks < 100_000 else {
      Issue.record("\(what): not seen", sourceLocation: location)
      return
    }
    // Real time, because the file system and the scheduler are real here.
    try? await Task.sleep(for: .milliseconds(1))
  }
}
