import Agent

/// One command of a dry run: what it aims at, and what would be done. The field names are part of the public surface.
struct PlanJSON: Encodable {
  var command: String
  var role: String?
  var name: String?
  var route: String?
  /// Whether the person would be asked first.
  var confirm: Bool
  /// What it does that cannot be undone.
  var risk: String?
  /// Why it would be refused.
  var refused: String?

  init(_ plan: StepPlan) {
    command = plan.command.redactedDescription
    role = plan.target?.role.rawValue
    name = plan.target?.name
    route = plan.route?.rawValue
    confirm = plan.isConfirmed
    risk = plan.risk?.kind.rawValue
    refused = plan.refusal?.sentence
  }
}
