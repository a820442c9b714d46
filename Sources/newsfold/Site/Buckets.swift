import CoreMetrics
import FoundationEssentials
import Logging
import ObjectStorage
import SyncDaemon

import struct Feeds.FeedDocument

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes the mirrors of a site's buckets from its settings.
enum Buckets {
  /// Makes a mirror for each bucket.
  ///
  /// - Parameters:
  ///   - opened: The site.
  ///   - environment: The variables, for credentials that no file has.
  ///   - metrics: The registry in which requests are counted.
  ///   - log: The log for events.
  ///   - number: The number of the last publication; nil if it is told later.
  ///   - onFeeds: Told of feeds once they are in the first bucket.
  ///   - onComplete: Called whenever the first bucket has become as `public/`.
  ///   - untilReadable: Returns once `public/` is as the state has it; one for each bucket.
  /// - Throws: `SettingsError` if there are no credentials.
  /// - Returns: The mirrors, in the order of the settings.
  static func mirrors(
    _ opened: OpenedSite, environment: [String: String], metrics: any MetricsFactory, log: Logger,
    number: Int? = nil, onFeeds: @escaping @Sendable ([FeedDocument]) -> Void = { _ in },
    onComplete: @escaping @Sendable () -> Void = {},
    untilReadable: [@Sendable () async -> Void] = []
  ) throws(SettingsError) -> [BucketMirror] {
    var mirrors: [BucketMirror] = []
    let memory = opened.site.stateStore()
    for (index, bucket) in opened.settings.buckets.enumerated() {
      let site = opened.site
      _ = try credentials(bucket, of: site, environment: environment)
      let location = BucketLocation(
        bucket: bucket.bucket, prefix: bucket.prefix, endpoint: bucket.endpoint,
        region: bucket.region, isPathStyle: bucket.isPathStyle)
      var onFeedsThere = onFeeds
      var completed = onComplete
      // Hubs wait for the first one alone.
      if index > 0 {
        onFeedsThere = { _ in }
        completed = {}
      }
      var readable: @Sendable () async -> Void = {}
      if index < untilReadable.count { readable = untilReadable[index] }
      mirrors.append(
        BucketMirror(
          location: location,
          credentials: { try Self.credentials(bucket, of: site, environment: environment) },
          root: site.publicDirectory, memory: memory,
          maxAge: opened.settings.minutesToLive * 60, metrics: metrics, logger: log,
          number: number, onFeeds: onFeedsThere, onComplete: completed, untilReadable: readable))
    }
    return mirrors
  }

  /// Checks that each bucket has credentials.
  ///
  /// - Throws: `SettingsError` for the first that has none.
  static func check(
    _ settings: Settings, of site: Site, environment: [String: String]
  ) throws(SettingsError) {
    for bucket in settings.buckets {
      _ = try credentials(bucket, of: site, environment: environment)
    }
  }

  private static func credentials(
    _ bucket: BucketSettings, of site: Site, environment: [String: String]
  ) throws(SettingsError) -> BucketCredentials {
    guard let file = bucket.credentialsFile else {
      if let credentials = BucketCredentials(environment: environment) { return credentials }
      throw .unusableFile(
        key: "publish", path: "s3://\(bucket.bucket)", reason: "there are no credentials",
        remedy: "Give credentials_file, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.")
    }
    let path = Site.absolutePath(file, from: site.root)
    func unusable(_ reason: String, _ remedy: String) -> SettingsError {
      .unusableFile(key: "credentials_file", path: path, reason: reason, remedy: remedy)
    }
    let cure =
      "Write it: [default], aws_access_key_id = …, aws_secret_access_key = …, each on a line."
    let bytes: [UInt8]?
    do throws(FileError) {
      bytes = try POSIXFiles().read(path)
    } catch {
      throw unusable(error.reason, "Make it readable.")
    }
    guard let bytes else { throw unusable("no such file", cure) }
    var status = stat()
    // A group may read it, as a service's own group does.
    guard stat(path, &status) == 0, status.st_mode & 0o027 == 0 else {
      throw unusable("others than its owner can read or change it", "chmod 600 \(path)")
    }
    guard let credentials = BucketCredentials(file: String(decoding: bytes, as: UTF8.self)) else {
      throw unusable("its section default lacks a key id or a secret", cure)
    }
    return credentials
  }
}

extension SiteStatus.Bucket {
  /// Makes the standing of a bucket as `status` has it.
  init(_ standing: BucketStanding) {
    self.init(
      name: standing.name, isComplete: standing.isComplete, waiting: standing.waiting,
      failures: standing.failures, lastComplete: standing.lastComplete, problem: standing.problem,
      honoursConditions: standing.honoursConditions, keepsMetadata: standing.keepsMetadata,
      foreign: standing.foreign)
  }
}
