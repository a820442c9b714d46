/// A pass that was given up since the service is to leave; the next one finishes what it began.
struct PassInterrupted: Error, CustomStringConvertible {
  var description: String { "newsfold is stopping. What was begun is finished at the next start." }
}
