import Feeds
import NewsModel
import Synchronization

/// The last changes of stories, numbered, and the requests that wait for the next one.
///
/// Bounded: what is older than `capacity` changes is forgotten, and a client that asks for it
/// starts over.
final class ChangeLog: Sendable {
  /// The answer to a client's cursor.
  struct Page: Sendable {
    var records: [ChangeRecord]
    var next: ChangeCursor
    /// Whether there are further changes already.
    var hasMore: Bool
    /// Whether the page misses no earlier change that was forgotten.
    var isComplete: Bool
  }

  /// A reason why a cursor cannot be used.
  enum CursorError: Error, Equatable {
    /// The changes after it are forgotten, or the log that it belongs to.
    case tooOld
    /// The text is no cursor.
    case malformed
  }

  private struct Contents {
    var epoch: String
    var records: [ChangeRecord]
    /// The number of the newest change that was forgotten.
    var floor: Int
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var nextWaiter = 0
    var isClosed = false

    var last: Int { records.last?.number ?? floor }
  }

  /// The most changes that are remembered.
  ///
  /// 10,000 at 300 bytes are 3 MB: days of a busy site.
  static let capacity = 10_000

  private let contents: Mutex<Contents>

  /// Makes a log from the changes that are remembered.
  init(epoch: String, records: [ChangeRecord] = []) {
    let kept = Array(records.suffix(ChangeLog.capacity))
    contents = Mutex(
      Contents(epoch: epoch, records: kept, floor: (kept.first?.number ?? 1) - 1))
  }

  /// The place after the newest change.
  var end: ChangeCursor { contents.withLock { ChangeCursor(epoch: $0.epoch, number: $0.last) } }

  /// All changes that are remembered.
  var records: [ChangeRecord] { contents.withLock { $0.records } }

  /// Numbers changes, without those that the log has already, so that a publication can be
  /// repeated.
  func numbered(_ changes: [EntryChange]) -> [ChangeRecord] {
    contents.withLock { contents in
      var latest: [String: ChangeRecord] = [:]
      for record in contents.records { latest[record.id.rawValue] = record }
      var number = contents.last
      var fresh: [ChangeRecord] = []
      for change in changes {
        let record = ChangeRecord(change, number: number + 1)
        if let earlier = latest[record.id.rawValue], earlier.tellsTheSame(as: record) { continue }
        latest[record.id.rawValue] = record
        fresh.append(record)
        number += 1
      }
      return fresh
    }
  }

  /// Adds changes that `numbered(_:)` has numbered, and wakes the requests that wait.
  func append(_ fresh: [ChangeRecord]) {
    guard !fresh.isEmpty else { return }
    let waiting = contents.withLock { contents in
      contents.records += fresh
      let surplus = contents.records.count - ChangeLog.capacity
      if surplus > 0 {
        contents.floor = contents.records[surplus - 1].number
        contents.records.removeFirst(surplus)
      }
      return ChangeLog.takeAll(&contents)
    }
    for continuation in waiting { continuation.resume() }
  }

  /// The changes after a cursor; nil asks for all that are remembered.
  func page(after text: String?, limit: Int) throws(CursorError) -> Page {
    let (epoch, records, floor, last) = contents.withLock {
      ($0.epoch, $0.records, $0.floor, $0.last)
    }
    var start = floor
    if let text, text != "0" {
      guard let cursor = ChangeCursor(text) else { throw .malformed }
      guard cursor.epoch == epoch, (floor...last).contains(cursor.number) else { throw .tooOld }
      start = cursor.number
    }
    let following = records.dropFirst(start - floor)
    let page = Array(following.prefix(limit))
    return Page(
      records: page, next: ChangeCursor(epoch: epoch, number: page.last?.number ?? start),
      hasMore: following.count > page.count, isComplete: text != nil && text != "0" || floor == 0)
  }

  /// Returns when there is a change after a cursor, after a time, when the log closes, or when the
  /// task is cancelled.
  func wait(after cursor: ChangeCursor, atMost time: Duration) async {
    await withTaskGroup { group in
      group.addTask { await self.park(after: cursor.number) }
      // Silence is right: it is cancelled when the other task is done.
      group.addTask { try? await Task.sleep(for: time) }
      await group.next()
      group.cancelAll()
    }
  }

  /// Whether the service is stopping.
  var isClosed: Bool { contents.withLock { $0.isClosed } }

  /// Wakes all waiting requests, and lets none wait again.
  func close() {
    let waiting = contents.withLock { contents in
      contents.isClosed = true
      return ChangeLog.takeAll(&contents)
    }
    for continuation in waiting { continuation.resume() }
  }

  private func park(after number: Int) async {
    let waiter = contents.withLock { contents in
      contents.nextWaiter += 1
      return contents.nextWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isParked = contents.withLock { contents in
          // A later cancellation waits for this lock, and then finds the waiter.
          guard contents.last <= number, !contents.isClosed, !Task.isCancelled else { return false }
          contents.waiting[waiter] = continuation
          return true
        }
        if !isParked { continuation.resume() }
      }
    } onCancel: {
      contents.withLock { $0.waiting.removeValue(forKey: waiter) }?.resume()
    }
  }

  private static func takeAll(_ contents: inout Contents) -> [CheckedContinuation<Void, Never>] {
    let waiting = Array(contents.waiting.values)
    contents.waiting = [:]
    return waiting
  }
}
