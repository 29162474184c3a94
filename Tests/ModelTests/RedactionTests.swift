import Foundation
import TestSupport
import Testing

@testable import Model

/// A key is in its header and nowhere else.
@Suite struct RedactionTests {
  @Test func credentialShowsInNoText() async throws {
    let environment = ["ANTHROPIC_API_KEY": Bench.secret]
    let connection = try await Connection.api(environment: environment) { _ in nil }
    let credential = try #require(connection.credential)
    var dumped = ""
    dump(connection, to: &dumped)
    let texts = [
      "\(credential)", String(reflecting: credential), "\(connection)", String(reflecting: connection), dumped,
      String(describing: Optional(credential)), "\([credential])",
    ]
    for text in texts { #expect(!text.contains(Bench.secret)) }
    #expect("\(credential)" == "the credential from ANTHROPIC_API_KEY for api.anthropic.com")
  }

  @Test(arguments: [400, 402, 403, 409, 429, 307, 200])
  func serverThatQuotesTheKeyDoesNotBringItIntoAnError(status: Int) async throws {
    let quote = "no key \(Bench.secret) here"
    var reply = ScriptedReply.status(status, message: quote, requestID: Bench.secret)
    reply.headers["location"] = "https://x.example/?key=\(Bench.secret)"
    let bench = try Bench(reply)
    let error = try #require(try await bench.failure())
    #expect(!"\(error)".contains(Bench.secret))
    #expect(!String(reflecting: error).contains(Bench.secret))
    #expect("\(error)".contains("[redacted]"))
  }

  @Test func everySentenceEndsAndNamesTheRequest() {
    let id = "req_1"
    let named: [ModelError] = [
      .rejectedCredential(variable: "V", requestID: id), .billing(message: "m", requestID: id),
      .forbidden(message: "m", requestID: id), .unknownModel("m", requestID: id),
      .badRequest(status: 400, message: "m", requestID: id), .rateLimited(retryAfter: 90, requestID: id),
      .spendCap(message: "m", resetsAt: nil, requestID: id),
      .overloaded(status: 529, requestID: id),
    ]
    for error in named { #expect(error.description.hasSuffix(" (request req_1)")) }
    #expect(ModelError.rateLimited(retryAfter: 90, requestID: nil).description.contains("90 s"))
    #expect(ModelError.timedOut(host: "h", seconds: 5).description.hasPrefix("h gave no answer within 5 s"))
    #expect(ModelError.rejectedCredential(variable: "V", requestID: nil).description.contains("from V"))
  }
}
