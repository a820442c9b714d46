/// The outcome of the conditional fields of a request (RFC 9110 §13).
enum Precondition: Equatable, Sendable {
  /// Every condition holds: answer as if there were none.
  case holds
  /// The client has this representation already: 304.
  case notModified
  /// A condition fails: 412.
  case failed

  /// Evaluates the conditions in the order of RFC 9110 §13.2.2, for GET and HEAD.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - tag: The strong entity tag of the selected representation.
  ///   - lastModified: Seconds since 1970.
  ///   - now: Seconds since 1970, for dates with two-digit years.
  init(_ request: DocumentRequest, tag: EntityTag, lastModified: Int64, now: Int64) {
    self = .holds
    if let value = request.ifMatch {
      guard EntityTagList(value).matchesStrongly(tag) else {
        self = .failed
        return
      }
    } else if let value = request.ifUnmodifiedSince,
      let date = HTTPDate.seconds(value, now: now), lastModified > date
    {
      self = .failed
      return
    }
    if let value = request.ifNoneMatch {
      // §13.1.3: a date beside If-None-Match is ignored.
      if value == tag.opaque || EntityTagList(value).matchesWeakly(tag) { self = .notModified }
    } else if let value = request.ifModifiedSince,
      let date = HTTPDate.seconds(value, now: now), lastModified <= date
    {
      self = .notModified
    }
  }
}
