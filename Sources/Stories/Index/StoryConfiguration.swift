import NewsModel

/// The settings of an index of stories.
public struct StoryConfiguration: Hashable, Sendable {
  /// The use of file times as dates of articles that state none.
  public enum FileDates: Hashable, Sendable {
    /// A file's time places its article in the window.
    case boundTheWindow
    /// Such an article is within reach of every other, as in labelled collections.
    case reachEverything
  }

  /// The choice of the articles within reach of one another that are compared.
  public enum Comparison: Hashable, Sendable {
    /// Those that share enough of their heaviest terms.
    case candidates
    /// All of them, at a cost that grows with their number squared: to measure what the candidates
    /// leave out.
    case exhaustive
  }

  /// Articles further apart than this are never compared, in days.
  public var windowDays: Int
  /// The use of file times.
  public var fileDates: FileDates
  /// The decisions of a person on pairs.
  public var pins: StoryPins
  /// The choice of the articles that are compared.
  public var comparison = Comparison.candidates
  /// The weights.
  var model = MergeModel.shipped

  /// Makes a configuration.
  ///
  /// - Parameters:
  ///   - windowDays: Articles further apart are never compared; of two dated ones no score is kept
  ///     beyond 7.2 days in any case (`MergeModel.farthestDays`), so it bounds those without a
  ///     date.
  ///   - fileDates: The use of file times.
  ///   - pins: The decisions of a person on pairs.
  public init(
    windowDays: Int = 14, fileDates: FileDates = .boundTheWindow, pins: StoryPins = StoryPins()
  ) {
    self.windowDays = windowDays
    self.fileDates = fileDates
    self.pins = pins
  }

  /// Raised when candidates are found, features are read or groups are made otherwise, which no
  /// weight tells.
  private static let version = 3

  /// A digest of how stories are made: with another one the same articles may be other stories.
  public var modelDigest: String {
    ContentDigest("\(Self.version) \(model.stored)").hex(digits: 16)
  }
}
