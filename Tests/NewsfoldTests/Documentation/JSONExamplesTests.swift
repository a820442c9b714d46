import Foundation
import NewsModel
import Stories
import SyncDaemon
import Testing

@testable import newsfold

@Suite("JSON in the documentation")
struct JSONExamplesTests {
  /// Reads an example into its type and writes it as the command would.
  private static func written<Value: Codable>(_ type: Value.Type, _ example: String) throws
    -> String
  {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let text = try decoder.singleValueContainer().decode(String.self)
      return try #require(Timestamp.rfc3339(text), "no date: \(text)")
    }
    return try Output.jsonText(try decoder.decode(type, from: Data(example.utf8)))
  }

  /// The type of the example in each section of the page.
  private static let types: [String: @Sendable (String) throws -> String] = [
    "newsfold stories": { try written([StoryListing].self, $0) },
    "newsfold show": { try written(StoryListing.self, $0) },
    "newsfold show, of a story that was withdrawn": { try written(WithdrawnStory.self, $0) },
    "newsfold explain": { try written(PairExplanation.self, $0) },
    "newsfold status": { try written(SiteStatus.self, $0) },
    "newsfold read": { try written([ReadListing].self, $0) },
    "newsfold sync, newsfold resync, newsfold reload": { try written(SyncReport.self, $0) },
    "newsfold pin, newsfold unpin": { try written(Pinning.Outcome.self, $0) },
    "newsfold check, newsfold validate": { try written([SiteCheck.Finding].self, $0) },
    "newsfold config": { try written(ConfigurationListing.self, $0) },
    "newsfold evaluate": { try written(EvaluateCommand.Scores.self, $0) },
  ]

  @Test(
    "each example is what its command prints: read into the type and written again it is the same")
  func examples() throws {
    for (heading, text) in try Documentation.sections(of: Documentation.json) {
      let blocks = Documentation.blocks("json", in: text)
      #expect(!blocks.isEmpty, "no example: \(heading)")
      for block in blocks {
        guard let write = Self.types[heading] else {
          // A new section of the page needs its type in the list above.
          Issue.record("no type is known for the example of \"\(heading)\"")
          continue
        }
        let example = try JSONDecoder().decode(JSONValue.self, from: Data(block.utf8))
        let written = try JSONDecoder().decode(JSONValue.self, from: Data(try write(block).utf8))
        #expect(written == example, "\(heading)")
      }
    }
  }

  @Test("the evidence of the example adds up to its score, and its names are those of the program")
  func evidence() throws {
    let text = try Documentation.section("newsfold explain", of: Documentation.json)
    let block = try #require(Documentation.blocks("json", in: text).first)
    let pair = try JSONDecoder().decode(PairExplanation.self, from: Data(block.utf8))
    let names = Set(EvidenceName.allCases.map(\.rawValue))

    #expect(pair.evidence.values.reduce(0, +) == pair.score)
    #expect(Set(pair.order) == Set(pair.evidence.keys) && Set(pair.order) == Set(pair.values.keys))
    #expect(names.isSuperset(of: pair.order))
    // The table has every name, and no other.
    let listed = Documentation.table(text).map { $0[0].filter { $0 != "`" } }
    #expect(Set(listed) == names && listed.count == names.count)
  }

  @Test(
    "every kind of decision, relation, reason and change that the page names is one of the program")
  func words() throws {
    let page = try Documentation.page(Documentation.json)
    for relation in [Relation.canonical, .repost, .rewrite, .independent] {
      #expect(page.contains("`\(relation.rawValue)`"))
    }
    for reason in [PairEvidence.Reason.tooLittleInCommon, .outsideWindow] {
      #expect(page.contains("`\(reason.rawValue)`"))
    }
  }
}
