import FoundationEssentials
import SyncDaemon

/// The running service of a site, if there is one.
struct RunningService {
  private let client: ControlClient
  private let lockPath: String

  /// The interval at which a service that does not listen yet is tried again: a person waits no
  /// longer than that for nothing.
  private static let interval: Duration = .milliseconds(100)

  init(_ site: Site) {
    lockPath = site.lockPath
    client = ControlClient(
      path: ControlSocketPath(
        stateDirectory: site.stateDirectory, environment: ProcessInfo.processInfo.environment))
  }

  /// The service that holds the site, whether it listens or not; nil if none runs.
  var holder: LockHolder? {
    SiteLock.holder(path: lockPath).flatMap { $0.task == .service ? $0 : nil }
  }

  /// The process that makes one pass of its own now; nil if none does.
  var pass: LockHolder? {
    SiteLock.holder(path: lockPath).flatMap { $0.task == .pass ? $0 : nil }
  }

  /// Lets the service look again; nil if none runs.
  ///
  /// One that has begun and still loads what it remembers, or that is about to leave, is waited
  /// for.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - waiting: Told whom it waits for, again and again.
  ///   - progress: Told how far the service is.
  /// - Returns: What changed; nil if none runs.
  /// - Throws: `ControlError`, `Failure`.
  func resync(
    _ request: SyncRequest, waiting: (LockHolder) -> Void,
    progress: @escaping @Sendable (ControlProgress) -> Void
  ) async throws -> SyncReport? {
    while true {
      let answer = try await ask(
        ControlRequest(
          .resync, full: request.isFull, withdraws: request.absence == .withdraws,
          paths: request.paths.map(\.text)), SyncReport.self,
        progress: progress)
      guard answer == nil, let holder else { return answer }
      waiting(holder)
      try await Task.sleep(for: Self.interval)
    }
  }

  /// The service's own account; nil if none runs.
  func status() async throws -> SiteStatus? {
    try await ask(ControlRequest(.status), SiteStatus.self, patience: Self.patience)
  }

  /// The texts of the settings and pins that it goes by; nil if none runs, or none that this user
  /// may ask.
  func configuration() async -> ConfigurationTexts? {
    // Who cannot be asked is not waited for: the files say nearly as much, and errors of the
    // service are for `status`.
    try? await ask(
      ControlRequest(.configuration), ConfigurationTexts.self, patience: Self.patience)
  }

  /// Lets the service take up the pins, and the settings if wanted, and look at everything; nil if
  /// none runs.
  ///
  /// - Throws: `ControlError`, `Failure`.
  func takeUp(
    _ command: ControlRequest.Command, progress: @escaping @Sendable (ControlProgress) -> Void
  ) async throws -> SyncReport? {
    try await ask(ControlRequest(command), SyncReport.self, progress: progress)
  }

  /// The time within which an answer that is always at hand must come; a service that takes longer
  /// hangs.
  private static let patience: Duration = .seconds(10)

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
