import Ledger
import Settings

/// The person's configuration file, whose settings stand in for options that are not given.
enum Configuration {
  static let keys =
    [
      "billing", "model", "budget-usd", "budget-tokens", "max-turns", "max-images", "tree-budget",
      "agent", "ca-file", "confirm", "allow", "deny", "on-cap",
    ] + Cap.all.map(\.key)

  /// Empty where there is no file. A setting that is not known is an error, because a misspelt budget would be none.
  static func load() throws -> KeyFile {
    let path = Locations.configuration
    let file = try KeyFile(path: path, group: "fazm-linux")
    if let stray = file.values.keys.sorted().first(where: { !keys.contains($0) }) {
      throw Failure(.usage, "\(path) has a setting \"\(stray)\"; there are \(keys.joined(separator: ", ")).")
    }
    // A list of programs may be empty.
    if let empty = file.values.filter({ $0.value.isEmpty }).keys.sorted().first(where: {
      !["allow", "deny"].contains($0)
    }) {
      throw Failure(.usage, "\(empty) in \(path) has no value: give it one, or take the line out.")
    }
    return file
  }
}
