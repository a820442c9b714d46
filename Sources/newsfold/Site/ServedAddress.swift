import FoundationEssentials
import NewsModel

/// The address that a browser is to open, and whether the links that are published lead there.
enum ServedAddress {
  /// Where a browser on this machine finds what is served.
  static func toOpen(_ listening: HostAndPort) -> String {
    let host = listening.isEveryAddress ? "127.0.0.1" : listening.host
    return "http://\(HostAndPort(host: host, port: listening.port))/"
  }

  /// Why the links that start with `base_url` cannot lead to what is served; nil if they can.
  ///
  /// A public address may be anything, since a web server may stand in front. A loopback address is
  /// this machine, and then the port is known.
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
