import Logging
import NewsModel

extension BucketMirror {
  /// Finds out once which of its duties the server fulfils.
  func probe() async throws {
    if hasProbed { return }
    // A list says best that there is no such bucket, or that the credentials are not its.
    try await insist { [client] () async throws(BucketError) in try await client.list() }
    // Of no site: a dot file is neither served nor listed.
    let probe = ObjectUpload(
      key: key(".newsfold-probe"), bytes: Array("newsfold\n".utf8),
      mediaType: "text/plain; charset=utf-8", cacheControl: "no-store",
      version: ObjectVersion(epoch: 0, sequence: 0))
    try await insist { [client] () async throws(BucketError) in try await client.put(probe) }
    let stored = try await insist { [client] () async throws(BucketError) in
      try await client.head(probe.key)
    }
    state.keepsMetadata = stored?.digest == ContentDigest(probe.bytes).hex
    var honours = true
    for presence in [ObjectPresence.absent, .tagged("\"00000000000000000000000000000000\"")] {
      let isStored = try await insist { [client] () async throws(BucketError) in
        do throws(BucketError) {
          try await client.put(probe, over: presence)
          return true
        } catch {
          if error.isConflict { return false }
          // Some servers refuse the whole request for what they do not know.
          if error.isAboutObject { return true }
          if case .refused(501, _, _) = error.kind { return true }
          throw error
        }
      }
      if isStored { honours = false }
    }
    // Without what was written beside the bytes nobody could say what a conflict means.
    state.honoursConditions = honours && state.keepsMetadata == true
    try await insist { [client] () async throws(BucketError) in
      try await client.delete(probe.key)
    }
    hasProbed = true
    logger.notice(
      "object storage is reached",
      metadata: [
        "stage": "bucket", "bucket": "\(name)", "conditions": "\(honours)",
        "metadata": "\(state.keepsMetadata == true)",
      ])
  }
}
