import CCurl
import Foundation

/// One request on its way, and what has come back of it.
final class Transfer {
  let handle = curl_easy_init()
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var body = Data()
  private var headers: [String: String] = [:]
  /// Whether the request has gone out, or begun to.
  private(set) var isSent = false

  init(_ request: HTTPRequest, timeout: Duration, certificates: String?) {
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    set(CURLOPT_URL, request.url.absoluteString)
    set(CURLOPT_TIMEOUT_MS, Int(timeout / .milliseconds(1)))
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    if request.url.isLoopback { set(CURLOPT_NOPROXY, "*") }
    if let certificates { set(CURLOPT_CAINFO, certificates) }
    // Without the last one, a large body would wait for leave to be sent.
    for header in request.headers.map({ "\($0.name): \($0.value)" }) + ["Expect:"] {
      headerList = curl_slist_append(headerList, header)
    }
    fazm_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headerList)
    fazm_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, words)
    set(CURLOPT_POSTFIELDSIZE, request.body.count)
    request.body.withUnsafeBytes { _ = fazm_curl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
    sendOnce()
    receive()
  }

  deinit {
    curl_easy_cleanup(handle)
    curl_slist_free_all(headerList)
    words.deallocate()
  }

  /// What came back of a transfer that has ended well.
  var answer: HTTPAnswer {
    HTTPAnswer(status: fazm_curl_status(handle), headers: headers, body: body)
  }

  /// Why it did not end well.
  func reason(_ code: CURLcode) -> String {
    words[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: words)
  }

  /// libcurl would send a request again whose connection, used before, broke off without an answer: nobody has agreed
  /// to pay for it twice.
  private func sendOnce() {
    fazm_curl_set_gate(
      handle,
      { context, _, _, _, _ in
        guard let transfer = Transfer.at(context), !transfer.isSent else { return CURL_PREREQFUNC_ABORT }
        transfer.isSent = true
        return CURL_PREREQFUNC_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func receive() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    fazm_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
    fazm_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { bytes, _, count, context in
      Transfer.at(context)?.body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
      return count
    }
    fazm_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    fazm_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { bytes, _, count, context in
      Transfer.at(context)?.take(
        line: String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self))
      return count
    }
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func take(line: String) {
    // An answer may be announced by others, which a new status line ends.
    if line.hasPrefix("HTTP/") { headers = [:] }
    guard let colon = line.firstIndex(of: ":") else { return }
    headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
      in: .whitespacesAndNewlines)
  }

  private func set(_ option: CURLoption, _ value: Int) {
    fazm_curl_set_number(handle, option, value)
  }

  private func set(_ option: CURLoption, _ value: String) {
    value.withCString { _ = fazm_curl_set_pointer(handle, option, $0) }
  }
}
