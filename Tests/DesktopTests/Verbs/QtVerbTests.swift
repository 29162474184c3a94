import Foundation
import TestSupport
import Testing

@testable import Outline

/// Every verb on programs of Qt 5.
@Suite(.desktop, .serialized) struct QtVerbTests {
  static let trials = files + text + sums + settings

  @Test func dolphin() async throws {
    let folder = try TemporaryFolder()
    try folder.add(
      "Papers/Sub/inner.txt", "Papers/alpha.txt", "Papers/beta.txt", "Papers/delta.txt", content: "words\n")
    for number in 10...40 { try folder.add("Papers/n\(number).txt") }
    try await SharedDesktop.current.withProgram(
      "dolphin", ["--new-window", folder.url.appending(path: "Papers").path], titled: "Papers", showing: "alpha.txt"
    ) { window in
      try await window.carryOut(Self.files, with: folder)
      try await window.desktop.close(window.desktop.liveWindow("KCalc"))
    }
  }

  @Test func kate() async throws {
    let folder = try TemporaryFolder()
    try folder.add("list.txt", content: "one line\ntwo lines\n")
    try folder.add("long.txt", content: (1...200).map { "row \($0) of many words\n" }.joined())
    let files = ["long.txt", "list.txt"].map { folder.url.appending(path: $0).path }
    try await SharedDesktop.current.withProgram(
      "kate", ["--new"] + files, titled: "list.txt", showing: "two lines", "long.txt"
    ) { try await $0.carryOut(Self.text, with: folder) }
  }

  @Test func kcalc() async throws {
    let folder = try TemporaryFolder()
    try await SharedDesktop.current.withProgram("kcalc", titled: "KCalc", showing: "÷") { window in
      try await window.carryOut(Self.sums, with: folder)
      let dialog = try await window.desktop.liveWindow("Configure")
      try await dialog.carryOut(Self.settings, with: folder)
    }
  }
}
