import CCurl
import Concurrency
import Foundation

/// Sends requests with libcurl, one at a time, and takes whole answers.
///
/// It follows no redirect and answers no challenge, because what is sent is meant for one host. The proxy of the
/// environment (`https_proxy`, `http_proxy`, `all_proxy`, `no_proxy`) is used, but never for this machine's own
/// addresses: it would see what was meant to stay here.
package actor HTTPClient {
  private let executor = QueueExecutor(label: "fazm-linux.http")
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private let connections = Connections()
  private let timeout: Duration
  private let certificates: String?

  /// `timeout` is for a whole answer, from the first byte sent to the last received. `certificates` is a file of
  /// trusted certificates in PEM form, in place of the system's.
  package init(timeout: Duration, certificates: String? = nil) {
    self.timeout = timeout
    self.certificates = certificates
  }

  /// The server's answer. Cancelling the task breaks off within a moment.
  package func send(_ request: HTTPRequest) throws(HTTPError) -> HTTPAnswer {
    let transfer = Transfer(request, timeout: timeout, certificates: certificates)
    switch connections.perform(transfer, isCancelled: { Task.isCancelled }) {
    case nil: throw .cancelled
    case CURLE_OK?: return transfer.answer
    case let code?: throw error(code, of: transfer)
    }
  }

  private func error(_ code: CURLcode, of transfer: Transfer) -> HTTPError {
    let reason = transfer.reason(code)
    return switch code {
    case CURLE_OPERATION_TIMEDOUT where transfer.isSent: .timedOut
    case CURLE_ABORTED_BY_CALLBACK: .brokenOff(reason: "the connection was closed before an answer")
    case _ where transfer.isSent: .brokenOff(reason: reason)
    case CURLE_PEER_FAILED_VERIFICATION: .untrusted(reason: reason)
    case CURLE_SSL_CACERT_BADFILE: .unusableCertificates(path: certificates ?? "of the system")
    default: .unreachable(reason: reason)
    }
  }
}

/// The connections that are open, to be used again.
private final class Connections {
  private let multi: UnsafeMutableRawPointer?

  init() {
    _ = Self.isReady
    multi = curl_multi_init()
  }

  deinit {
    curl_multi_cleanup(multi)
  }

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// How a transfer ended; nil where it was cancelled.
  func perform(_ transfer: Transfer, isCancelled: () -> Bool) -> CURLcode? {
    curl_multi_add_handle(multi, transfer.handle)
    defer { curl_multi_remove_handle(multi, transfer.handle) }
    var running: Int32 = 1
    var waiting: Int32 = 0
    while !isCancelled() {
      guard curl_multi_perform(multi, &running) == CURLM_OK else { return CURLE_OUT_OF_MEMORY }
      if running == 0 { return curl_multi_info_read(multi, &waiting)?.pointee.data.result ?? CURLE_OUT_OF_MEMORY }
      curl_multi_poll(multi, nil, 0, Self.milliseconds, nil)
    }
    return nil
  }

  /// How long it may take to notice that the task was cancelled.
  private static let milliseconds: Int32 = 50
}
