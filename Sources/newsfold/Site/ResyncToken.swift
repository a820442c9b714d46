import FeedServer
import SyncDaemon

/// The bearer token of `POST /resync`, in the file that the setting `resync_token_file` names.
enum ResyncToken {
  /// Reads the token, without the spaces and line ends around it.
  ///
  /// - Returns: Nil if the setting names no file.
  /// - Throws: `SettingsError` if there is no such file, or it holds too few bytes to be secret.
  static func read(_ settings: Settings, of site: Site) throws(SettingsError) -> [UInt8]? {
    guard let file = settings.resyncTokenFile else { return nil }
    let path = Site.absolutePath(file, from: site.root)
    func unusable(_ reason: String, _ remedy: String) -> SettingsError {
      .unusableFile(key: "resync_token_file", path: path, reason: reason, remedy: remedy)
    }
    let bytes: [UInt8]?
    do throws(FileError) {
      bytes = try POSIXFiles().read(path)
    } catch {
      throw unusable(error.reason, "Make it readable.")
    }
    let cure = "Make one: openssl rand -hex 32 > \(path)"
    guard let bytes else { throw unusable("no such file", cure) }
    let token = bytes.filter { $0 > 0x20 }
    let least = FeedServerConfiguration.leastTokenByteCount
    guard token.count >= least else {
      throw unusable("a token of \(token.count) bytes can be guessed; it needs \(least)", cure)
    }
    return token
  }
}
