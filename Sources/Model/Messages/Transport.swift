import Foundation
import FoundationNetworking

/// Sends one request and takes its whole answer. URLSession uses `https_proxy`, `http_proxy` and `no_proxy`.
final class Transport: Sendable {
  struct Answer: Sendable {
    let status: Int
    let body: Data
    private let response: HTTPURLResponse

    fileprivate init(_ body: Data, _ response: HTTPURLResponse) {
      status = response.statusCode
      self.body = body
      self.response = response
    }

    func header(_ name: String) -> String? { response.value(forHTTPHeaderField: name) }
  }

  private let session: URLSession
  private let timeout: Duration

  /// `timeout` is for a whole answer, from the first byte sent to the last received.
  init(timeout: Duration) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    session = URLSession(configuration: configuration, delegate: Refusals(), delegateQueue: nil)
    self.timeout = timeout
  }

  deinit {
    session.invalidateAndCancel()
  }

  /// The answer, whatever its status. Cancelling the task aborts the request at once.
  func send(_ request: URLRequest, host: String) async throws(ModelError) -> Answer? {
    var request = request
    // URLSession's own limit is between two bytes, and otherwise a minute; ours below is for all of them.
    request.timeoutInterval = timeout / .seconds(1)
    do {
      return try await withDeadline { [session, request] in
        let (body, response) = try await session.data(for: request)
        return (response as? HTTPURLResponse).map { Answer(body, $0) }
      }
    } catch let error as URLError where error.code == .timedOut {
      throw .timedOut(host: host, seconds: Int((timeout / .seconds(1)).rounded(.up)))
    } catch {
      if Task.isCancelled || error is CancellationError { throw .cancelled }
      if (error as? URLError)?.code == .cancelled { return nil }
      throw .unreachable(host: host, reason: ServerText.clean(error.localizedDescription))
    }
  }

  private func withDeadline(
    _ body: @escaping @Sendable () async throws -> Answer?
  ) async throws -> Answer? {
    try await withThrowingTaskGroup(of: Answer?.self) { [timeout] group in
      group.addTask(operation: body)
      group.addTask {
        try await Task.sleep(for: timeout)
        throw URLError(.timedOut)
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }
}

/// Follows no redirect, because a credential and a screen are meant for one host; answers no challenge.
private final class Refusals: NSObject, URLSessionTaskDelegate {
  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  /// A 401 that asks for a password. Foundation on Linux never ends such a task unless the challenge is cancelled.
  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    completionHandler(.cancelAuthenticationChallenge, nil)
  }
}
