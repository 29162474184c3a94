import MessageBus
import Outline

/// Reads what programs are and which top-level accessibles they have.
struct ProgramReader {
  let connection: Connection
  let deadline: ContinuousClock.Instant

  func programs(at roots: [NodeID]) -> [Program] {
    var programs = roots.map { Program(root: $0) }
    readIdentities(&programs)
    readFrames(&programs)
    return programs
  }

  private func readIdentities(_ programs: inout [Program]) {
    var found = programs
    let batch = Batch(connection, until: deadline)
    for (index, program) in programs.enumerated() {
      batch.add(.name(of: program.root)) {
        found[index].name = $0.property?.string ?? ""
        found[index].isResponding = true
      }
      batch.add(.property("ToolkitName", Interface.application, of: program.root)) {
        found[index].toolkit.name = $0.property?.string ?? ""
        if found[index].toolkit.isChromium {
          found[index].isBridged = true
        } else {
          meet(program.root, in: batch) { found[index].isBridged = true }
        }
      }
      batch.add(.property("Version", Interface.application, of: program.root)) {
        found[index].toolkit.version = $0.property?.string ?? ""
      }
      batch.add(.children(of: program.root)) { reply in
        found[index].frames = (reply.child(0)?.references ?? []).map {
          Frame(id: $0, role: .unknown, states: [], name: "", bounds: nil)
        }
      }
    }
    batch.run()
    programs = found
  }

  /// Only now is Chromium asked for its list, which would lack for good what came after it was asked.
  func meetWoken(_ program: Program) {
    guard program.toolkit.isChromium else { return }
    let batch = Batch(connection, until: deadline)
    meet(program.root, in: batch) {}
    batch.run()
  }

  /// Only the ATK bridge answers this, and only after this call does it offer its list of everything.
  private func meet(_ root: NodeID, in batch: Batch, onAnswer: @escaping () -> Void) {
    guard !connection.hasMet(root.bus) else { return onAnswer() }
    batch.add(Call(root, Interface.application, "GetApplicationBusAddress")) { reply in
      connection.meet(root.bus, at: reply.child(0)?.string ?? "", until: deadline)
      onAnswer()
    }
  }

  private func readFrames(_ programs: inout [Program]) {
    var found = programs
    let batch = Batch(connection, until: deadline)
    for (program, content) in programs.enumerated() {
      for (index, frame) in content.frames.enumerated() {
        batch.add(.role(of: frame.id)) {
          found[program].frames[index].role = Role(atspi: $0.child(0)?.uint32 ?? 0)
        }
        batch.add(.states(of: frame.id)) {
          found[program].frames[index].states = $0.child(0)?.states ?? []
        }
        batch.add(.name(of: frame.id)) { found[program].frames[index].name = $0.property?.string ?? "" }
        batch.add(.extents(of: frame.id, content.toolkit.coordinates)) {
          found[program].frames[index].bounds = $0.child(0)?.rect
        }
        // Chromium builds its tree only once somebody asks for attributes.
        batch.add(.attributes(of: frame.id)) { _ in }
      }
    }
    batch.run()
    programs = found
  }
}
