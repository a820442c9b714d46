import NewsModel

/// How an index of stories is to work.
public struct StoryConfiguration: Hashable, Sendable {
  /// What dates that no article states are worth to the window.
  public enum FileDates: Hashable, Sendable {
    /// A file's time places its article in the window.
    case boundTheWindow
    /// Such an article is within reach of every other, as in labelled collections.
    case reachEverything
  }

  /// Articles further apart than this are never compared, in days.
  public var windowDays: Int
  /// What a file's time is worth.
  public var fileDates: FileDates
  /// What a person has said of pairs.
  public var pins: StoryPins
  /// The weights.
  var model = MergeModel.shipped

  /// Makes a configuration.
  ///
  /// - Parameters:
  ///   - windowDays: Articles further apart are never compared; 14 in METHOD.md, step 4.
  ///   - fileDates: What a file's time is worth.
  ///   - pins: What a person has said of pairs.
  public init(
    windowDays: Int = 14, fileDates: FileDates = .boundTheWindow, pins: StoryPins = StoryPins()
  ) {
    self.windowDays = windowDays
    self.fileDates = fileDates
    self.pins = pins
  }

  /// A digest of the weights and thresholds: with another one the same articles may be other stories.
  public var modelDigest: String { ContentDigest("\(model)").hex(digits: 16) }
}
