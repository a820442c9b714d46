/// A request to the running service, one JSON object on one line.
public struct ControlRequest: Hashable, Sendable, Codable {
  /// The kinds of request.
  public enum Command: String, Hashable, Sendable, Codable {
    /// Answer with the status of the service.
    case status
    /// Take up settings and pins, look again at everything or at some paths, and answer when it is
    /// done.
    case resync
    /// Take up settings and pins, look again at everything, and fail if one of the two is wrong.
    case reload
    /// Take up the pins, look again at everything, and fail if the pins are wrong.
    case pins
    /// Answer with the texts of the settings and pins in force.
    case configuration
  }

  /// The version of the protocol; another one is refused.
  public static let currentVersion = 1

  /// The version that the client speaks.
  public var version = currentVersion
  /// The kind.
  public var command: Command
  /// For `resync`: whether to read every file again.
  public var full: Bool
  /// For `resync`: whether everything that cannot be found is withdrawn.
  public var withdraws: Bool
  /// For `resync`: the absolute paths to look at; an empty list means everything.
  public var paths: [String]

  /// Makes a request.
  public init(
    _ command: Command, full: Bool = false, withdraws: Bool = false, paths: [String] = []
  ) {
    self.command = command
    self.full = full
    self.withdraws = withdraws
    self.paths = paths
  }

  /// Reads a request; `full`, `withdraws` and `paths` may be left out.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    version = try values.decode(Int.self, forKey: .version)
    command = try values.decode(Command.self, forKey: .command)
    full = try values.decodeIfPresent(Bool.self, forKey: .full) ?? false
    withdraws = try values.decodeIfPresent(Bool.self, forKey: .withdraws) ?? false
    paths = try values.decodeIfPresent([String].self, forKey: .paths) ?? []
  }
}
