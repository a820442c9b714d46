import FoundationEssentials
import TextStages

/// The stage that this process feeds: the one that `NEWSFOLD_FUZZ` names.
private let stage: TextStage = {
  let name = ProcessInfo.processInfo.environment["NEWSFOLD_FUZZ"] ?? ""
  guard let stage = TextStage.named(name) else {
    fatalError("NEWSFOLD_FUZZ names no stage: \(TextStage.all.map(\.name).joined(separator: ", "))")
  }
  return stage
}()

/// The entry of libFuzzer: one input, and a trap if a stage breaks a promise.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  stage.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
