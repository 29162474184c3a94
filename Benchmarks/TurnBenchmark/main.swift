import Accessibility
import Agent
import Foundation
import Input
import Launcher
import Screen

import struct Outline.Window

// Answers each line of its input with one line of JSON: `windows` lists the windows of the desktop, `snapshot ID` counts
// the accessibles of one, `begin ID` takes it as that of a task, `do COMMAND` carries out a command of the model's
// language there, and `turn COMMAND` times it besides, with {NAME} for the ref of what is called so.

let screen = try Screen.connect()
let accessibility = try await Accessibility.connect()
let desktop = Desktop(
  windows: screen, accessibility: accessibility, input: try XInput.connect(), launcher: DesktopEntries())
var timer: TurnTimer?

while let line = readLine() {
  let words = line.split(separator: " ")
  do {
    if words == ["windows"] {
      try answer(await screen.windows())
    } else if words.first == "snapshot", words.count == 2, let window = await window(words[1]) {
      try answer(Size(nodes: try await accessibility.snapshot(of: window).nodes.count))
    } else if words.first == "begin", words.count == 2, let window = await window(words[1]) {
      try await screen.activate(window.id)
      timer = try await TurnTimer(desktop: desktop, window: window)
      try answer(Size(nodes: 0))
    } else if words.first == "do", var current = timer {
      try answer(try await current.carryOut(line.dropFirst(3)))
      timer = current
    } else if words.first == "turn", var current = timer {
      try answer(try await current.turn(line.dropFirst(5)))
      timer = current
    } else {
      try answer(Failed(error: "unknown: \(line)"))
    }
  } catch {
    try answer(Failed(error: "\(error)"))
  }
}

func window(_ id: Substring) async -> Window? {
  guard let id = UInt32(id) else { return nil }
  return await screen.window(id)
}

func answer(_ value: some Encodable) throws {
  try FileHandle.standardOutput.write(contentsOf: JSONEncoder().encode(value) + Data("\n".utf8))
}

struct Size: Encodable {
  var nodes: Int
}

struct Failed: Encodable {
  var error: String
}
