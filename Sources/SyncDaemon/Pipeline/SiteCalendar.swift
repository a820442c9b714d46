import Feeds

/// The days that have stories, in their order.
struct SiteCalendar {
  /// The days, the earliest first.
  let days: [SiteDay]

  init(_ days: Set<SiteDay>) { self.days = days.sorted() }

  /// The last day before a day, whether that is one of them or not.
  func day(before day: SiteDay) -> SiteDay? {
    let place = place(of: day)
    return place > 0 ? days[place - 1] : nil
  }

  /// The first day after a day, whether that is one of them or not.
  func day(after day: SiteDay) -> SiteDay? {
    let place = place(of: day)
    let next = place < days.count && days[place] == day ? place + 1 : place
    return next < days.count ? days[next] : nil
  }

  /// The number of days before a day.
  private func place(of day: SiteDay) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
