import NewsModel
import SeededRandom
import Testing

@testable import Stories

@Suite("Notices from one template")
struct NoticeSlotsTests {
  @Test(
    "five hundred notices of one outlet are as many stories, and hardly a score is kept",
    arguments: [1, 2] as [UInt64])
  func many(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let places = ["Quillmere", "Sandrock", "Pellworth", "Dunmore", "Kesten", "Hallow"]
    let articles = (0..<500).map { number in
      let size = "\(Int.random(in: 1...5, using: &chance)).\(Int.random(in: 0...9, using: &chance))"
      let place = places.randomElement(using: &chance) ?? ""
      return InventedNews.article(
        "quake-\(number)", outlet: "Seismic Desk",
        title: "Magnitude \(size) earthquake near \(place)",
        "An earthquake of magnitude \(size) was recorded \(Int.random(in: 0..<90, using: &chance)) km north of \(place) at a depth of "
          + "\(Int.random(in: 0..<200, using: &chance)) km, the seismic office said. No damage was reported.",
        published: InventedNews.noon(1, hours: Double(number) / 4))
    }
    var index = StoryIndex()
    index.insert(contentsOf: articles)
    _ = index.regroup()

    #expect(index.groups.count > 450, "seed \(seed)")
    // By chance a few have one figure and one place.
    #expect((index.groups.map(\.count).max() ?? 0) <= 4, "seed \(seed)")
    #expect(index.counts.keptScores < 100, "seed \(seed)")
  }
}
