import CCallgrind
import TextStages

/// Runs each stage on each shape at two sizes, for callgrind to count the instructions of each: see
/// `.ci/complexity`.
///
///     ComplexityCount [STAGE ...]
///
/// Outside of valgrind it runs them all once and counts nothing.
@main
struct ComplexityCount {
  /// The larger is four times the smaller: what grows with the square takes sixteen times as long.
  ///
  /// Instructions are exact, so that two and eight kilobytes tell as much as megabytes would, and
  /// fifty times slower than usual that is what a minute has room for.
  private static let sizes = [2_000, 8_000]

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let stages =
      arguments.isEmpty ? TextStage.all : arguments.compactMap { TextStage.named($0) }
    guard stages.count == arguments.count || arguments.isEmpty else {
      return print(
        "ComplexityCount: no such stage. There are "
          + TextStage.all.map(\.name).joined(separator: ", "))
    }
    for stage in stages {
      // Tables that are made at first use are not of the text.
      for shape in Shape.all(stage.kind).prefix(40) { stage.run(shape.bytes(100)) }
      for shape in Shape.all(stage.kind) {
        for size in sizes {
          let bytes = shape.bytes(size)
          newsfold_count_start()
          stage.run(bytes)
          newsfold_count_end("\(stage.name)|\(shape.name)|\(bytes.count)")
        }
      }
    }
  }
}
