import Foundation
import TestSupport
import Testing

@testable import Input

/// What a real program put into the clipboard, and what a real one gets out of it, is the truth.
@Suite(.serialized) struct ClipboardTests {
  @Test func theClipboardIsAsItWas() async throws {
    let program = try Repository.fazmLinux().path
    try await BareDisplay.run(windowManager: false) { display in
      let clipboard = try #require(Clipboard(display: display.name, keeper: program))
      let empty = try #require(await clipboard.content())
      #expect(empty == ClipboardContent())
      let first = Self.content("Grüße, 你好")
      await clipboard.putBack(first)
      #expect(try await Self.paste("UTF8_STRING", on: display) == Data("Grüße, 你好".utf8))
      let found = try #require(await clipboard.content())
      #expect(found == first)

      await clipboard.putBack(Self.content("something else"))
      #expect(await clipboard.content() == Self.content("something else"))
      await clipboard.putBack(found)
      #expect(try await Self.paste("UTF8_STRING", on: display) == Data("Grüße, 你好".utf8))
      await clipboard.putBack(empty)
      #expect(await clipboard.content() == ClipboardContent())
    }
  }

  @Test func whoeverCopiesIsCounted() async throws {
    let program = try Repository.fazmLinux().path
    try await BareDisplay.run(windowManager: false) { display in
      let clipboard = try #require(Clipboard(display: display.name, keeper: program))
      #expect(await clipboard.copies() == 0)
      try await Self.withOwner(of: Data("theirs".utf8), as: "UTF8_STRING", on: display) { _ in
        #expect(await clipboard.copies() == 1)
        #expect(await clipboard.content() != nil)
        await clipboard.putBack(ClipboardContent())
        #expect(await clipboard.copies() == 1)
        await clipboard.putBack(Self.content("again"))
        #expect(await clipboard.copies() == 2)
      }
    }
  }

  /// Nothing of this size goes through one property: both sides hand it over piece by piece.
  @Test(arguments: ["UTF8_STRING", "image/png", "application/x-of-its-own"])
  func whatIsLargeIsKeptWhole(target: String) async throws {
    let program = try Repository.fazmLinux().path
    let large = Self.large
    try await BareDisplay.run(windowManager: false) { display in
      try await Self.withOwner(of: large, as: target, on: display) { _ in
        let clipboard = try #require(Clipboard(display: display.name, keeper: program))
        let found = try #require(await clipboard.content())
        #expect(found.forms.map(\.data) == [large])
        await clipboard.putBack(Self.content("the task's"))
        #expect(try await Self.paste("UTF8_STRING", on: display) == Data("the task's".utf8))
        await clipboard.putBack(found)
        #expect(try await Self.paste(target, on: display) == large)
        #expect(await clipboard.content() == found)
      }
    }
  }

  @Test func allFormsAreKeptNextToEachOther() async throws {
    let program = try Repository.fazmLinux().path
    let text = Data(repeating: 0x61, count: 3_000_000)
    let content = ClipboardContent(forms: [
      .init(target: "UTF8_STRING", type: "UTF8_STRING", format: 8, data: text),
      .init(target: "text/html", type: "text/html", format: 8, data: Data("<b>small</b>".utf8)),
      .init(target: "image/png", type: "image/png", format: 8, data: Self.large),
    ])
    try await BareDisplay.run(windowManager: false) { display in
      let clipboard = try #require(Clipboard(display: display.name, keeper: program))
      await clipboard.putBack(content)
      #expect(await clipboard.content() == content)
      #expect(try await Self.paste("image/png", on: display) == Self.large)
      #expect(try await Self.paste("text/html", on: display) == Data("<b>small</b>".utf8))
    }
  }

  @Test func whatIsTooLargeOrNotHandedOutIsNotTakenForNothing() async throws {
    let program = try Repository.fazmLinux().path
    try await BareDisplay.run(windowManager: false) { display in
      try await Self.withOwner(of: Self.large, as: "UTF8_STRING", on: display) { owner in
        let narrow = try #require(Clipboard(display: display.name, keeper: program, mostBytes: Self.large.count - 1))
        #expect(await narrow.content() == nil)
        #expect(try await Self.paste("UTF8_STRING", on: display) == Self.large)
        let wide = try #require(Clipboard(display: display.name, keeper: program, mostBytes: Self.large.count))
        #expect(await wide.content()?.forms.map(\.data) == [Self.large])
        kill(owner, SIGSTOP)
        #expect(await wide.content() == nil)
        kill(owner, SIGCONT)
        #expect(await wide.content()?.forms.map(\.data) == [Self.large])
      }
    }
  }

  @Test func aProgramIsAKeeperWhereItIsAskedToBe() {
    #expect(ClipboardKeeper.display(in: [ClipboardKeeper.option, ":7"]) == ":7")
    #expect(ClipboardKeeper.display(in: ["tree"]) == nil)
  }

  /// Five million bytes, of which no two stretches are the same.
  private static let large = Data(
    (0..<1_250_000).flatMap { number in
      withUnsafeBytes(of: UInt32(number)) { $0.map { 0x20 + $0 % 0x5F } }
    })

  private static func content(_ text: String) -> ClipboardContent {
    ClipboardContent(forms: [
      .init(target: "UTF8_STRING", type: "UTF8_STRING", format: 8, data: Data(text.utf8))
    ])
  }

  /// Runs `body` while `xclip` offers `data`, and gives it the process.
  private static func withOwner(
    of data: Data, as target: String, on display: BareDisplay, _ body: (pid_t) async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "copied")
    try data.write(to: file)
    let owner = Process()
    owner.executableURL = URL(filePath: "/usr/bin/xclip")
    owner.arguments = ["-quiet", "-selection", "clipboard", "-target", target, "-in", file.path]
    owner.environment = display.environment
    owner.standardError = FileHandle.nullDevice
    try owner.runWithSignalsUnblocked()
    defer {
      owner.terminate()
      owner.waitUntilExit()
    }
    while try await !display.run("xclip", "-selection", "clipboard", "-t", "TARGETS", "-o").output.contains(target) {
      try await Task.sleep(for: .milliseconds(20))
    }
    try await body(owner.processIdentifier)
  }

  /// What a program gets that pastes.
  private static func paste(_ target: String, on display: BareDisplay) async throws -> Data {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "pasted").path
    _ = try await display.run("sh", "-c", "xclip -selection clipboard -t '\(target)' -o > '\(file)'")
    return try Data(contentsOf: URL(filePath: file))
  }
}
