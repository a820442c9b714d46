/// The files of a site that are not looked at, found by a walk over their names.
public struct IgnoredFiles: Hashable, Sendable {
  /// The first of them, in the order of their paths.
  public let files: [IgnoredFile]
  /// How many there are.
  public let count: Int

  /// Looks for them; takes no lock and opens no file.
  ///
  /// - Parameters:
  ///   - site: The site.
  ///   - settings: Its settings.
  public init(site: Site, settings: Settings) {
    do {
      let survey = try ArticleSurvey(site: site, settings: settings)
        .survey(SyncRequest(), known: [:])
      files = survey.ignored
      count = survey.ignoredCount
    } catch {
      // Thrown only where a service is to leave, and none is asked here.
      (files, count) = ([], 0)
    }
  }
}
