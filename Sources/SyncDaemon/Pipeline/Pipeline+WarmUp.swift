import Feeds
import FoundationEssentials
import NewsModel
import Stories

extension Pipeline {
  /// Composes, renders and checks the feeds as they are, and publishes nothing: the first change after a start finds the other
  /// entries done, as every later one does. It took 20 ms longer than those (2026-11-22, latency.py).
  public mutating func warmUp() async {
    guard fragments.isEmpty, state.lastPublication != nil else { return }
    let renderer = renderer
    findArticlesOfEntries()
    var documents: [FeedDocument] = []
    for definition in FeedDefinition.all(settings) {
      guard let feed = feed(definition, renderer: renderer) else { continue }
      documents += renderer.documents(of: feed, caches: &fragments[feed.name, default: [:]])
    }
    // What does not pass is told when it is to be published.
    var report = SyncReport()
    _ = await checked(documents, renderer, &report)
  }
}
