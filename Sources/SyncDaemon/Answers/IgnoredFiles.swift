/// The files of a site that newsfold ignores, found by a walk over their names.
public struct IgnoredFiles: Hashable, Sendable {
  /// Some of the files, ordered by path.
  public let files: [IgnoredFile]
  /// The number of all of them.
  public let count: Int

  /// Finds the files; takes no lock and opens no file.
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
      // The only error is the interruption of a service, and this is no service.
      (files, count) = ([], 0)
    }
  }
}
