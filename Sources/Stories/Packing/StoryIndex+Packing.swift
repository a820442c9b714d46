public import NewsModel

/// An index as bytes, so that the next process need not read the texts, find the candidates and
/// score them again.
///
/// The bytes are made of the articles and can be thrown away at any time. They begin with a mark of
/// the format and of the engine that made them and end with their SHA-256 (FIPS 180-4), so that
/// nothing but what was written is ever taken for it. Articles lie in the order of their times.
extension StoryIndex {
  /// The first bytes. The number is raised when the bytes are laid out otherwise; what features,
  /// candidates and groups are made of is part of the engine's digest.
  private static let format = Array("newsfold index 1\n".utf8)

  /// Packs the index.
  ///
  /// - Parameter engine: A digest of everything but the articles that the index depends on.
  /// - Returns: The bytes; nil if something has changed since the last `regroup`.
  /// - Complexity: O(*n*) in the terms of all articles.
  public func packed(engine: ContentDigest) -> [UInt8]? {
    guard isSettled else { return nil }
    var writer = ByteWriter()
    writer.put(Self.format)
    writer.put(engine.bytes)
    for pairs in [pins.together, pins.apart] {
      writer.put(count: pairs.count)
      for pair in pairs.sorted() {
        writer.put(pair.first.rawValue)
        writer.put(pair.second.rawValue)
      }
    }
    let order = slots.indices.filter { slots[$0].article != nil }.sorted {
      Self.place(slots[$0]) < Self.place(slots[$1])
    }
    var places = [Int32](repeating: -1, count: slots.count)
    for (place, slot) in order.enumerated() { places[slot] = Int32(place) }
    writer.put(count: order.count)
    for slot in order { pack(slots[slot], at: places[slot], places, into: &writer) }
    let groups = groupMembers.values.map { $0.map { places[Int($0)] } }.sorted { $0[0] < $1[0] }
    writer.put(count: groups.count)
    for group in groups {
      writer.put(count: group.count)
      writer.put(group)
    }
    return writer.bytes + ContentDigest(writer.bytes).bytes
  }

  private static func place(_ slot: ArticleSlot) -> (Int64, ArticleID) {
    (slot.article?.time.milliseconds ?? 0, slot.article?.id ?? ArticleID(""))
  }

  private func pack(
    _ slot: ArticleSlot, at place: Int32, _ places: [Int32], into writer: inout ByteWriter
  ) {
    guard let article = slot.article else { return }
    writer.put(article.id.rawValue)
    writer.put(article.source?.first ?? 0)
    writer.put(article.source?.second ?? 0)
    writer.put(article.time.milliseconds)
    writer.put(UInt8(article.time.isEvidence ? 1 : 0))
    writer.put(count: article.titleEnds.count)
    for end in article.titleEnds {
      writer.put(count: end.wordCount)
      writer.put(end.tail)
      writer.put(end.stem)
      writer.put(end.bar)
      writer.put(UInt8(end.isSection ? 1 : 0))
    }
    writer.put(count: slot.cut.count)
    for term in slot.cut {
      writer.put(term.term)
      writer.put(term.weight)
      writer.put(term.calendar.packed)
      writer.put(UInt8(term.isName ? 1 : 0))
    }
    writer.put(slot.part.map { places[Int($0.first)] } ?? -1)
    writer.put(slot.part.map { places[Int($0.match)] } ?? -1)
    writer.put(UInt8(slot.part?.follows == true ? 1 : 0))
    writer.put(UInt8(slot.isListed ? 1 : 0))
    // A copy has the features of the one that it follows, in one memory.
    let leader = slot.part?.leader.map { slots[Int($0)].article?.features }
    let isShared = leader.map { $0 === article.features } ?? false
    writer.put(UInt8(isShared ? 1 : 0))
    if !isShared { article.features.pack(into: &writer) }
    // Each score once, at the later end.
    let earlier = slot.neighbours.filter { places[Int($0.slot)] < place }
    writer.put(count: earlier.count)
    for neighbour in earlier {
      writer.put(places[Int(neighbour.slot)])
      writer.put(Int32(truncatingIfNeeded: neighbour.score.text.millionths))
      writer.put(Int32(truncatingIfNeeded: neighbour.score.time.millionths))
      writer.put(UInt8((neighbour.score.isDated ? 1 : 0) | (neighbour.score.isReprint ? 2 : 0)))
    }
  }

  /// Reads a packed index.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - engine: The digest of the engine that is to have made them.
  ///   - configuration: The settings; the pins are those of the packed index.
  /// - Throws: `PackingError`.
  /// - Complexity: O(*n*) in the terms of all articles.
  public init(
    packed bytes: [UInt8], engine: ContentDigest,
    configuration: StoryConfiguration = StoryConfiguration()
  ) throws(PackingError) {
    let digestCount = engine.bytes.count
    guard bytes.starts(with: Self.format) else { throw .otherFormat }
    guard bytes.count >= Self.format.count + 2 * digestCount else { throw .damaged }
    guard bytes[Self.format.count...].starts(with: engine.bytes) else { throw .otherEngine }
    let end = bytes.count - digestCount
    var digest = RunningDigest()
    digest.update(bytes[..<end])
    guard digest.digest.bytes.elementsEqual(bytes[end...]) else { throw .damaged }
    let found = bytes[(Self.format.count + digestCount)..<end]
      .withUnsafeBytes { body -> Result<PackedContents, PackingError> in
        do throws(PackingError) {
          return .success(try PackedContents(body))
        } catch {
          return .failure(error)
        }
      }
    self.init(try found.get(), configuration: configuration)
  }

  /// Whether the index holds an article as it is, and not only one of its id.
  public func holds(_ article: Article) -> Bool {
    guard let slot = slotOfArticle[article.id] else { return false }
    return slots[Int(slot)].article?.source == SourceMark(article)
  }

  /// The articles.
  public var articles: some Collection<ArticleID> { slotOfArticle.keys }
}
