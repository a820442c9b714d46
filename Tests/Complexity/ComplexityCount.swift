import CCallgrind
import Foundation
import TextStages

/// Runs each stage on each shape at two sizes, for callgrind to count the instructions of each: see
/// `.ci/complexity`.
///
///     ComplexityCount [--time] [--one-in N] [--seed K] [STAGE ...]
///
/// With `--time` it prints instead what seems to grow faster than its text by the processor's
/// clock, in minutes where callgrind takes an hour: a first look, on texts sixteen times as large.
/// With `--one-in` only every so manieth shape of a stage is taken, with another seed others.
/// Outside of valgrind it runs them all once and counts nothing.
@main
struct ComplexityCount {
  /// The larger is four times the smaller: what grows with the square takes sixteen times as long.
  ///
  /// Instructions are exact, so that two and eight kilobytes tell as much as megabytes would, and
  /// fifty times slower than usual that is what a minute has room for.
  private static let sizes = [2_000, 8_000]

  static func main() {
    var share = 1
    var seed = 0
    var isTimed = false
    var stages: [TextStage] = []
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--time": isTimed = true
      case "--one-in": share = max(1, arguments.popFirst().flatMap { Int($0) } ?? 1)
      case "--seed": seed = arguments.popFirst().flatMap { Int($0) } ?? 0
      default:
        guard let stage = TextStage.named(argument) else {
          return print(
            "ComplexityCount: no such stage. There are "
              + TextStage.all.map(\.name).joined(separator: ", "))
        }
        stages.append(stage)
      }
    }
    for stage in stages.isEmpty ? TextStage.all : stages {
      if isTimed {
        time(stage, oneIn: share, seed: seed)
      } else {
        count(stage, oneIn: share, seed: seed)
      }
    }
  }

  /// Prints the shapes that take more than six times as long for four times the text, and not for
  /// a moment only: the least of three runs each.
  private static func time(_ stage: TextStage, oneIn share: Int, seed: Int) {
    for (index, shape) in Shape.all(stage.kind).enumerated()
    where (index + seed).isMultiple(of: share) {
      let seconds = sizes.map { size in
        let bytes = shape.bytes(size * 16)
        return (0..<3).map { _ in
          let start = clock()
          stage.run(bytes)
          return Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }.min() ?? 0
      }
      guard seconds[1] > 0.01, seconds[1] > 6 * seconds[0] else { continue }
      print("\(stage.name)|\(shape.name)|\(seconds[0]) s|\(seconds[1]) s")
    }
  }

  private static func count(_ stage: TextStage, oneIn share: Int, seed: Int) {
    let shapes = Shape.all(stage.kind)
    // Tables that are made at first use are not of the text.
    for shape in shapes.prefix(40) { stage.run(shape.bytes(100)) }
    // Each stage takes others, so that every shape meets some stage whatever the seed.
    let place = TextStage.all.firstIndex { $0.name == stage.name } ?? 0
    for (index, shape) in shapes.enumerated() where (index + place + seed).isMultiple(of: share) {
      for size in sizes {
        let bytes = shape.bytes(size)
        newsfold_count_start()
        stage.run(bytes)
        newsfold_count_end("\(stage.name)|\(shape.name)|\(bytes.count)")
      }
    }
  }
}
