import Articles
import FoundationEssentials
import SyncDaemon

/// Files and directories that a person names, to be read as a site's would be.
struct FilesToRead {
  private let paths: [String]
  private let working = FileManager.default.currentDirectoryPath
  private let files = POSIXFiles()
  private let rules = IgnoreRules()
  private let reading = ArticleReading()

  init(_ paths: [String]) {
    self.paths = paths
  }

  /// What each file says, in the order of the arguments, and of the names below a directory.
  func listings() -> [ReadListing] {
    paths.flatMap { path -> [ReadListing] in
      let absolute = Site.absolutePath(path, from: working)
      var isDirectory = false
      guard FileManager.default.fileExists(atPath: absolute, isDirectory: &isDirectory) else {
        return [setAside(path, "article not read: \(path): no such file. Check the path.")]
      }
      return isDirectory ? below(absolute, named: path) : [listing(absolute, named: path)]
    }
  }

  private func below(_ directory: String, named path: String) -> [ReadListing] {
    var listings: [ReadListing] = []
    let prefix = path.hasSuffix("/") ? path : path + "/"
    DirectoryScan(roots: [directory]).forEach { file in
      let relative = file.relativePath.text
      listings.append(listing(file.path.text, named: prefix + relative, inSite: relative))
    } finding: { finding in
      let path = finding.path.text
      let own =
        path.hasPrefix(directory + "/") ? prefix + path.dropFirst(directory.count + 1) : path
      listings.append(setAside(own, "article is set aside: \(own): \(finding)"))
    }
    return listings
  }

  /// Reads one file; `inSite` is its path as a site would have it, else that from the working
  /// directory, or outside of it its name.
  private func listing(
    _ absolute: String, named path: String, inSite: String? = nil
  ) -> ReadListing {
    let name =
      inSite
      ?? (absolute.hasPrefix(working + "/")
        ? String(absolute.dropFirst(working.count + 1))
        : String(absolute.split(separator: "/").last ?? ""))
    if let rule = rules.rule(for: name) {
      var listing = ReadListing(path: path)
      listing.ignored = rule
      return listing
    }
    do {
      guard let bytes = try files.read(absolute), let status = try files.status(absolute) else {
        return setAside(path, "article not read: \(path): it has gone meanwhile. Try again.")
      }
      let modified = Date(timeIntervalSince1970: Double(status.modified) / 1000)
      return ReadListing(
        path: path, file: ArticleFile(path: name, bytes: bytes, modified: modified),
        reading: reading)
    } catch {
      return setAside(path, "article not read: \(error)")
    }
  }

  private func setAside(_ path: String, _ reason: String) -> ReadListing {
    var listing = ReadListing(path: path)
    listing.setAside = reason
    return listing
  }
}
