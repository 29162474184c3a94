extension ChildProcess {
  /// How it ended, in words, with the last thing it complained about.
  func reason(for ending: Ending) -> String {
    let complaint = ServerText.clean(errorText.split(separator: "\n").last.map(String.init) ?? "")
    let how =
      switch ending {
      case .exited(let code): "exit code \(code)"
      case .killed(let signal): "killed by signal \(signal)"
      }
    return complaint.isEmpty ? how : "\(how): \(complaint)"
  }
}
