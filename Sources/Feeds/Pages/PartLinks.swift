import NewsModel

/// The links between the parts of a list that is too long for one page.
struct PartLinks {
  let phrases: Phrases
  /// The number of the part that the links stand on, from 1.
  let current: Int
  /// The number of parts.
  let count: Int
  /// The relative address of the first part, ending in `index.html`.
  let first: String

  /// The most links that a reader looks through; of more parts only the first, the last and the
  /// near ones are linked.
  private static let limit = 30

  var html: HTMLFragment {
    guard count > 1 else { return "" }
    let numbers = (1...count).filter { number in
      count <= Self.limit || number == 1 || number == count || abs(number - current) <= 5
    }
    var html: HTMLFragment = "<nav class=\"parts\" aria-label=\"\(phrases.parts)\">\n"
    var last = 0
    for number in numbers {
      if number > last + 1 { html += "<span>…</span>\n" }
      last = number
      if number == current {
        html += "<a aria-current=\"page\">\(number)</a>\n"
      } else {
        html += "<a href=\"\(address(of: number))\">\(number)</a>\n"
      }
    }
    return html + "</nav>\n"
  }

  private func address(of number: Int) -> String {
    number == 1 ? first : first.dropLast("index.html".count) + "\(number)/index.html"
  }
}
