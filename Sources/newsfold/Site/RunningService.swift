import FoundationEssentials
import SyncDaemon

/// The running service of a site, if there is one.
struct RunningService {
  private let client: ControlClient
  private let site: Site

  /// The interval between two tries to reach a service that does not listen yet.
  private static let interval: Duration = .milliseconds(100)

  init(_ site: Site) {
    self.site = site
    client = ControlClient(
      path: ControlSocketPath(
        stateDirectory: site.stateDirectory, environment: ProcessInfo.processInfo.environment))
  }

  /// The process that holds the site's lock as a service, whether it listens or not; nil if none
  /// runs.
  var holder: LockHolder? {
    site.stateStore().holder.flatMap { $0.task == .service ? $0 : nil }
  }

  /// The process that holds the site's lock for one pass; nil if none does.
  var pass: LockHolder? {
    site.stateStore().holder.flatMap { $0.task == .pass ? $0 : nil }
  }

  /// Asks the service to look at the site again.
  ///
  /// A service that is still loading its state, or that is about to end, is waited for.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - waiting: Called again and again with the process that is waited for.
  ///   - progress: Called with the progress that the service reports.
  /// - Returns: What changed; nil if no service runs.
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

  /// Asks the service for its status; nil if none runs.
  func status() async throws -> SiteStatus? {
    try await ask(ControlRequest(.status), SiteStatus.self, patience: Self.patience)
  }

  /// Asks the service for the texts of the settings and pins in force; nil if none runs, or if this
  /// user may not ask it.
  func configuration() async -> ConfigurationTexts? {
    // Silence is right: without an answer the files are used, which say nearly as much, and
    // `status` reports what is wrong with the service.
    try? await ask(
      ControlRequest(.configuration), ConfigurationTexts.self, patience: Self.patience)
  }

  /// Asks the service to take up the pins, and the settings if wanted, and to look at everything.
  ///
  /// - Throws: `ControlError`, `Failure`.
  /// - Returns: What changed; nil if no service runs.
  func takeUp(
    _ command: ControlRequest.Command, progress: @escaping @Sendable (ControlProgress) -> Void
  ) async throws -> SyncReport? {
    try await ask(ControlRequest(command), SyncReport.self, progress: progress)
  }

  /// The longest wait for an answer that needs no work; a service that takes longer hangs.
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
