/// One of the terms by which candidates are found.
struct SignatureTerm: Hashable, Sendable {
  /// The key of the term, or of its pivot term.
  var key: UInt32
  /// Its static weight in twentieths; one where terms are only counted.
  var weight: UInt8
  /// Whether the article's opening has it. There it tells of the event; elsewhere it may be
  /// background.
  var isInOpening: Bool
  /// Whether it finds articles at any distance in time, not only near ones (`TimeReach.isNear`).
  var reachesFar: Bool
}
