import Foundation
import TestSupport
import Testing

@testable import Model

/// Connections that break, stall or answer nonsense. None is tried again: the call may have been billed.
@Suite struct ConnectionFailureTests {
  @Test(arguments: [ScriptedReply.dropped, .reply("click b3").dropping(.within)])
  func droppedConnection(reply: ScriptedReply) async throws {
    let bench = try Bench(reply, .reply("late"))
    guard case .brokenOff(let host, let reason) = try await bench.failure() else {
      Issue.record("not broken off")
      return
    }
    #expect(host == bench.server.baseURL.authority)
    #expect(!reason.isEmpty)
    #expect(try bench.server.requests().count == 1)
  }

  @Test(arguments: [ScriptedReply.dropped, .reply("click b3").dropping(.within)])
  func connectionThatWasUsedBefore(reply: ScriptedReply) async throws {
    let bench = try Bench(.reply("one"), reply, .reply("late"))
    let client = try bench.client()
    _ = try await client.reply(to: .hello)
    guard case .brokenOff = try await bench.failure(of: client) else {
      Issue.record("not broken off")
      return
    }
    #expect(try bench.server.requests().count == 2)
    #expect(try await client.reply(to: .hello).text == "late")
  }

  @Test(arguments: [502, 504, 520, 524])
  func gatewayThatGaveUp(status: Int) async throws {
    var page = ScriptedReply.raw("<html>Bad gateway</html>")
    page.status = status
    let bench = try Bench(page, .reply("late"))
    guard case .brokenOff(_, let reason) = try await bench.failure() else {
      Issue.record("not broken off")
      return
    }
    #expect(reason.contains("\(status)"))
    #expect(try bench.server.requests().count == 1)
  }

  @Test func nobodyListens() async throws {
    let url = try #require(URL(string: "http://127.0.0.1:1"))
    let client = MessagesAPI(
      connection: Connection(mode: .endpoint, baseURL: url, credential: nil), model: "m", prices: try PriceTable.load())
    await #expect {
      _ = try await client.reply(to: .hello)
    } throws: {
      if case .unreachable("127.0.0.1:1", _)? = $0 as? ModelError { true } else { false }
    }
  }

  @Test func noAnswerInTime() async throws {
    let bench = try Bench(.reply("late").delayed(60))
    let client = try bench.client(timeout: .milliseconds(300))
    #expect(try await bench.failure(of: client) == .timedOut(host: bench.server.baseURL.authority ?? "", seconds: 1))
  }

  @Test func cancellingEndsACallThatWaits() async throws {
    let bench = try Bench(.reply("late").delayed(600))
    let call = Task { try await bench.failure(of: bench.client(timeout: .seconds(600))) }
    while try bench.server.requests().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    call.cancel()
    #expect(try await call.value == .cancelled)
  }

  @Test func cancellingEndsTheWaitBeforeARetry() async throws {
    let bench = try Bench(.status(429, retryAfter: 50), .reply("late"))
    var options = MessagesAPI.Options()
    let (waiting, isWaiting) = AsyncStream.makeStream(of: Void.self)
    options.onRetry = { _ in isWaiting.yield() }
    let client = MessagesAPI(
      connection: Connection(mode: .endpoint, baseURL: bench.server.baseURL, credential: nil), model: "m",
      prices: try PriceTable.load(), options: options)
    let call = Task { try await bench.failure(of: client) }
    for await _ in waiting { break }
    call.cancel()
    #expect(try await call.value == .cancelled)
    #expect(try bench.server.requests().count == 1)
  }

  @Test(arguments: ["", "not JSON", "{\"type\":\"message\"}", "[]", "<html>Welcome</html>"])
  func answerThatIsNoReply(body: String) async throws {
    let bench = try Bench(.raw(body))
    guard case .malformedReply(_, let reason) = try await bench.failure() else {
      Issue.record("taken for a reply")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func conversationThatIsTooLargeIsNotSent() async throws {
    let bench = try Bench(.reply("hello"))
    let image = Message.Part.image(png: [UInt8](repeating: 1, count: 25 << 20), width: 10, height: 10)
    let request = ModelRequest(system: "", messages: [Message(.user, [image, .text("look")])], maxTokens: 10)
    guard case .badRequest(status: 413, _, _) = try await bench.failure(asking: request) else {
      Issue.record("sent")
      return
    }
    #expect(try bench.server.requests().isEmpty)
  }
}
