internal import Algorithms

/// Articles in order of time.
struct PostingList: Sendable {
  /// An article on a list.
  struct Posting {
    /// `PublicationTime.minute`: it finds, and the article's own time decides.
    var minute: Int32
    /// The slot, and in the lowest bit whether the article's opening says the term.
    private var mark: UInt32

    var slot: Int32 { Int32(bitPattern: mark >> 1) }
    var isInOpening: Bool { mark & 1 == 1 }

    init(minute: Int32, slot: Int32, isInOpening: Bool) {
      self.minute = minute
      mark = UInt32(bitPattern: slot) << 1 | (isInOpening ? 1 : 0)
    }
  }

  private var postings: [Posting] = []

  var isEmpty: Bool { postings.isEmpty }

  /// Lists an article behind those of its minute.
  mutating func insert(_ posting: Posting) {
    // Most articles are newer than those before them.
    if let last = postings.last, last.minute > posting.minute {
      postings.insert(posting, at: place(of: posting.minute))
    } else {
      postings.append(posting)
    }
  }

  /// Takes an article of a minute off the list if it is on it.
  mutating func remove(_ slot: Int32, at minute: Int32) {
    var index = place(of: minute)
    while index < postings.count, postings[index].slot != slot { index += 1 }
    if index < postings.count { postings.remove(at: index) }
  }

  /// The articles of some minutes.
  func part(within minutes: ClosedRange<Int32>) -> ArraySlice<Posting> {
    let last = minutes.upperBound
    let end = last == .max ? postings.count : place(of: last + 1)
    return postings[place(of: minutes.lowerBound)..<end]
  }

  /// The first place that is not before a minute.
  private func place(of minute: Int32) -> Int {
    postings.partitioningIndex { $0.minute >= minute }
  }
}
