import FoundationEssentials
import NewsModel

/// The address to open in a browser, and a check that the published links lead there.
enum ServedAddress {
  /// The address at which a browser on this machine finds the pages.
  static func toOpen(_ listening: HostAndPort) -> String {
    let host = listening.isEveryAddress ? "127.0.0.1" : listening.host
    return "http://\(HostAndPort(host: host, port: listening.port))/"
  }

  /// The reason why links that start with `base_url` cannot lead to this server; nil if they can.
  ///
  /// A public address may be anything, because a web server may stand in front. A loopback address
  /// is this machine, so its port must be the server's.
  static func misfit(baseURL: String, listening: HostAndPort) -> String? {
    guard let url = URL(string: baseURL), let host = url.host(), url.scheme == "http" else {
      return nil
    }
    let base = HostAndPort(
      host: host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host, port: url.port ?? 80)
    guard base.isLoopback else { return nil }
    let cure = "Set base_url to the address that readers open."
    if listening.isEveryAddress {
      return
        "links start with \(baseURL), which is another machine for whoever reads from one. \(cure)"
    }
    if base.port != listening.port || !listening.isLoopback {
      return "links start with \(baseURL), and newsfold listens at \(listening). \(cure)"
    }
    return nil
  }
}
