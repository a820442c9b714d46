/// Where and why a text is no JSON.
struct JSONError: Error, Equatable {
  var line: Int
  var column: Int
  var reason: String
}
