import Foundation
import TestSupport
import Testing

@testable import Model

/// The table of errors, with what is retried and what is not.
@Suite struct ErrorTableTests {
  @Test(arguments: [
    (400, ModelError.badRequest(status: 400, message: "no", requestID: "req_test")),
    (401, .rejectedCredential(variable: "ANTHROPIC_API_KEY", requestID: "req_test")),
    (402, .billing(message: "no", requestID: "req_test")),
    (403, .forbidden(message: "no", requestID: "req_test")),
    (404, .unknownModel("claude-haiku-5-5", requestID: "req_test")),
    (409, .badRequest(status: 409, message: "no", requestID: "req_test")),
    (413, .badRequest(status: 413, message: "no", requestID: "req_test")),
    (429, .spendCap(message: "no", resetsAt: nil, requestID: "req_test")),
  ])
  func statusThatIsNotRetried(status: Int, expected: ModelError) async throws {
    let bench = try Bench(.status(status), .reply("late"))
    #expect(try await bench.failure() == expected)
    #expect(try bench.server.requests().count == 1)
    #expect(bench.waits.all.isEmpty)
  }

  @Test(arguments: [500, 502, 503, 504, 529])
  func serverErrorIsRetriedTwiceWithBackoff(status: Int) async throws {
    let bench = try Bench(.status(status), .status(status), .status(status), .reply("late"))
    #expect(try await bench.failure() == .overloaded(status: status, requestID: "req_test"))
    #expect(try bench.server.requests().count == 3)
    #expect(bench.waits.all == [.milliseconds(500), .seconds(1)])
  }

  @Test func retriesThatSucceedAreCounted() async throws {
    let bench = try Bench(.status(529), .status(500), .reply("click b3"))
    let reply = try await bench.client().reply(to: .hello)
    #expect(reply.text == "click b3")
    #expect(reply.retries == 2)
    let sent = try bench.server.requests().map(\.text)
    #expect(sent.count == 3)
    #expect(Set(sent).count == 1)
  }

  @Test func retryAfterIsHonouredAndSaid() async throws {
    let bench = try Bench(.status(429, retryAfter: 7), .reply("hello"))
    #expect(try await bench.client().reply(to: .hello).retries == 1)
    #expect(bench.waits.all == [.seconds(7)])
    #expect(bench.notices.all.map(\.description) == ["rate limited, trying again in 7 s (1 of 2)"])
  }

  @Test func rateLimitAfterAllRetriesNamesTheLastWait() async throws {
    let bench = try Bench(.status(429, retryAfter: 1), .status(429, retryAfter: 2), .status(429, retryAfter: 3))
    #expect(try await bench.failure() == .rateLimited(retryAfter: 3, requestID: "req_test"))
    #expect(bench.waits.all == [.seconds(1), .seconds(2)])
  }

  @Test(arguments: [429, 529])
  func waitThatIsTooLongIsNotBegun(status: Int) async throws {
    let bench = try Bench(.status(status, retryAfter: 61), .reply("late"))
    let error = try #require(try await bench.failure())
    #expect(
      error
        == (status == 429
          ? .rateLimited(retryAfter: 61, requestID: "req_test")
          : .overloaded(status: 529, requestID: "req_test")))
    #expect(bench.waits.all.isEmpty)
    #expect(try bench.server.requests().count == 1)
  }

  @Test func retryAfterMayBeADate() async throws {
    let past = "Wed, 21 Oct 2015 07:28:00 GMT"
    let bench = try Bench(.status(429).header("retry-after", past), .reply("hello"))
    #expect(try await bench.client().reply(to: .hello).text == "hello")
    #expect(bench.waits.all == [.zero])
  }

  @Test func backoffDoublesUpToALimitLessAQuarterByChance() {
    var policy = RetryPolicy()
    policy.chance = { 0 }
    #expect((0...6).map(policy.backoff) == [0.5, 1, 2, 4, 8, 8, 8].map { .seconds($0) })
    policy.chance = { 1 }
    #expect(policy.backoff(1) == .milliseconds(750))
  }

  @Test func passwordChallengeIsARejectedCredential() async throws {
    let bench = try Bench(.status(401).header("www-authenticate", "Basic realm=\"x\""))
    #expect(try await bench.failure() == .rejectedCredential(variable: "ANTHROPIC_API_KEY", requestID: "req_test"))
  }

  @Test func rejectionWithoutCredentialAsksForOne() async throws {
    let bench = try Bench(.status(401))
    let client = try bench.client(mode: .endpoint, credential: false)
    #expect(try await bench.failure(of: client) == .missingCredential(variable: "ANTHROPIC_AUTH_TOKEN"))
  }

  @Test(arguments: [301, 302, 307, 308])
  func redirectIsNotFollowed(status: Int) async throws {
    let elsewhere = try Bench(.reply("stolen"))
    let target = elsewhere.server.baseURL.absoluteString
    let bench = try Bench(.status(status).header("location", target))
    let error = try #require(try await bench.failure())
    #expect(error.description.contains("redirects to \(target)"))
    #expect(try elsewhere.server.requests().isEmpty)
  }

  @Test(arguments: [
    (#"{"error": {"message": "A"}}"#, "A"), (#"{"error": "B"}"#, "B"), (#"{"message": "C"}"#, "C"),
    (#"{"detail": "D"}"#, "D"), ("<h1>Bad  \u{1B}[31m\n gateway</h1>", "<h1>Bad [31m gateway</h1>"), ("", ""),
  ])
  func wordsOfAnyServerAreShownOnOneLine(body: String, words: String) async throws {
    var reply = ScriptedReply.raw(body)
    reply.status = 400
    let bench = try Bench(reply)
    #expect(try await bench.failure() == .badRequest(status: 400, message: words, requestID: nil))
  }
}
