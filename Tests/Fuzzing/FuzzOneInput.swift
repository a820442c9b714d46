import FoundationEssentials
import TextStages

/// All stages that are fed: those of a text, and the readers of the service around them.
private let stages = TextStage.all + TextStage.state + TextStage.settings + TextStage.requests

/// The stage that this process feeds: the one that `NEWSFOLD_FUZZ` names.
private let stage: TextStage = {
  let name = ProcessInfo.processInfo.environment["NEWSFOLD_FUZZ"] ?? ""
  guard let stage = stages.first(where: { $0.name == name }) else {
    fatalError("NEWSFOLD_FUZZ names no stage: \(stages.map(\.name).joined(separator: ", "))")
  }
  return stage
}()

/// The entry of libFuzzer: one input, and a trap if a stage breaks a promise.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  stage.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
