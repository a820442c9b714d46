// Local only, never committed: NEWSFOLD_MODEL="name=value,..." changes the shipped model.
internal import FoundationEssentials

extension MergeModel {
  func tried() -> MergeModel {
    var m = self
    for part in (ProcessInfo.processInfo.environment["NEWSFOLD_MODEL"] ?? "").split(separator: ",")
    {
      let kv = part.split(separator: "=")
      guard kv.count == 2, let v = Double(kv[1]) else { fatalError("\(part)") }
      let millionths = Int64((v * 1_000_000).rounded())
      switch kv[0] {
      case "absent": m.absent = millionths
      case "support": m.support = millionths
      case "link": m.link = millionths
      case "threshold": m.threshold = millionths
      case "second": m.secondThreshold = millionths
      case "rift": m.rift = millionths
      case "loose": m.riftOfLooser = millionths
      case "once": m.riftAtOnce = millionths
      case "onceMany": m.riftAtOnceOfMany = millionths
      case "copy": m.copy = millionths
      case "fewAtOnce": m.fewAtOnce = Int(v)
      case "doubt": m.riftDoubt = Int64(v)
      case "growth": m.growth = v
      case "secondGrowth": m.secondGrowth = v
      case "crowding": m.crowding = v
      case "rounds": m.roundCount = Int(v)
      case "few": m.fewPairs = Int64(v)
      case "span": m.spanShare = Int64(v)
      case "time": m.time = v
      case "grace": m.timeGrace = v
      case "missing": m.timeMissing = v
      case "reprint": m.reprint = v
      case "limit": m.limit = v
      default:
        if kv[0].first == "w", let k = Int(kv[0].dropFirst()) {
          m.weights[k] = v
        } else if kv[0].first == "x", let k = Int(kv[0].dropFirst()) {
          m.weightsAcrossLanguages[k] = v
        } else {
          fatalError("\(part)")
        }
      }
    }
    return m
  }
}
