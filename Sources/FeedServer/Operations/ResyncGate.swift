import NewsModel
import Synchronization

/// Decides who may call `POST /resync`, and how often.
final class ResyncGate: Sendable {
  /// The decision about a request.
  enum Verdict: Equatable, Sendable {
    case admitted
    case unauthorised
    /// Too many requests; try again after these seconds.
    case tooMany(seconds: Int)
  }

  /// The seconds between two resyncs: a pass over a large archive takes about as long.
  static let interval: Int64 = 10
  /// The most wrong tokens a minute from one host: guessing 16 bytes at this rate takes for ever.
  static let wrongTokens = 10
  /// The most hosts that are counted one by one within a minute; further ones share one count. They
  /// take a few hundred kilobytes.
  static let hosts = 4096

  private struct Contents {
    var lastAdmitted: Int64 = .min
    var minute: Int64 = .min
    var wrong: [ClientAddress?: Int] = [:]
  }

  private let digest: [UInt8]
  private let clock: @Sendable () -> Int64
  private let contents = Mutex(Contents())

  /// Makes a gate.
  ///
  /// - Parameters:
  ///   - token: The secret, at least 16 bytes.
  ///   - clock: Seconds that only go forward.
  /// - Throws: `FeedServerError.weakToken`.
  init(token: [UInt8], clock: @escaping @Sendable () -> Int64) throws(FeedServerError) {
    guard token.count >= FeedServerConfiguration.leastTokenByteCount else {
      throw .weakToken(byteCount: token.count)
    }
    digest = Array(ContentDigest(token).hex.utf8)
    self.clock = clock
  }

  /// Judges the value of an `Authorization` field (RFC 6750 §2.1).
  ///
  /// The right token passes whatever others have tried, from the same host, too: behind a web
  /// server all are one.
  func judge(_ authorization: String?, from client: ClientAddress) -> Verdict {
    let now = clock()
    let isRight = isRight(authorization)
    return contents.withLock { contents in
      if contents.minute != now / 60 {
        contents.minute = now / 60
        contents.wrong = [:]
      }
      guard isRight else {
        let isCounted = contents.wrong[client] != nil || contents.wrong.count < ResyncGate.hosts
        let host = isCounted ? client : nil
        guard contents.wrong[host, default: 0] < ResyncGate.wrongTokens else {
          return .tooMany(seconds: Int(60 - now % 60))
        }
        contents.wrong[host, default: 0] += 1
        return .unauthorised
      }
      let next = contents.lastAdmitted == .min ? now : contents.lastAdmitted + ResyncGate.interval
      guard now >= next else { return .tooMany(seconds: Int(next - now)) }
      contents.lastAdmitted = now
      return .admitted
    }
  }

  /// Compares whole digests, so that the time taken does not tell how much of a token is right.
  private func isRight(_ authorization: String?) -> Bool {
    guard let authorization, authorization.prefix(7).lowercased() == "bearer " else { return false }
    let token = Array(String(authorization.dropFirst(7)).trimmingSpaces().utf8)
    let other = Array(ContentDigest(token).hex.utf8)
    var difference: UInt8 = 0
    for (mine, theirs) in zip(digest, other) { difference |= mine ^ theirs }
    return difference == 0
  }
}
