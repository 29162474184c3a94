/// What the passes found out about one snapshot, each from those before it.
struct Passes: Sendable {
  let tree: Tree
  let visibility: Visibility
  let naming: Naming
  let labels: FieldLabels
  let contents: Contents

  init(_ snapshot: Snapshot) {
    tree = Tree(snapshot)
    visibility = Visibility(tree)
    naming = Naming(tree, visibility)
    labels = FieldLabels(tree, visibility, naming)
    contents = Contents(tree, visibility, naming)
  }
}
