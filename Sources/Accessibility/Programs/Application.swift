/// A program on the accessibility bus.
package struct Application: Sendable, Hashable {
  /// Its unique name on the accessibility bus.
  package var busName: String
  package var pid: Int32?
  package var name: String
  /// What it says it is built with, such as `gtk` or `Qt`, and that toolkit's version.
  package var toolkit: String
  package var toolkitVersion: String
  /// The titles of its windows, in its own order.
  package var windows: [String]
  /// False where it did not answer in time; its other fields are then empty.
  package var isResponding: Bool
}
