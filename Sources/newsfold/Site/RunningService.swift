import FoundationEssentials
import SyncDaemon

/// The service of a site, if one runs.
struct RunningService {
  private let client: ControlClient

  init(_ site: Site) {
    client = ControlClient(
      path: ControlSocketPath(
        stateDirectory: site.stateDirectory, environment: ProcessInfo.processInfo.environment))
  }

  /// Lets the service look again; nil if none runs.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - progress: Told how far the service is.
  /// - Returns: What changed; nil if none runs.
  /// - Throws: `ControlError`, `Failure`.
  func resync(
    _ request: SyncRequest, progress: @escaping @Sendable (ControlProgress) -> Void
  ) async throws -> SyncReport? {
    try await ask(
      ControlRequest(.resync, full: request.isFull, paths: request.paths), SyncReport.self,
      progress: progress)
  }

  /// What the service says of itself; nil if none runs.
  func status() async throws -> SiteStatus? {
    // A status is at hand at any time; a service that does not give it in ten seconds hangs.
    try await ask(ControlRequest(.status), SiteStatus.self, patience: .seconds(10))
  }

  private func ask<Answer: Decodable & Sendable>(
    _ request: ControlRequest, _ type: Answer.Type, patience: Duration? = nil,
    progress: @escaping @Sendable (ControlProgress) -> Void = { _ in }
  ) async throws -> Answer? {
    do {
      let response = try await client.send(request, patience: patience, progress: progress)
      return try AnswerCoding.value(type, of: response)
    } catch let error as ControlError {
      if case .notRunning = error { return nil }
      throw error
    } catch let failure as ControlFailure {
      throw Failure(
        Failure.Status(rawValue: failure.exitStatus) ?? .readingOrWriting, failure.message)
    }
  }
}
