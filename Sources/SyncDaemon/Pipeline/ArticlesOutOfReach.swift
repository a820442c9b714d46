/// State was lost and most of the published articles are in no file. Nothing is done, because
/// everything would be withdrawn.
struct ArticlesOutOfReach: Error, CustomStringConvertible {
  /// The articles directory.
  let directory: String
  /// The number of published articles that are in no file.
  let missing: Int
  /// The number of published articles.
  let published: Int

  var description: String {
    "nothing was published: \(directory): what newsfold remembered is lost, and \(missing) of \(published) published "
      + "articles are in no file. Mount it, or put the files back; if they are meant to be gone, say "
      + "`newsfold resync --withdraw`."
  }
}
