import Foundation
import Outline

// Reads a JSON list of texts and writes how many tokens each has by the built-in estimate, for benchmarks.

let texts = try JSONDecoder().decode([String].self, from: FileHandle.standardInput.readToEnd() ?? Data())
try FileHandle.standardOutput.write(contentsOf: JSONEncoder().encode(texts.map(TokenEstimate.tokens(in:))))
