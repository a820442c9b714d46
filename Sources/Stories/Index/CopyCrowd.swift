internal import Algorithms

/// The articles of one `LikenessKey`, and which of them stand for others.
///
/// An article stands for itself, or it follows one that tells all that it tells: a copy word for
/// word (`CopyKey`) follows the first; a near copy, which prints one text with another
/// (`PairScore.isReprint`), follows that when so many of its near copies stand already. Reports
/// that print one text are one report whatever else there is (`Reprints`), so what is lost are the
/// scores of the later ones with third articles. Who follows is a function of the set of articles:
/// they are taken in the order of their times, ties by id.
struct CopyCrowd: Sendable {
  /// The near copies of one text that stand. No collection has so many of a day.
  static let standingCount = 16
  /// The texts that an article is compared with, the latest. A mark can be that of a passage which
  /// an outlet prints under all its articles: those are each a text of their own.
  private static let textCount = 4

  /// The slots of the articles, in the order of their times.
  private(set) var members: [Int32] = []
  /// The place from which on it is to be decided anew who follows.
  private var staleFrom = Int.max

  /// An article's part in the crowd.
  struct Part: Hashable, Sendable {
    /// The first article that prints its text, itself if it is that.
    var first: Int32
    /// The article by which that was seen, itself if it is the first.
    var match: Int32
    /// Whether `match` stands for it.
    var follows: Bool

    /// The part of an article that stands, whatever else there is.
    static func alone(_ slot: Int32) -> Part { Part(first: slot, match: slot, follows: false) }

    /// The article that stands for it; nil if it stands itself.
    var leader: Int32? { follows ? match : nil }
  }

  /// Adds an article.
  ///
  /// - Parameters:
  ///   - slot: The article.
  ///   - precedes: The order of two slots.
  mutating func insert(_ slot: Int32, precedes: (Int32, Int32) -> Bool) {
    let place = members.partitioningIndex { !precedes($0, slot) }
    members.insert(slot, at: place)
    staleFrom = min(staleFrom, place)
  }

  /// Adds an article behind the others, whose part and theirs are decided.
  mutating func append(_ slot: Int32) { members.append(slot) }

  /// Removes an article.
  mutating func remove(_ slot: Int32) {
    guard let place = members.firstIndex(of: slot) else { return }
    members.remove(at: place)
    staleFrom = min(staleFrom, place)
  }

  /// The answers about articles that decide who follows whom.
  struct Facts {
    /// The part of an article when it was decided last; nil if it is new.
    var part: (Int32) -> Part?
    var copyKey: (Int32) -> CopyKey?
    var outlet: (Int32) -> UInt32?
    /// Whether two articles print one text.
    var areOneReport: (Int32, Int32) -> Bool
  }

  /// Decides who follows whom, from the first place on that has changed.
  ///
  /// - Returns: The parts that were decided anew.
  /// - Complexity: O(*n*) in the articles, with some comparisons for each that comes after the
  ///   change.
  mutating func decide(_ facts: Facts) -> [(slot: Int32, part: Part)] {
    defer { staleFrom = .max }
    if members.count == 1 { return [(members[0], .alone(members[0]))] }
    var texts = Texts(facts: facts)
    var found: [(slot: Int32, part: Part)] = []
    for (place, slot) in members.enumerated() {
      let known = place < staleFrom ? facts.part(slot) : nil
      let part = known ?? texts.part(of: slot)
      if known == nil { found.append((slot, part)) }
      if !part.follows { texts.stand(slot, part) }
    }
    return found
  }

  /// The texts of the articles so far.
  private struct Texts {
    /// A text that several articles print.
    struct Text {
      /// The first article, and the first one of another outlet that stands. Of two texts of one
      /// outlet passages do not count (`SharedPassages`), so that near copies of one outlet may be
      /// told from each other.
      var witnesses: [Int32]
      var standing = 0
    }

    let facts: Facts
    private var texts: [Int32: Text] = [:]
    /// The first articles of texts with as many standing as may, and of the others.
    private var full: [Int32] = []
    private var open: [Int32] = []
    private var copies: [CopyKey?: Int32] = [:]
    private var firsts: [Int32: Int32] = [:]

    init(facts: Facts) { self.facts = facts }

    /// Decides about the next article.
    func part(of slot: Int32) -> Part {
      if let copy = copies[facts.copyKey(slot)], facts.areOneReport(copy, slot) {
        return Part(first: firsts[copy] ?? copy, match: copy, follows: true)
      }
      let before = facts.part(slot)?.match
      for (texts, follows) in [(full, true), (open, false)] {
        for first in texts.suffix(CopyCrowd.textCount).reversed() {
          let match = self.texts[first]?.witnesses.first {
            $0 == before || facts.areOneReport($0, slot)
          }
          if let match { return Part(first: first, match: match, follows: follows) }
        }
      }
      return .alone(slot)
    }

    /// Takes in an article that stands.
    mutating func stand(_ slot: Int32, _ part: Part) {
      firsts[slot] = part.first
      let key = facts.copyKey(slot)
      if copies[key] == nil { copies[key] = slot }
      if part.first == slot { open.append(slot) }
      var text = texts[part.first] ?? Text(witnesses: [slot])
      text.standing += 1
      if text.witnesses.count == 1, facts.outlet(text.witnesses[0]) != facts.outlet(slot) {
        text.witnesses.append(slot)
      }
      texts[part.first] = text
      if text.standing == CopyCrowd.standingCount, let place = open.lastIndex(of: part.first) {
        open.remove(at: place)
        full.append(part.first)
      }
    }
  }
}
