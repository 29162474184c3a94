import Prompts

extension Phrases where Key: CaseIterable {
  /// The keys that only the file or only the code knows; empty where both agree. `others` are the keys of other lists
  /// that share the file.
  package func strayKeys(besides others: [String] = []) -> Set<String> {
    Set(Key.allCases.map(\.rawValue) + others).symmetricDifference(templates.keys)
  }
}
