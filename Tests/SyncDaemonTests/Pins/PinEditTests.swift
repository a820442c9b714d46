import NewsModel
import SeededRandom
import Testing

@testable import SyncDaemon

@Suite("Changing pins.yaml by a command")
struct PinEditTests {
  /// Edits a text in which every name is an article, except those that begin with "no". Names with
  /// the same first letter are one story.
  private func edit(_ text: String, _ change: PinChange) throws -> PinEdit {
    try PinEdit(
      change, text: text, path: "pins.yaml",
      resolve: { $0.hasPrefix("no") ? nil : ArticleID($0) },
      storyOf: { article in EntryID(String("\(article)".prefix(1))) })
  }

  private static let commented = """
    # Our pins, kept by Ada.
    together:
      # the flood
      - [a1, a2]  # same press release
      - [b1, "b2"]

    # Not the same fire.
    apart:
      - - c1  # ours
        # theirs
        - c2
        - c3
    lead: [a1, b1]  # who leads
    titles:
      a1: "The flood: a title"  # Bo asked for it

    # the end

    """

  @Test("what is added goes behind the last item of its section, and all else stays byte for byte")
  func adding() throws {
    #expect(
      try edit(Self.commented, .together(["d1", "d 2"])).text
        == Self.commented.replacing(
          "  - [b1, \"b2\"]\n", with: "  - [b1, \"b2\"]\n  - [d1, d 2]\n"))
    #expect(
      try edit(Self.commented, .apart(["d1", "e, f"])).text
        == Self.commented.replacing(
          "    - c3\n", with: "    - c3\n  - [d1, \"e, f\"]\n"))
    #expect(
      try edit(Self.commented, .title("New: one", of: "d1")).text
        == Self.commented.replacing(
          "# Bo asked for it\n", with: "# Bo asked for it\n  d1: \"New: one\"\n"))
    #expect(
      try edit(Self.commented, .lead("d1")).text
        == Self.commented.replacing(
          "lead: [a1, b1]  # who leads\n", with: "lead:  # who leads\n  - a1\n  - b1\n  - d1\n"))
  }

  @Test(
    "a file whose lines end as only YAML ends them is left to a person, and nothing traps",
    arguments: ["\r", "\u{85}", "\u{2028}", "\u{2029}"])
  func otherLines(end: String) {
    let text = "apart: [[c1, \(end)c2]]\n\ntitles:\n  a1: one\n"
    let changes = [
      PinChange.together(["d1", "d2"]), .title("two", of: "a1"), .unpin(["c1"]), .lead("a1"),
    ]
    for change in changes {
      #expect { try edit(text, change) } throws: { error in
        "\(error)".contains("Edit it by hand: ")
      }
    }
  }

  @Test("a title that is there is replaced in its place, with its comment")
  func replacing() throws {
    #expect(
      try edit(Self.commented, .title("Other", of: "a1")).text
        == Self.commented.replacing("\"The flood: a title\"", with: "Other"))
  }

  @Test("what is taken back goes, its comment stays, and a list of one goes whole")
  func takingBack() throws {
    #expect(
      try edit(Self.commented, .unpin(["a2"])).text
        == Self.commented.replacing(
          "  - [a1, a2]  # same press release\n", with: "  # same press release\n"))
    #expect(
      try edit(Self.commented, .unpin(["c2"])).text
        == Self.commented.replacing(
          "  - - c1  # ours\n    # theirs\n    - c2\n    - c3\n",
          with: "  # ours\n  # theirs\n  - [c1, c3]\n"))
    let all = try edit(Self.commented, .unpin(["a1", "b1"]))
    #expect(all.pins.together.isEmpty && all.pins.lead.isEmpty && all.pins.titles.isEmpty)
    #expect(all.lines.count == 5)
    for comment in Self.commented.split(separator: "\n").compactMap({ line in
      line.firstIndex(of: "#").map { line[$0...] }
    }) {
      #expect(all.text.contains(comment), "\(comment)")
    }
  }

  @Test(
    "a file of any form can be added to",
    arguments: [
      "", "\n", "# nothing yet\n", "together:\n", "together: []\n", "together: ~  # none\n",
      "together: [[a, b], [c, d]]\n", "together: [\n  [a, b], # first\n  [c, d]\n]\nlead: [a]\n",
      "together:\n- [a, b]\n", "together:\n-\n  - a\n  - b\n", "together:\n  - [a, b]",
      "together:\r\n  - [a, b]  # x\r\nlead: [a]\r\n", "lead: [a]\ntogether: [[a, b]]\n",
      "---\ntogether:\n  - [a,\n     b]\n# end\n", "titles: {a: \"x # y\", b: 'it''s'}\n",
    ])
  func forms(text: String) throws {
    let before = try PinsReader.read(yaml: text, path: "pins.yaml")

    let together = try edit(text, .together(["x", "y"]))
    let lead = try edit(together.text, .lead("z"))
    let title = try edit(lead.text, .title("T", of: "z"))
    let back = try edit(title.text, .unpin(["x", "z"]))

    #expect(together.pins.together == before.together + [["x", "y"]])
    #expect(title.pins.titles.last == .init(article: "z", title: "T"))
    #expect(back.pins == before)
    if text.contains("\r\n") { #expect(!title.text.replacing("\r\n", with: "").contains("\n")) }
    for comment in ["# nothing yet", "# none", "# first", "# x\r", "# end"]
    where text.contains(comment) { #expect(back.text.contains(comment)) }
  }

  @Test("random changes of random files do what they say, and lose no comment", arguments: 0..<40)
  func random(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var text = "# top\n"
    var expected = 1
    for step in 0..<30 {
      let names = (0..<2).map { _ in
        "\(["a", "b", "c"].randomElement(using: &random) ?? "")\(Int.random(in: 0..<9, using: &random))"
      }
      let change: PinChange =
        switch Int.random(in: 0..<5, using: &random) {
        case 0: .together(names)
        case 1: .apart(names)
        case 2: .lead(names[0])
        case 3: .title("T \(step): #\(step)", of: names[0])
        default: .unpin([names[0]])
        }
      do {
        let edit = try edit(text, change)
        text = edit.text
        // A person adds a comment beside it.
        if Bool.random(using: &random), !edit.lines.isEmpty, text.hasSuffix("]\n") {
          text = String(text.dropLast()) + "  # note \(step)\n"
          expected += 1
        }
      } catch let error as PinEditError {
        if case .notEditable = error {
          Issue.record("seed \(seed), step \(step): \(error)\n\(text)")
        }
      }
      let comments = text.split(separator: "\n").count {
        $0.contains("# note") || $0.contains("# top")
      }
      #expect(comments == expected, "seed \(seed), step \(step):\n\(text)")
    }
  }

  @Test("what contradicts pins that are there is explained, and not written")
  func contradictions() throws {
    let error = #expect(throws: PinEditError.self) {
      try edit(Self.commented, .apart(["a1", "a2"]))
    }
    #expect(
      error?.description
        == "nothing was pinned: pins contradict one another: pins.yaml: a1 and a2 are both together and "
        + "apart; apart wins. Remove one of the two. "
        + "`newsfold unpin ARTICLE` takes back what is said of one.")
    #expect(throws: PinEditError.self) { try edit(Self.commented, .lead("a2")) }
    #expect(throws: PinEditError.self) { try edit(Self.commented, .title("Mine", of: "a2")) }
    #expect(throws: PinEditError.noArticle("nobody")) {
      try edit("", .together(["a1", "nobody"]))
    }
    #expect(throws: PinEditError.sameArticle("a1", "a1")) { try edit("", .apart(["a1", "a1"])) }
    #expect(throws: PinEditError.notPinned(["d1"])) { try edit(Self.commented, .unpin(["d1"])) }
  }

  @Test("what is said already changes nothing")
  func already() throws {
    for change in [
      PinChange.together(["a2", "a1"]), .apart(["c3", "c1"]), .lead("a1"),
      .title("The flood: a title", of: "a1"),
    ] {
      let edit = try edit(Self.commented, change)

      #expect(edit.text == Self.commented)
      #expect(edit.lines.isEmpty)
    }
  }

  @Test("a pin of a name that means nothing by now is taken back by its name")
  func unknownName() throws {
    #expect(try edit("lead:\n  - nowhere\n  - a1\n", .unpin(["nowhere"])).text == "lead:\n  - a1\n")
  }

  @Test("a file that is wrong already is said to be, with its line")
  func wrongFile() {
    let error = #expect(throws: SettingsError.self) { try edit("together: [a\n", .lead("a1")) }

    #expect(
      error?.description
        == "pins are not read: pins.yaml:1: a list that begins with [ is not closed with ]. "
        + "Mend the YAML there.")
  }
}
