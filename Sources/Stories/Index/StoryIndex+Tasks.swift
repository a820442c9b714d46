extension StoryIndex {
  /// The kept scores of many articles, found by several tasks that each read the same index.
  func neighbours(ofAll added: [Int32], tasks: Int) async -> [(Int32, FoundNeighbours)] {
    let isAdded = marks(added)
    let share = max(1, (added.count + max(1, tasks) - 1) / max(1, tasks))
    return await withTaskGroup(of: (Int, [(Int32, FoundNeighbours)]).self) { group in
      for start in stride(from: 0, to: added.count, by: share) {
        group.addTask {
          var tally = SlotTally()
          let found = added[start..<min(start + share, added.count)].map { slot in
            (slot, neighbours(of: slot, isAdded: isAdded, tally: &tally))
          }
          return (start, found)
        }
      }
      var parts: [(Int, [(Int32, FoundNeighbours)])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}
