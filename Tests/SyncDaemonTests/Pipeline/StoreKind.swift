import SyncDaemon
import Testing

/// The stores that the tests of the pipeline run over.
enum StoreKind: String, CaseIterable {
  case jsonFiles, memory

  /// The store that sites are made with.
  @TaskLocal static var current = StoreKind.jsonFiles

  /// Makes the store of this kind for a site.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - files: The file system, for stores that use it.
  ///   - memory: The store that lives as long as the test, for `memory`.
  /// - Returns: The store.
  func store(of site: Site, files: any DurableFiles, memory: MemoryStateStore) -> any StateStore {
    switch self {
    case .jsonFiles: JSONStateStore(directory: site.stateDirectory, files: files)
    case .memory: memory
    }
  }
}

extension StateStore {
  /// Adds everything that another store holds.
  mutating func takeOver(_ other: inout any StateStore) throws {
    let state = try other.load()
    for number in try other.documents.numbers() {
      guard let bytes = try other.documents.read(number) else { continue }
      try documents.write(bytes, index: try other.documents.readIndex(number) ?? [], as: number)
    }
    try append(state.records())
  }
}

/// Runs each test once over each store, because the pipeline must not depend on the store.
struct OverEachStore: SuiteTrait, TestTrait, TestScoping {
  let isRecursive = true

  func scopeProvider(for test: Test, testCase: Test.Case?) -> OverEachStore? {
    testCase == nil ? nil : self
  }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    for kind in StoreKind.allCases {
      try await StoreKind.$current.withValue(kind) { try await function() }
    }
  }
}

extension Trait where Self == OverEachStore {
  /// Runs each test once over each store.
  static var overEachStore: Self { Self() }
}
