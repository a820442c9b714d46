/// The articles under one term, in order of their kind, then of time.
///
/// Half of all terms are in one article alone: a list of one is kept in place, without a block of
/// memory of its own.
enum PostingList: Sendable {
  /// A kind of article under a term, of which a search looks at a part of its own.
  enum Kind: UInt32 {
    /// Dated ones that have it among the terms that reach far.
    case far
    /// Dated ones that have it among the others.
    case near
    case undated
  }

  /// An article on a list.
  struct Posting {
    /// `PublicationTime.minute`: it finds, and the article's own time decides.
    var minute: Int32
    /// The slot, the kind, and in the lowest bit whether the article's opening says the term.
    private var mark: UInt32

    var slot: Int32 { Int32(bitPattern: mark >> 3) }
    var isInOpening: Bool { mark & 1 == 1 }

    /// The kind and the minute as one number, for the order.
    fileprivate var order: UInt64 { PostingList.order(UInt64(mark >> 1 & 3), minute) }

    /// Makes a posting.
    ///
    /// - Parameters:
    ///   - minute: The minute of publication.
    ///   - slot: The slot, below 2²⁹: more articles than a machine has memory for.
    ///   - kind: The kind.
    ///   - isInOpening: Whether the article's opening says the term.
    init(minute: Int32, slot: Int32, kind: Kind, isInOpening: Bool) {
      self.minute = minute
      mark = UInt32(bitPattern: slot) << 3 | kind.rawValue << 1 | (isInOpening ? 1 : 0)
    }
  }

  case none
  case one(Posting)
  case several([Posting])

  /// Makes an empty list.
  init() { self = .none }

  var isEmpty: Bool { if case .none = self { true } else { false } }

  /// Lists an article behind those of its minute.
  mutating func insert(_ posting: Posting) {
    switch self {
    case .none: self = .one(posting)
    case .one(let first):
      self = .several(posting.order < first.order ? [posting, first] : [first, posting])
    case .several(var postings):
      // Out of the list, so that it is not copied.
      self = .none
      // Most articles are newer than those before them.
      if let last = postings.last, last.order > posting.order {
        postings.insert(posting, at: Self.place(of: posting.order + 1, in: postings[...]))
      } else {
        postings.append(posting)
      }
      self = .several(postings)
    }
  }

  /// Takes an article of a kind and a minute off the list if it is on it.
  mutating func remove(_ slot: Int32, _ kind: Kind, at minute: Int32) {
    switch self {
    case .none: return
    case .one(let only): if only.slot == slot { self = .none }
    case .several(var postings):
      self = .none
      var index = Self.place(of: Self.order(UInt64(kind.rawValue), minute), in: postings[...])
      while index < postings.count, postings[index].slot != slot { index += 1 }
      if index < postings.count { postings.remove(at: index) }
      self = postings.count == 1 ? .one(postings[0]) : .several(postings)
    }
  }

  /// Calls `body` with the articles of a kind and some minutes.
  @inline(__always)
  func withPart(
    _ kind: Kind, within minutes: ClosedRange<Int32>,
    _ body: (UnsafeBufferPointer<Posting>) -> Void
  ) {
    let first = Self.order(UInt64(kind.rawValue), minutes.lowerBound)
    let last = Self.order(UInt64(kind.rawValue), minutes.upperBound)
    switch self {
    case .none: return
    case .one(let only):
      guard (first...last).contains(only.order) else { return }
      withUnsafePointer(to: only) { body(UnsafeBufferPointer(start: $0, count: 1)) }
    case .several(let postings):
      postings.withUnsafeBufferPointer { postings in
        let start = Self.place(of: first, in: postings)
        let end = start + Self.place(of: last + 1, in: postings[start...])
        if start < end { body(UnsafeBufferPointer(rebasing: postings[start..<end])) }
      }
    }
  }

  private static func order(_ kind: UInt64, _ minute: Int32) -> UInt64 {
    kind << 32 | UInt64(UInt32(bitPattern: minute) ^ 1 << 31)
  }

  /// The number of articles before a place in the order.
  private static func place<Postings: RandomAccessCollection>(
    of order: UInt64, in postings: Postings
  ) -> Int where Postings.Element == Posting, Postings.Index == Int {
    var (low, high) = (postings.startIndex, postings.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if postings[middle].order < order { low = middle + 1 } else { high = middle }
    }
    return low - postings.startIndex
  }
}
