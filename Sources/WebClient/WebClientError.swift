/// The reason why there is no answer to a request.
public enum WebClientError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The server could not be reached, broke off, or took too long; in words.
  case failed(String)
  /// The task that asked was cancelled.
  case cancelled
  /// The system gave no memory or no thread.
  case exhausted

  /// The reason in words: `connection refused`.
  public var description: String {
    switch self {
    case .failed(let words): words
    case .cancelled: "cancelled"
    case .exhausted: "out of memory or threads"
    }
  }
}
