import Foundation
import Glibc
import Logging
import NewsModel
import Stories
import Testing

import protocol Feeds.PublishTarget

@testable import SyncDaemon

/// A site for tests of the whole pipeline: articles on the disk, the rest in memory, a clock that
/// is set by hand.
final class PipelineSite {
  let directory: TemporaryDirectory
  let site: Site
  var memory = MemoryFiles()
  var settings = Settings()
  var pinsText = ""
  /// 2026-03-20T12:00:00Z, after every article that a test does not date otherwise.
  var clock = Date(timeIntervalSince1970: 1_774_008_000)
  /// Compresses documents; does nothing unless a test needs it.
  var compress: @Sendable ([UInt8]) -> [UInt8]? = { _ in nil }
  var log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  /// The targets before the directory.
  var targets: [any PublishTarget] = []
  /// Called with the stages of each pass.
  var onProgress: (@Sendable (PassStage) -> Void)?
  /// Whether a pass is to stop.
  var isStopping: (@Sendable () -> Bool)?
  /// The time of the clock that never jumps.
  var uptime: Duration = .zero
  private var writes = 0
  private var pipeline: Pipeline?
  private let kind = StoreKind.current
  /// The store, if state is kept in memory.
  private var remembered = MemoryStateStore()

  init() throws {
    directory = try TemporaryDirectory()
    site = Site(root: directory.path)
    directory.make(directory: "articles")
  }

  var publicDirectory: String { site.publicDirectory }

  func path(_ name: String) -> String { directory["articles/" + name] }

  func file(_ name: String) -> FilePath { FilePath(path(name)) }

  private func makeFolder(of name: String) {
    var folder = "articles"
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(directory[folder], 0o755)
    }
  }

  func write(_ text: String, to name: String) {
    makeFolder(of: name)
    directory.write(text, to: "articles/" + name)
    // Written at the test's time; each write has a time of its own.
    writes += 1
    let time = timespec(
      tv_sec: Int(clock.timeIntervalSince1970.rounded(.down)), tv_nsec: writes % 1_000_000)
    #expect(utimensat(AT_FDCWD, path(name), [time, time], 0) == 0)
  }

  /// Changes a file's text so that its size and time stay, which only a full look notices.
  func edit(_ name: String) throws {
    var status = stat()
    try #require(lstat(path(name), &status) == 0)
    let text = try String(contentsOfFile: path(name), encoding: .utf8)
    let edited = text.replacing(" the ", with: " one ")
    try #require(edited != text)
    write(edited, to: name)
    try #require(utimensat(AT_FDCWD, path(name), [status.st_mtim, status.st_mtim], 0) == 0)
  }

  func remove(_ name: String) { directory.remove(file: "articles/" + name) }

  func rename(_ name: String, to other: String) {
    makeFolder(of: other)
    directory.rename("articles/" + name, to: "articles/" + other)
  }

  private func store(_ files: any DurableFiles) -> any StateStore {
    kind.store(of: site, files: files, memory: remembered)
  }

  /// The store that the next process opens.
  var openStore: any StateStore { store(memory) }

  /// Takes a copy of everything that is stored, for `restore`.
  func storedState() throws -> MemoryStateStore {
    var copy = MemoryStateStore()
    var store = openStore
    try copy.takeOver(&store)
    return copy
  }

  /// Puts an earlier state in the place of the present one, as a backup does; ends the process.
  func restore(_ stored: MemoryStateStore) throws {
    try loseState()
    var source: any StateStore = stored
    var store = openStore
    _ = try store.load()
    try store.takeOver(&source)
  }

  /// Goes back to an earlier disk, with the state of that time; ends the process.
  func goBack(to disk: MemoryFiles, _ stored: MemoryStateStore) throws {
    memory = disk
    restart()
    if kind != .jsonFiles { try restore(stored) }
  }

  /// Gives a store that keeps no files what the files of another one hold.
  func takeUpStateFiles() throws {
    guard kind != .jsonFiles else { return }
    var source: any StateStore = JSONStateStore(directory: site.stateDirectory, files: memory)
    try remembered.takeOver(&source)
    try memory.removeTree(site.stateDirectory)
  }

  /// A pipeline with the state loaded.
  ///
  /// With `forgets` it begins without state.
  func opened(
    rebuilds: Bool = false, mayWrite: Bool = true, forgets: Bool = false,
    onServable: (() -> Void)? = nil
  ) async throws -> Pipeline {
    let files = SiteFiles(articles: directory["articles"], memory: memory)
    let moment = clock
    let store: any StateStore = forgets ? MemoryStateStore() : store(files)
    var pipeline = Pipeline(
      world: PassWorld(site: site, files: files, now: { moment }, log: log),
      settings: settings, pins: try PinsReader.read(yaml: pinsText, path: "pins.yaml"),
      store: store,
      targets: targets + [
        DirectoryTarget(
          directory: publicDirectory, files: files, dates: store.dates, compress: compress)
      ])
    pipeline.world.uptime = { [uptime] in uptime }
    try await pipeline.open(rebuilds: rebuilds, mayWrite: mayWrite, onServable: onServable)
    return pipeline
  }

  /// One pass of a process that goes on from the last pass.
  @discardableResult
  func sync(_ request: SyncRequest = SyncRequest(), isDryRun: Bool = false) async throws
    -> SyncReport
  {
    var running: Pipeline
    if let pipeline { running = pipeline } else { running = try await opened(mayWrite: !isDryRun) }
    pipeline = nil
    running.world.uptime = { [uptime] in uptime }
    if let onProgress { running.world.onProgress = onProgress }
    if let isStopping { running.world.isStopping = isStopping }
    running.apply(settings, pins: try PinsReader.read(yaml: pinsText, path: "pins.yaml"))
    // A pass that fails does not end the process: the next one goes on from the state in memory.
    defer { if !isDryRun { pipeline = running } }
    let report = try await running.sync(request, isDryRun: isDryRun)
    if !isDryRun { running.keepForNextStart() }
    return report
  }

  /// Ends the process; the next pass begins with the stored state.
  func restart() { pipeline = nil }

  func loseState() throws {
    restart()
    try memory.removeTree(site.stateDirectory)
    remembered = MemoryStateStore()
  }

  func losePublic() throws { try memory.removeTree(publicDirectory) }

  /// The state that a new process would load.
  var state: SyncState {
    get async throws {
      if let pipeline { return pipeline.memory.state }
      return try await opened().memory.state
    }
  }

  /// The published documents, by path relative to `public/`.
  func documents() throws -> [String: String] {
    var documents: [String: String] = [:]
    for (path, bytes) in try memory.tree(publicDirectory) {
      documents[String(path.dropFirst(publicDirectory.count + 1))] = String(
        decoding: bytes, as: UTF8.self)
    }
    return documents
  }

  /// A view of the site as it is remembered.
  var view: SiteView {
    get async throws {
      try SiteView(
        site: site, settings: settings,
        pins: try PinsReader.read(yaml: pinsText, path: "pins.yaml"), state: try await state,
        extent: .whole, documents: store(memory).documents)
    }
  }
}
