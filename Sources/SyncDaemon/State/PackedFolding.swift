import FoundationEssentials
import Logging
import NewsModel
import Stories

/// The things that a fold leaves to the next start: the index of the open articles, and whether the
/// stories are its groups.
///
/// Both are made of the state, and the state alone counts: what is missing, damaged, of another
/// state or of another program is made again.
struct PackedFolding {
  /// A note that the stories were the groups of the articles.
  struct Seal: Hashable, Codable {
    /// The digest of the program and the model.
    var engine: String
    /// The mark of the state.
    var mark: String
    /// The digest of the pins of pairs.
    var pins: String
  }

  private let index: any DerivedFile
  private let seal: any DerivedFile
  private let engine: ContentDigest?

  /// The places of a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - program: The mark of the program; nil keeps nothing.
  init(_ store: any StateStore, program: ContentDigest? = ProgramMark.current) {
    index = store.derived("index")
    seal = store.derived("groups.json")
    engine = program.map { ContentDigest($0.hex + StoryConfiguration().modelDigest) }
  }

  /// The seal of a state; nil if its mark is not known.
  func seal(of mark: ContentDigest?, _ pins: StoryPins) -> Seal? {
    guard let mark, let engine else { return nil }
    let names = [pins.together, pins.apart].map { pairs in
      pairs.sorted().map { "\($0.first) \($0.second)" }.joined(separator: "\n")
    }
    return Seal(
      engine: engine.hex, mark: mark.hex,
      pins: ContentDigest(names.joined(separator: "\n\n")).hex)
  }

  /// The seal that is there.
  var kept: Seal? {
    // Silence is right: a seal that cannot be read is none.
    seal.read().flatMap { try? JSONDecoder().decode(Seal.self, from: Data($0)) }
  }

  /// Puts a seal in the place of the one that is there.
  func keep(_ fresh: Seal, _ log: Logger) {
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      try seal.replace(with: Array(try encoder.encode(fresh)) + [UInt8(ascii: "\n")])
    } catch {
      Self.note(error, log)
    }
  }

  /// Reads the index; nil if there is none for this program.
  func read(_ log: Logger) -> StoryIndex? {
    guard let engine, let bytes = index.read() else { return nil }
    do {
      return try StoryIndex(packed: bytes, engine: engine)
    } catch {
      log.info(
        "the index of articles is made again", metadata: ["stage": "fold", "cause": "\(error)"])
      return nil
    }
  }

  /// Puts an index in the place of the one that is there.
  ///
  /// - Returns: Whether it is there.
  func keep(_ fresh: StoryIndex, _ log: Logger) -> Bool {
    guard let engine, let bytes = fresh.packed(engine: engine) else { return false }
    do {
      try index.replace(with: bytes)
      return true
    } catch {
      Self.note(error, log)
      return false
    }
  }

  private static func note(_ error: any Error, _ log: Logger) {
    log.warning(
      "the next start takes longer: what it needs is not kept",
      metadata: ["stage": "remember", "cause": "\(error)"])
  }
}
