extension Prompts {
  /// Tells one wording from another in the ledger: a hash (FNV-1a) of everything under `Prompts/`.
  package static let version: String = {
    let words = [
      PackageResources.system_md, PackageResources.commands_txt, PackageResources.outline_txt,
      PackageResources.steps_txt,
    ]
    let hash = words.joined().reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }()
}
