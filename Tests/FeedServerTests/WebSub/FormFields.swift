import Foundation

/// The fields of `application/x-www-form-urlencoded`, by name.
struct FormFields {
  private let fields: [String: String]

  init(_ text: String) {
    var fields: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1).map {
        String($0).replacing("+", with: " ").removingPercentEncoding ?? ""
      }
      fields[parts[0]] = parts.count > 1 ? parts[1] : ""
    }
    self.fields = fields
  }

  subscript(_ name: String) -> String? { fields[name] }
}
