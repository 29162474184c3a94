/// Every word that the model reads.
package enum Prompts {
  /// What the model is told once, before the task.
  package static let system = String(decoding: PackageResources.system_md, as: UTF8.self)

  /// What is wrong with a reply that does not parse.
  package static func commands<Key>(_ keys: Key.Type = Key.self) -> Phrases<Key> {
    Phrases(file: PackageResources.commands_txt)
  }

  /// The fixed words of an outline.
  package static func outline<Key>(_ keys: Key.Type = Key.self) -> Phrases<Key> {
    Phrases(file: PackageResources.outline_txt)
  }

  /// What became of a step.
  package static func steps<Key>(_ keys: Key.Type = Key.self) -> Phrases<Key> {
    Phrases(file: PackageResources.steps_txt)
  }
}
