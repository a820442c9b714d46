import ArgumentParser
import FeedServer
import Stories
import SyncDaemon

/// The reason why a command ends with another exit status than 0.
struct Failure: Error, CustomStringConvertible {
  /// The exit statuses; 64, 73, 74 and 78 are those of `sysexits.h`.
  enum Status: Int32, CaseIterable {
    case someSetAside = 1
    case usage = 64
    case heldByAnother = 73
    case readingOrWriting = 74
    case settings = 78
  }

  let status: Status
  let description: String

  init(_ status: Status, _ description: String) {
    self.status = status
    self.description = description
  }

  /// Makes the failure, with its exit status, from an error of any module.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as SettingsError: self.init(.settings, "\(error)")
    case let error as PinEditError:
      switch error {
      case .notEditable: self.init(.settings, "\(error)")
      default: self.init(.usage, "\(error)")
      }
    case let error as FeedServerError:
      switch error {
      case .badAddress, .weakToken: self.init(.settings, "\(error)")
      default: self.init(.readingOrWriting, "\(error)")
      }
    case let error as SiteLockError:
      switch error {
      case .held: self.init(.heldByAnother, "\(error)")
      default: self.init(.readingOrWriting, "\(error)")
      }
    default: self.init(.readingOrWriting, "\(error)")
    }
  }

  /// Runs a command's work. An error is printed on standard error and becomes the exit status.
  static func reported(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = Failure(error)
      Output.complain(failure.description)
      throw ExitCode(failure.status.rawValue)
    }
  }
}
