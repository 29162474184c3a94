import Foundation
import Outline
import TestSupport
import Testing

@testable import Agent

@Suite struct RefStoreTests {
  private let folder: TemporaryFolder
  private let store: RefStore

  init() throws {
    folder = try TemporaryFolder()
    store = RefStore(directory: folder.url.appending(path: "run").path, display: ":7")
  }

  private var file: URL { folder.url.appending(path: "run/refs:7.json") }

  private func refs() async throws -> RefTable {
    try await Hand(FakeDesktop([.button("Save")])).steps.outliner.refs
  }

  private func permissions(_ url: URL) throws -> Int {
    let value = try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions]
    return try (value as? NSNumber).orThrow("no permissions").intValue
  }

  @Test func `gives back what was kept`() async throws {
    let refs = try await refs()
    try store.save(RefStore.Entry(window: .editor, refs: refs))
    let entry = try store.load().orThrow("nothing kept")
    #expect(entry.refs == refs)
    #expect(entry.isFor(.editor))
  }

  @Test func `refs that were kept find the same elements`() async throws {
    let desktop = FakeDesktop([.button("Print"), .button("Save")])
    let hand = try await Hand(desktop)
    try store.save(RefStore.Entry(window: .editor, refs: hand.steps.outliner.refs))
    let kept = try store.load().orThrow("nothing kept").refs
    let observer = try await Observer(desktop: desktop.desktop, window: .editor)
    var steps = StepRunner(observer: observer, outliner: Outliner(refs: kept))
    _ = await steps.run([.click(.click, .element(try hand.ref("Save")), modifiers: [])])
    #expect(desktop.deeds == [.press("Save")])
  }

  @Test func `is for one window of one process`() {
    let entry = RefStore.Entry(window: .editor, refs: RefTable())
    var other = Window.editor
    other.title = "Another title"
    #expect(entry.isFor(other))
    other.pid = 101
    #expect(!entry.isFor(other))
    other.pid = nil
    #expect(!entry.isFor(other))
    #expect(!entry.isFor(.question))
  }

  @Test func `nobody else can read it`() throws {
    try store.save(RefStore.Entry(window: .editor, refs: RefTable()))
    #expect(try permissions(file) == 0o600)
    #expect(try permissions(file.deletingLastPathComponent()) == 0o700)
  }

  @Test func `nobody else can read it in a folder that was there before`() throws {
    let run = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: run, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    try store.save(RefStore.Entry(window: .editor, refs: RefTable()))
    #expect(try permissions(run) == 0o700)
  }

  @Test(arguments: ["", "{}", "[1, 2]", "{\"window\":1,\"pid\":100,\"refs\":{}}", "\u{0}"])
  func `a file that cannot be read has no refs`(content: String) throws {
    try folder.add("run/refs:7.json", content: content)
    #expect(store.load() == nil)
  }

  @Test func `each display has its own`() throws {
    try store.save(RefStore.Entry(window: .editor, refs: RefTable()))
    let other = RefStore(directory: file.deletingLastPathComponent().path, display: ":8")
    #expect(other.load() == nil)
    #expect(RefStore(directory: folder.url.path, display: "../../x:0").load() == nil)
  }
}
