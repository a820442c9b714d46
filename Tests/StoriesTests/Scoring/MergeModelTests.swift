import Testing

@testable import Stories

@Suite("MergeModel")
struct MergeModelTests {
  @Test("what is stored of a model has the names of the version of 2026-12-01")
  func stored() {
    var model = MergeModel.shipped
    model.weights = SIMD16(
      4.47, 2.99, 2.25, 1.06, -0.66, -0.19, -0.37, -0.79, -0.80, -3.20, 0, -2.0, -0.5, -3.5, -20,
      0)
    model.weightsAcrossLanguages = SIMD16(
      3.84, 0, 0, 0, 0, 0, 0, 0, 0, -9.10, 2.94, 0, 0, 0, 0, 0)
    (model.time, model.timeGrace, model.timeMissing, model.limit) = (-4.5, 0.55, -1.6, 6)
    (model.absent, model.support, model.link, model.threshold) = (-2.3, -1.7, -1.1, -1.2)
    (model.reprint, model.secondThreshold, model.secondGrowth) = (6.2, -1.6, 0.5)
    (model.growth, model.fewPairs, model.spanShare, model.copy) = (0.3, 5, 30, 3.5)
    (model.rift, model.riftOfLooser, model.riftAtOnce) = (1.3, 0.7, 0.0)
    (model.fewAtOnce, model.riftDoubt) = (4, 20)

    #expect(
      model.stored
        == "MergeModel(weights: SIMD16<Double>(4.47, 2.99, 2.25, 1.06, -0.66, -0.19, -0.37, -0.79, "
        + "-0.8, -3.2, 0.0, -2.0, -0.5, -3.5, -20.0, 0.0), weightsAcrossLanguages: "
        + "SIMD16<Double>(3.84, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -9.1, 2.94, 0.0, 0.0, 0.0, "
        + "0.0, 0.0), time: -4.5, timeGrace: 0.55, timeMissing: -1.6, limit: 6.0, absent: -2300000, "
        + "support: -1700000, link: -1100000, threshold: -1200000, reprint: 6.2, "
        + "secondThreshold: -1600000, secondGrowth: 0.5, growth: 0.3, fewPairs: 5, spanShare: 30, "
        + "copy: 3500000, rift: 1300000, riftOfLooser: 700000, riftAtOnce: 0, fewAtOnce: 4, "
        + "riftDoubt: 20)")
  }

  @Test("each number of a model is in it, by a name of its own")
  func complete() {
    let names = MergeModel.shipped.stored.dropFirst("MergeModel(".count)
      .replacing(/SIMD16<Double>\([^)]*\)/, with: "").split(separator: ", ").count
    #expect(Mirror(reflecting: MergeModel.shipped).children.count == names)
  }

  @Test("another model has another digest, and a sum of scores is exact in every order")
  func digest() {
    var other = StoryConfiguration()
    other.model.rift = other.model.rift + 0.000_001
    #expect(other.modelDigest != StoryConfiguration().modelDigest)
    #expect(StoryConfiguration().modelDigest == StoryConfiguration(windowDays: 3).modelDigest)

    let parts = (1...9).map { LogOdds(Double($0) / 7) }
    #expect(parts.reduce(.zero, +) == parts.reversed().reduce(.zero, +))
    #expect(LogOdds(0.000_000_5) == 0.000_001 && LogOdds(-2.3).millionths == -2_300_000)
  }
}
