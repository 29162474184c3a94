import Testing

@testable import MessageBus

@Suite struct CallFailureTests {
  @Test(arguments: [
    ("UnknownObject", CallFailure.unknownObject), ("UnknownMethod", .unsupported), ("UnknownProperty", .unsupported),
    ("ServiceUnknown", .disconnected), ("NoReply", .disconnected), ("Timeout", .timedOut),
    ("Failed", .refused("why")),
  ])
  func standardErrorsHaveAMeaning(name: String, failure: CallFailure) {
    #expect(CallFailure(named: "org.freedesktop.DBus.Error.\(name)", message: "why") == failure)
  }

  @Test func aProgramsOwnErrorIsARefusal() {
    #expect(CallFailure(named: "org.example.Busy", message: "later") == .refused("later"))
  }
}
