/// The sums over the terms of two articles that all evidence is made of, in whole numbers.
struct SharedTerms {
  /// Body · body.
  var body: UInt64 = 0
  /// The opening of the first that the second's text says, and the other way round.
  var openingInSecond = 0
  var openingInFirst = 0
  /// The title of the first that the second's text says, and the other way round.
  var titleInSecond = 0
  var titleInFirst = 0
  /// The static weight of the terms that both leads hold.
  var leadWeight = 0
  /// Whether both leads hold a number in common.
  var sharesNumber = false

  /// Walks both lists of terms, which are ordered, side by side.
  init(_ first: ArticleFeatures, _ second: ArticleFeatures) {
    first.terms.withUnsafeBufferPointer { one in
      second.terms.withUnsafeBufferPointer { other in
        var i = 0
        var j = 0
        while i < one.count, j < other.count {
          let a = one[i]
          let b = other[j]
          if a.term == b.term {
            body += UInt64(a.body) * UInt64(b.body)
            openingInSecond += Int(a.opening)
            openingInFirst += Int(b.opening)
            titleInSecond += Int(a.title)
            titleInFirst += Int(b.title)
            if a.lead > 0, b.lead > 0 {
              leadWeight += Int(a.weight)
              if a.isNumber { sharesNumber = true }
            }
            i += 1
            j += 1
          } else if a.term < b.term {
            i += 1
          } else {
            j += 1
          }
        }
      }
    }
  }
}
