/// The place and reason of a fault in JSON.
struct JSONError: Error, Equatable {
  var line: Int
  var column: Int
  var reason: String
}
