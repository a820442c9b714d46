extension Site {
  /// Makes the store that the site's state is kept in: the only place that says which one it is.
  ///
  /// Nothing is read or made until the store is used.
  public func stateStore(files: any DurableFiles = POSIXFiles()) -> any StateStore {
    JSONStateStore(directory: stateDirectory, files: files)
  }
}
