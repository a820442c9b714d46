internal import NewsModel

/// The contents of a packed index, checked so far that nothing in them leads nowhere.
struct PackedContents {
  /// The pins that the index had.
  private(set) var pins = StoryPins()
  /// The articles in the order of their times.
  private(set) var slots: [ArticleSlot] = []
  /// The groups that scores make.
  private(set) var groups: [[Int32]] = []

  /// Reads the bytes.
  init(_ bytes: UnsafeRawBufferPointer) throws(PackingError) {
    var reader = ByteReader(bytes)
    pins.together = try Self.pairs(&reader)
    pins.apart = try Self.pairs(&reader)
    let count = try reader.count(of: 50)
    slots.reserveCapacity(count)
    for place in 0..<count { try readSlot(place, of: count, &reader) }
    try share()
    try readGroups(&reader)
    guard reader.isAtEnd else { throw .damaged }
  }

  private static func pairs(_ reader: inout ByteReader) throws(PackingError) -> Set<ArticlePair> {
    var pairs: Set<ArticlePair> = []
    for _ in 0..<(try reader.count(of: 8)) {
      let first = ArticleID(try reader.text())
      pairs.insert(ArticlePair(first, ArticleID(try reader.text())))
    }
    return pairs
  }

  private mutating func readSlot(
    _ place: Int, of count: Int, _ reader: inout ByteReader
  ) throws(PackingError) {
    var slot = ArticleSlot()
    let id = ArticleID(try reader.text())
    let source = SourceMark(first: try reader.number(), second: try reader.number())
    let time = PublicationTime(
      milliseconds: try reader.number(), isEvidence: try reader.number(UInt8.self) == 1)
    var ends: [TitleEnd] = []
    for _ in 0..<(try reader.count(of: 25)) {
      ends.append(
        TitleEnd(
          wordCount: Int(try reader.number(UInt32.self)), tail: try reader.number(),
          stem: try reader.number(), bar: try reader.number(),
          isSection: try reader.number(UInt8.self) == 1))
    }
    for _ in 0..<(try reader.count(of: 7)) {
      slot.cut.append(
        TermOccurrence(
          term: try reader.number(), weight: try reader.number(),
          calendar: CalendarMark(packed: try reader.number()),
          isName: try reader.number(UInt8.self) == 1))
    }
    let (first, match) = (try reader.number(Int32.self), try reader.number(Int32.self))
    let follows = try reader.number(UInt8.self) == 1
    guard (-1..<count).contains(Int(first)), (-1..<count).contains(Int(match)),
      (first < 0) == (match < 0), first >= 0 || !follows
    else { throw .damaged }
    if first >= 0 { slot.part = CopyCrowd.Part(first: first, match: match, follows: follows) }
    slot.isListed = try reader.number(UInt8.self) == 1
    let features: ArticleFeatures
    if try reader.number(UInt8.self) == 1 {
      // The one that it follows is earlier, so that it is there.
      guard follows, match < place, let shared = slots[Int(match)].article else { throw .damaged }
      features = shared.features
    } else {
      features = try ArticleFeatures(&reader)
    }
    slot.article = PreparedArticle(
      id: id, time: time, features: features, source: source, titleEnds: ends)
    for _ in 0..<(try reader.count(of: 13)) {
      let other = try reader.number(Int32.self)
      let (text, time) = (try reader.number(Int32.self), try reader.number(Int32.self))
      let flags = try reader.number(UInt8.self)
      guard (0..<place).contains(Int(other)) else { throw .damaged }
      let score = PairScore(
        text: LogOdds(millionths: Int64(text)), time: LogOdds(millionths: Int64(time)),
        isDated: flags & 1 == 1, isReprint: flags & 2 == 2)
      slot.neighbours.append(ArticleSlot.Neighbour(slot: other, score: score))
      slots[Int(other)].neighbours.append(
        ArticleSlot.Neighbour(slot: Int32(place), score: score))
    }
    slots.append(slot)
  }

  /// Gives those that stand for others their followers.
  private mutating func share() throws(PackingError) {
    var ids: Set<ArticleID> = []
    for place in slots.indices {
      guard let id = slots[place].article?.id, ids.insert(id).inserted else { throw .damaged }
      guard let leader = slots[place].part?.leader else { continue }
      // A leader stands itself: nothing goes round in circles.
      guard Int(leader) != place, slots[Int(leader)].part?.follows == false else { throw .damaged }
      slots[Int(leader)].followers.append(Int32(place))
    }
  }

  private mutating func readGroups(_ reader: inout ByteReader) throws(PackingError) {
    for number in 0..<(try reader.count(of: 8)) {
      let group = try reader.numbers(try reader.count(of: 4), Int32.self)
      guard !group.isEmpty else { throw .damaged }
      for place in group {
        guard slots.indices.contains(Int(place)), slots[Int(place)].group == nil,
          slots[Int(place)].isListed
        else { throw .damaged }
        slots[Int(place)].group = number
      }
      groups.append(group)
    }
    // Whoever is listed is in a group, and who follows is not.
    guard slots.allSatisfy({ $0.isListed == ($0.group != nil) && $0.isListed != $0.isFollower })
    else { throw .damaged }
  }
}
