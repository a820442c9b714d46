import Glibc
import Testing

@testable import SyncDaemon

extension PipelineSite {
  /// Whether this machine has a second file system.
  static let hasOtherDisk: Bool = {
    var (here, there) = (stat(), stat())
    return stat("/tmp", &here) == 0 && stat("/dev/shm", &there) == 0 && here.st_dev != there.st_dev
  }()

  /// Makes the articles directory a disk that can be unmounted: a link to a directory beside it.
  func useDisk() {
    directory.rename("articles", to: "disk")
    link("articles", to: directory["disk"])
  }

  /// Shows another directory where the articles were.
  func mount(_ other: String) {
    directory.remove(file: "articles")
    link("articles", to: other)
  }

  /// Shows the articles again.
  func remount() { mount(directory["disk"]) }

  private func link(_ name: String, to target: String) {
    #expect(symlink(target, directory[name]) == 0)
  }
}
