import CSpawn
import Foundation

/// The three pipes between a program and its child. Both ends are closed in any other program that is started.
struct ChildPipes {
  struct Ends {
    let reading: Int32
    let writing: Int32

    fileprivate init() throws(ChildProcessError) {
      var ends: [Int32] = [-1, -1]
      guard pipe2(&ends, O_CLOEXEC) == 0 else { throw ChildProcessError(code: errno) }
      (reading, writing) = (ends[0], ends[1])
    }
  }

  let input: Ends
  let output: Ends
  let errors: Ends

  init() throws(ChildProcessError) {
    input = try Ends()
    output = try Ends()
    errors = try Ends()
  }

  /// Closes what only the child uses.
  func closeChildEnds() {
    for descriptor in [input.reading, output.writing, errors.writing] { close(descriptor) }
  }

  /// Closes what the child's words are read from.
  func closeReadingEnds() {
    for descriptor in [output.reading, errors.reading] { close(descriptor) }
  }
}
