import Articles
import FoundationEssentials
import SyncDaemon

/// The files and directories that `newsfold read` was given, read as the files of a site would be.
struct FilesToRead {
  private let paths: [String]
  private let working = FileManager.default.currentDirectoryPath
  private let files = POSIXFiles()
  private let rules = IgnoreRules()
  private let reading = ArticleReading()

  init(_ paths: [String]) {
    self.paths = paths
  }

  /// Reads the files, in the order of the arguments; those of a directory in the order of their
  /// names.
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

  /// Reads one file under its path in a site, if it is given one. Without one it is the path from
  /// the working directory, or the name alone if the file lies outside of it.
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
        path: path, file: ArticleFile(path: name, bytes: bytes, modified: modified, now: Date()),
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
