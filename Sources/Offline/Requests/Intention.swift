/// What a request asks for, as far as it is understood without a model.
enum Intention: Sendable, Hashable {
  case folder(FolderGoal, named: String?)
  case steps([DirectStep])
  case unknown

  init(_ request: String) {
    let text = RequestText(request)
    if let (goal, name) = FolderRequest.parse(text) {
      self = .folder(goal, named: name)
    } else if let steps = DirectRequest.parse(text) {
      self = .steps(steps)
    } else {
      self = .unknown
    }
  }
}
