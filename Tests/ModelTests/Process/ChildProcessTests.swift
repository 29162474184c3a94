import Foundation
import TestSupport
import Testing

@testable import Model

/// Programs that are started, talked to and ended.
@Suite struct ChildProcessTests {
  private static let folder = FileManager.default.temporaryDirectory.path

  private func start(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:]
  ) async throws -> ChildProcess {
    try await ChildProcess.start(
      ChildProcess.Command(program: program, arguments: arguments, environment: environment, folder: Self.folder))
  }

  /// Runs a shell program, since that says it shortest.
  private func shell(_ script: String) async throws -> ChildProcess {
    try await start("/bin/sh", ["-c", script])
  }

  private func text(_ child: ChildProcess) async -> [String] {
    var lines: [String] = []
    for await line in child.lines { lines.append(String(decoding: line, as: UTF8.self)) }
    return lines
  }

  @Test func linesComeWholeInOrderAndTheLastNeedsNoNewline() async throws {
    let child = try await shell("printf 'one\\n\\ntw'; printf 'o\\nthree'; echo oops >&2; exit 7")
    #expect(await text(child) == ["one", "", "two", "three"])
    #expect(await child.ending == .exited(7))
    #expect(child.errorText == "oops\n")
  }

  @Test func whatIsSentIsReadAndClosingTheInputEndsIt() async throws {
    let child = try await start("/bin/cat")
    #expect(await child.send(Data("hello".utf8)))
    var lines = child.lines.makeAsyncIterator()
    #expect(await lines.next() == Data("hello".utf8))
    await child.stop(grace: .seconds(60))
    #expect(await child.ending == .exited(0))
    #expect(await !child.send(Data("late".utf8)))
  }

  @Test func longLinesAreNotCutAndDoNotBlockEitherSide() async throws {
    let child = try await start("/bin/cat")
    let long = Data(repeating: UInt8(ascii: "x"), count: 3 << 20)
    async let sent = child.send(long)
    var lines = child.lines.makeAsyncIterator()
    #expect(await lines.next() == long)
    #expect(await sent)
  }

  @Test func environmentFolderAndSignalsAreAsGiven() async throws {
    let child = try await start("/usr/bin/env", environment: ["A": "1 2"])
    #expect(await text(child) == ["A=1 2"])
    let folder = try await shell("pwd -P; grep -E 'SigBlk|SigIgn' /proc/self/status; ls /proc/self/fd | wc -l")
    let resolved = URL(fileURLWithPath: Self.folder).resolvingSymlinksInPath().path
    let lines = await text(folder)
    #expect(lines.first == resolved)
    #expect(lines.count == 4)
    for line in lines.dropFirst().prefix(2) {
      let mask = try #require(UInt64(line.split(separator: "\t").last ?? "", radix: 16))
      // The two above 31 are the C library's own.
      #expect(mask & 0x7FFF_FFFF == 0, "\(line)")
    }
    // Three streams, and the folder that ls reads.
    #expect(lines.last == "4")
  }

  @Test func writingToWhoHasEndedIsNoSignal() async throws {
    let child = try await shell("exec 0<&-; echo closed; exec sleep 60")
    var lines = child.lines.makeAsyncIterator()
    _ = await lines.next()
    // A program that another test is just starting holds a copy of the pipe until it runs.
    let deadline = ContinuousClock.now + .seconds(10)
    while await child.send(Data("lost".utf8)), ContinuousClock.now < deadline {}
    #expect(await !child.send(Data("lost".utf8)))
    child.signal(SIGKILL)
    #expect(await child.ending == .killed(signal: SIGKILL))
  }

  @Test func whatItStartedEndsWithIt() async throws {
    let child = try await shell("sleep 1000 & echo $!; exit 0")
    let line = try #require(await text(child).first)
    let grandchild = try #require(pid_t(line))
    #expect(await child.ending == .exited(0))
    let deadline = ContinuousClock.now + .seconds(10)
    while Self.isAlive(grandchild), ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(1)) }
    #expect(!Self.isAlive(grandchild))
  }

  /// False also for a zombie, which waits for its new parent.
  private static func isAlive(_ pid: pid_t) -> Bool {
    guard let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return false }
    return !state.contains(") Z ")
  }

  @Test func grandchildThatGotAwayDoesNotHoldTheStreamsOpen() async throws {
    let child = try await shell("setsid sleep 2 & echo done")
    #expect(await text(child) == ["done"])
    #expect(await child.ending == .exited(0))
  }

  @Test func whoDoesNotListenIsKilled() async throws {
    let child = try await shell("trap '' TERM; echo ready; while :; do sleep 1000; done")
    var lines = child.lines.makeAsyncIterator()
    _ = await lines.next()
    await child.stop(grace: .milliseconds(10))
    #expect(await child.ending == .killed(signal: SIGKILL))
  }

  @Test func lastReferenceKillsIt() async throws {
    var child: ChildProcess? = try await shell("echo $$; exec sleep 1000")
    let lines = try #require(child?.lines)
    var iterator = lines.makeAsyncIterator()
    let line = try #require(await iterator.next())
    let pid = try #require(pid_t(String(decoding: line, as: UTF8.self)))
    child = nil
    #expect(await iterator.next() == nil)
    #expect(kill(pid, 0) == -1)
  }

  @Test func errorTextIsTheEndOfALongOne() async throws {
    let child = try await shell("seq 1 100000 >&2; echo last >&2")
    _ = await child.ending
    #expect(child.errorText.utf8.count == 4096)
    #expect(child.errorText.hasSuffix("100000\nlast\n"))
  }

  @Test func folderThatIsNotThereIsAnError() async throws {
    await #expect(throws: ChildProcessError(code: ENOENT)) {
      try await ChildProcess.start(
        ChildProcess.Command(program: "/bin/cat", arguments: [], environment: [:], folder: "/no/such/folder"))
    }
  }

  @Test func emptyFolderIsPrivateAndGoes() throws {
    var folder: EmptyFolder? = try EmptyFolder()
    let path = try #require(folder?.path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
    try Data("x".utf8).write(to: URL(fileURLWithPath: "\(path)/left-behind"))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func programsAreFoundAsAShellDoes() throws {
    let folder = try TemporaryFolder()
    try folder.add("a/tool", "b/tool", "a/plain", "c/tool/x")
    for name in ["a/tool", "b/tool"] { chmod(folder.url.appending(path: name).path, 0o755) }
    let root = folder.url.path
    let environment = ["PATH": "relative:\(root)/c:\(root)/b:\(root)/a"]
    #expect(ProgramPath.find("tool", environment: environment) == "\(root)/b/tool")
    #expect(ProgramPath.find("plain", environment: environment) == nil)
    #expect(ProgramPath.find("tool", environment: [:], folders: ["\(root)/a"]) == "\(root)/a/tool")
    #expect(ProgramPath.find("\(root)/a/tool", environment: [:]) == "\(root)/a/tool")
    #expect(ProgramPath.find("\(root)/a/plain", environment: [:]) == nil)
    #expect(ProgramPath.find("\(root)/c/tool", environment: [:]) == nil)
  }

  @Test func linesAreCutWhereverThePiecesEnd() {
    var splitter = LineSplitter()
    #expect(splitter.lines(adding: Data("ab".utf8)).isEmpty)
    #expect(splitter.lines(adding: Data("c\nd".utf8)) == [Data("abc".utf8)])
    #expect(splitter.lines(adding: Data("\n\ne\n".utf8)) == [Data("d".utf8), Data(), Data("e".utf8)])
    #expect(splitter.rest == nil)
    #expect(splitter.lines(adding: Data()).isEmpty)
    #expect(splitter.lines(adding: Data("f".utf8)).isEmpty)
    #expect(splitter.rest == Data("f".utf8))
  }
}
