extension Array where Element: Sendable {
  /// Transforms all elements on as many threads as there are processors.
  ///
  /// - Parameters:
  ///   - onEach: Called in the caller's own task each time another element is done.
  ///   - transform: Must not depend on the order of its calls.
  /// - Returns: The results in the order of the elements.
  func concurrentMap<Result: Sendable>(
    onEach: () -> Void = {}, _ transform: @escaping @Sendable (Element) -> Result
  ) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      for (index, element) in enumerated() {
        group.addTask { (index, transform(element)) }
      }
      var results = [Result?](repeating: nil, count: count)
      for await (index, result) in group {
        results[index] = result
        onEach()
      }
      return results.compactMap(\.self)
    }
  }
}
