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
  func resync(_ request: SyncRequest) async throws -> SyncReport? {
    try await ask(
      ControlRequest(.resync, full: request.isFull, paths: request.paths), SyncReport.self)
  }

  /// What the service says of itself; nil if none runs.
  func status() async throws -> SiteStatus? {
    // A status is at hand at any time; a service that does not give it in ten seconds hangs.
    try await ask(ControlRequest(.status), SiteStatus.self, patience: .seconds(10))
  }

  private func ask<Answer: Decodable & Sendable>(
    _ request: ControlRequest, _ type: Answer.Type, patience: Duration? = nil
  ) async throws -> Answer? {
    do {
      let response = try await client.send(request, patience: patience)
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
