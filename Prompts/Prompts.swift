/// Every word that the model reads.
package enum Prompts {
  /// What the model is told once, before the task.
  package static let system = String(decoding: PackageResources.system_md, as: UTF8.self)
}
