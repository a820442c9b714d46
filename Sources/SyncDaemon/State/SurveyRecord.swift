/// The findings of a look at all articles directories, kept for the next look.
public struct SurveyRecord: Hashable, Codable, Sendable {
  /// The file systems (`st_dev`) of the articles directories, by the name that newsfold gives them
  /// ("" is the first one), and of each folder below that is on another file system.
  public var devices: [FilePath: UInt64]
  /// Whether archived files were missing while more than `withdraw_share` of all files were. Then
  /// none of them counts as gone until all are there again, or a person says so.
  public var keepsArchive: Bool

  /// Makes a record; without arguments, that of a site that was never looked at.
  public init(devices: [FilePath: UInt64] = [:], keepsArchive: Bool = false) {
    self.devices = devices
    self.keepsArchive = keepsArchive
  }

  private enum Key: String, CodingKey {
    case devices, keepsArchive
  }

  /// Reads a record.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let devices = try container.decode([String: UInt64].self, forKey: .devices)
    self.devices = Dictionary(
      devices.map { (FilePath($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    keepsArchive = try container.decodeIfPresent(Bool.self, forKey: .keepsArchive) ?? false
  }

  /// Writes a record.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(
      Dictionary(devices.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first }),
      forKey: .devices)
    if keepsArchive { try container.encode(keepsArchive, forKey: .keepsArchive) }
  }
}
