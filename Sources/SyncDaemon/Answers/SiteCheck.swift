import Articles
import Feeds
import FoundationEssentials
import Logging
import NewsModel
import Stories

/// Checks a site for `newsfold check`: settings and pins, articles, state, published documents.
///
/// It changes nothing.
public struct SiteCheck {
  /// A fault of the site.
  public struct Finding: Hashable, Codable, Sendable {
    /// The part that is wrong: `settings`, `pins`, `articles`, `state` or `published`.
    public var about: String
    /// The message: what is wrong, where, why, and what to do.
    public var message: String

    /// Makes a finding.
    public init(about: String, message: String) {
      self.about = about
      self.message = message
    }
  }

  private let site: Site
  private let settings: Settings
  private let pins: Pins
  private let files: any DurableFiles

  /// Makes a check.
  public init(site: Site, settings: Settings, pins: Pins, files: any DurableFiles) {
    self.site = site
    self.settings = settings
    self.pins = pins
    self.files = files
  }

  /// The result of a check.
  public struct Result: Hashable, Sendable {
    /// Everything that is wrong, in the order settings, pins, articles, state, published.
    public var findings: [Finding] = []
    /// The number of article files that were read, each in every part.
    public var filesRead = 0
    /// The number of article files that could not be read, or not in every part.
    public var filesSetAside = 0
    /// The number of files that are not looked at.
    public var filesIgnored = 0
  }

  /// Looks at everything.
  ///
  /// - Throws: `FileError` if the site cannot be read at all.
  public func run() async throws -> Result {
    var findings: [Finding] = []
    findings += settingsFindings().map { Finding(about: "settings", message: $0) }
    var state = SyncState()
    var store = site.stateStore(files: files)
    do throws(StateError) {
      state = try store.load()
    } catch {
      findings.append(Finding(about: "state", message: "\(error)"))
    }
    findings += archiveFindings(&state).map { Finding(about: "state", message: $0) }
    // Every article file as it is on disk, whether it has been synced or not.
    let survey = try ArticleSurvey(site: site, settings: settings).survey(SyncRequest(), known: [:])
    var fresh = SyncState()
    for placed in state.placed.values { fresh.apply(.placed(placed)) }
    let view = MemoryView(open: fresh)
    let reader = ArticleFileReader(
      roots: site.articleRoots(settings), largestFile: settings.largestFile)
    let readings = await ArticleIntake(
      reader: reader, clock: PassClock(now: Date()), isFull: true, folders: settings.folderRules
    ).read(survey.files, in: view)
    let delta = IntakeDelta(in: view).delta(of: readings, problems: survey.problems)
    for record in delta.records { fresh.apply(record) }
    let resolver = ArticleResolver(
      roots: site.articleRoots(settings), view: MemoryView(open: fresh))
    findings += PinFindings.find(
      pins, resolve: { resolver.article(named: $0) },
      storyOf: { state.ledger.story(of: $0)?.id }
    ).map { Finding(about: "pins", message: $0) }
    findings += survey.outOfReach.map { Finding(about: "articles", message: $0) }
    findings += fresh.setAside.map { Finding(about: "articles", message: $0.reason) }
    findings += doubles(fresh).map { Finding(about: "articles", message: $0) }
    if state.lastPublication != nil {
      findings += try publishedFindings(state).map { Finding(about: "published", message: $0) }
    }
    let setAside = fresh.setAside.count
    return Result(
      findings: findings, filesRead: max(fresh.files.count - setAside, 0), filesSetAside: setAside,
      filesIgnored: survey.ignoredCount)
  }

  /// Lists the damaged documents of the archive, and adds the sound ones to the state.
  private func archiveFindings(_ state: inout SyncState) -> [String] {
    var archive = StateArchive(site.stateStore(files: files).documents)
    var findings: [String] = []
    do throws(StateError) {
      findings += try archive.open(Array(state.archives.values), isOwner: false)
        .map { "\($0.error)" }
    } catch {
      findings.append("\(error)")
    }
    for number in archive.records.keys.sorted() {
      do throws(StateError) {
        state = try archive.unfolded(state, documents: [number])
      } catch {
        findings.append("\(error)")
      }
    }
    return findings
  }

  private func settingsFindings() -> [String] {
    let names = Set(settings.sources.map { $0.name.lowercased() })
    return names.count == settings.sources.count
      ? [] : ["newsfold.yaml: an outlet is named twice under sources. Remove one of the two."]
  }

  /// Lists the articles of which several files hold a version.
  private func doubles(_ state: SyncState) -> [String] {
    state.articles.values.filter { $0.versions.count > 1 }.sorted { $0.id < $1.id }.map { record in
      let others = record.versions.filter { $0.place != record.current.place }.map(\.place)
      return "one article in several files: \(record.id): \(record.current.place) stands for it, "
        + "\(others.joined(separator: ", ")) do not. Remove what is out of date."
    }
  }

  private func publishedFindings(_ state: SyncState) throws -> [String] {
    var findings: [String] = []
    for story in state.ledger.stories.values.sorted(by: { $0.id < $1.id }) {
      for name in ["index.html", "story.json"] {
        let path = "stories/\(story.slug)/\(name)"
        if try files.read(site.publicDirectory.appendingPath(path)) == nil {
          findings.append(
            "document is missing: public/\(path). Run `newsfold resync --full`.")
        }
      }
    }
    let check = DocumentCheck(isKnown: nil)
    for definition in FeedDefinition.all(settings) {
      for format in FeedFormats.all {
        let path = (definition.name.isEmpty ? "" : definition.name + "/") + format.fileName
        guard let bytes = try files.read(site.publicDirectory.appendingPath(path)) else {
          findings.append("document is missing: public/\(path). Run `newsfold sync`.")
          continue
        }
        if bytes.count > settings.largestDocument {
          findings.append(
            "document is large: public/\(path): \(bytes.count) bytes, and largest_document is "
              + "\(settings.largestDocument). Show less text (text: extract), or raise it.")
        }
        do throws(DocumentError) {
          try check.check(
            FeedDocument(
              path: path, mediaType: format.mediaType, bytes: bytes, lastModified: Date()))
        } catch {
          findings.append(
            "document is damaged: public/\(path): \(error.fault). Run `newsfold resync --full`.")
        }
      }
    }
    return findings
  }
}
