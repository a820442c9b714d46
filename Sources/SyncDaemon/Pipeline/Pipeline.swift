public import Feeds
import FoundationEssentials
import NewsModel
import Stories

/// One site's pipeline: scan, read, skip, fold, compose, plan, remember, render, publish.
///
/// State is durable before it is published; a pass that was cut short is finished by the next one.
/// Each fact has one owner: only `SiteMemory` writes state, only `Press` writes documents.
public struct Pipeline {
  /// The surroundings; each pass may have another receiver of its progress.
  public var world: PassWorld
  private(set) var rules: SiteRules
  private(set) var memory: SiteMemory
  private var folding: StoryFolding
  private(set) var book = EntryBook()
  private(set) var press: Press
  private var missing = MissingFiles()
  private var loaded: SyncState?

  /// Makes a pipeline, which publishes to the targets in their order. Call `open` next.
  public init(
    world: PassWorld, settings: Settings, pins: Pins = Pins(), store: any StateStore,
    loaded: SyncState? = nil, targets: [any PublishTarget]
  ) {
    self.world = world
    rules = SiteRules(site: world.site, settings: settings, pins: pins)
    memory = SiteMemory(store)
    folding = StoryFolding(PackedFolding(store))
    press = Press(targets: targets)
    self.loaded = loaded
  }

  /// Loads the state; without any, recovers the ids from published documents.
  ///
  /// - Parameters:
  ///   - rebuilds: Whether damaged state is set aside and built anew, instead of refused.
  ///   - mayWrite: Whether anything may be stored and published from now on.
  ///   - onServable: Called once every decided publication is visible; if given, one that was cut
  ///     short is finished here.
  /// - Throws: `StateError`, `FileError`, `PassInterrupted`.
  public mutating func open(
    rebuilds: Bool = false, mayWrite: Bool = true, onServable: (() -> Void)? = nil
  ) async throws {
    let remembered = loaded
    loaded = nil
    let opening = ArchiveOpening(world: world, rules: rules)
    for damage in try memory.open(loaded: remembered, rebuilds: rebuilds, mayWrite: mayWrite) {
      try opening.repair(damage.record, because: damage.error, in: &memory)
    }
    try LostState(rules: rules, world: world).recover(into: &memory)
    book = EntryBook(memory.view)
    if let onServable, try await press.finish(&book, in: &memory, rules: rules, world: world) {
      onServable()
    }
    folding.open(memory)
  }

  /// Changes the settings and pins; the next pass renders everything that depends on them.
  public mutating func apply(_ settings: Settings, pins: Pins) {
    if settings == rules.settings, pins == rules.pins { return }
    rules = SiteRules(site: world.site, settings: settings, pins: pins)
    book.forgetEntries()
  }

  /// Makes one pass over the site.
  ///
  /// - Parameters:
  ///   - request: What to look at.
  ///   - isDryRun: Whether to stop before anything is stored or published. The pipeline cannot be
  ///     used afterwards.
  ///   - progress: Called with the number of files done, and of all.
  /// - Returns: The report of what it did, or would do.
  /// - Throws: `PassError`, or `PassInterrupted`. What was decided is kept and is published by the
  ///   next pass.
  public mutating func sync(
    _ request: SyncRequest = SyncRequest(), isDryRun: Bool = false,
    progress: ((Int, Int) -> Void)? = nil
  ) async throws -> SyncReport {
    if isDryRun { memory.stopWriting() }
    do {
      var report = try await pass(request, progress)
      report.notes += memory.takeNotes()
      return report
    } catch let interrupted as PassInterrupted {
      throw interrupted
    } catch {
      throw PassError(stage: world.stage, cause: error)
    }
  }

  private mutating func pass(
    _ request: SyncRequest, _ progress: ((Int, Int) -> Void)?
  ) async throws -> SyncReport {
    let moment = world.now()
    let cause = try PublicationPlan.Cause(request, rules, memory.state, world)
    let reading = try await SiteReading(rules: rules, world: world)
      .look(
        request, isAnew: cause.isAnew, at: moment, in: &memory, missing: &missing,
        progress: progress)
    let (survey, delta) = (reading.survey, reading.delta)
    book.remember(memory.awakeStories)
    let grouping = try await folding.group(
      delta, in: &memory, isWhole: survey.isWhole && survey.isCertain, rules: rules, world: world)
    let number = memory.nextPublication
    let changes = memory.fold(grouping, renamed: delta.renamed, publication: number, now: moment) {
      [folding, rules] view in folding.facts(view, gone: delta.gone, rules: rules)
    }
    let composed = await book.compose(
      changes, delta, in: memory.view, retitlesAll: cause.isAll, rules: rules, world: world)
    memory.decide(composed)

    let plan = try FeedBoard(memory: memory, rules: rules, composed: composed, cause: cause)
      .plan(&book, number: number, at: moment, published: world.published)
    var report = PassReporter(rules: rules, view: memory.view, book: book)
      .report(reading, composed, plan)
    guard memory.isWriting else { return report }

    try world.stopIfAsked()
    world.reach(.remember)
    if report.hasOtherSettings { PassReporter.announce(report, to: world.log) }
    memory.decide(plan.records)
    try memory.commit()

    if plan.isPrinted {
      let printed = try await press.publish(
        plan, composed, &book, in: &memory, seesAll: survey.isWhole, rules: rules, world: world)
      report.add(printed)
      world.reach(.remember)
      if printed.isComplete { try memory.confirm(digest: printed.digest) }
    }
    if survey.isWhole, report.refused.isEmpty {
      let moved = try await Ageing(rules: rules, world: world).move(in: &memory, &folding, &book)
      (report.articlesArchived, report.articlesPruned) = (moved.archived, moved.pruned)
    }
    try memory.tidy()
    return report
  }

  /// The time until missing files are to be looked for again; nil if none waits.
  var nextLook: Duration? { missing.nextLook.map { max($0 - world.uptime(), .zero) } }

  /// Renders and checks the feeds as they are, so that the first change after a start is quick.
  mutating func warmUp() async {
    await press.warmUp(&book, memory.view, rules: rules)
    do {
      try await folding.prepare(memory, world)
      folding.keep(memory, isLast: false, world)
    } catch {
      // Silence is right: the service ends.
    }
  }

  /// Keeps what the next start would make again; for a process that ends after its pass.
  public mutating func keepForNextStart() { folding.keep(memory, isLast: true, world) }

  /// The status of the site, as far as the state knows it.
  public var status: SiteStatus {
    SiteView(rules, memory.state).status { book.article(of: $0, in: memory.view) }
  }
}
