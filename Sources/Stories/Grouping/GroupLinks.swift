internal import Algorithms

/// The links between groups: for each group those that it is linked to, in order, and for each two
/// the sums between them.
///
/// Rows with eight bytes for each entry take the place of dictionaries, because groups are linked
/// to tens of others, at most hundreds, and are merged far more often than looked up.
struct GroupLinks {
  /// A group that another one is linked to.
  struct Entry {
    var group: Int32
    /// The place of the sums between the two; the other's row has the same.
    fileprivate var place: Int32
  }

  private var rows: [[Entry]]
  private var sums: [GroupLink] = []

  /// Makes groups without links.
  init(groupCount: Int) {
    rows = Array(repeating: [], count: groupCount)
  }

  /// Adds the link of two groups, which must not be linked yet. Call `sort` afterwards.
  mutating func append(_ link: GroupLink, _ one: Int, _ other: Int) {
    let place = Int32(sums.count)
    rows[one].append(Entry(group: Int32(other), place: place))
    rows[other].append(Entry(group: Int32(one), place: place))
    sums.append(link)
  }

  /// Puts the rows in order.
  mutating func sort() {
    for group in rows.indices { rows[group].sort { $0.group < $1.group } }
  }

  /// The groups that a group is linked to, in order.
  func row(_ group: Int) -> [Entry] { rows[group] }

  /// The sums between the group of a row and one of its entries.
  subscript(entry: Entry) -> GroupLink { sums[Int(entry.place)] }

  /// The sums between two groups; nil if nothing links them.
  func between(_ one: Int, _ other: Int) -> GroupLink? {
    let (place, isThere) = find(other, in: one)
    return isThere ? self[rows[one][place]] : nil
  }

  /// Moves the links of a group to another one, which then has both.
  ///
  /// - Complexity: O(*n* log *m*) in the links of the first and those of the groups that it is
  ///   linked to, but for moving their rows.
  mutating func fold(_ group: Int, into one: Int) {
    let given = rows[group]
    rows[group] = []
    var merged: [Entry] = []
    merged.reserveCapacity(rows[one].count + given.count)
    var index = 0
    for entry in rows[one] where entry.group != group {
      while index < given.count, given[index].group < entry.group {
        rename(given[index], group, one, &merged)
        index += 1
      }
      merged.append(entry)
      if index < given.count, given[index].group == entry.group {
        sums[Int(entry.place)] += self[given[index]]
        rows[Int(entry.group)].remove(at: find(group, in: Int(entry.group)).place)
        index += 1
      }
    }
    for entry in given[index...] { rename(entry, group, one, &merged) }
    rows[one] = merged
  }

  /// Gives a link of one group alone to another.
  private mutating func rename(_ entry: Entry, _ group: Int, _ one: Int, _ merged: inout [Entry]) {
    let third = Int(entry.group)
    guard third != one else { return }
    rows[third].remove(at: find(group, in: third).place)
    rows[third].insert(
      Entry(group: Int32(one), place: entry.place), at: find(one, in: third).place)
    merged.append(entry)
  }

  /// The place of a group in a row, or the place where it would be.
  private func find(_ group: Int, in row: Int) -> (place: Int, isThere: Bool) {
    let entries = rows[row]
    let place = entries.partitioningIndex { $0.group >= group }
    return (place, place < entries.count && entries[place].group == group)
  }
}
