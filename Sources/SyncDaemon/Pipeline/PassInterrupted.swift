/// The error of a pass that was given up because the service is told to stop. The next pass
/// finishes what it began.
struct PassInterrupted: Error, CustomStringConvertible {
  var description: String { "newsfold is stopping. What was begun is finished at the next start." }
}
