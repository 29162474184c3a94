import Foundation
import HTTP

/// A model behind Anthropic's Messages API, or a server that speaks it.
///
/// One plain request for each call: an answer of a dozen tokens gains nothing from streaming, and its usage is exact.
package final class MessagesAPI: LanguageModel {
  package struct Options: Sendable {
    /// Whether the server is asked to cache the conversation, where it is long enough for the model. Nil: where the
    /// mode is `api`; other servers may not know the field.
    package var caching: Bool?
    /// For the whole answer of one try.
    package var timeout = Duration.seconds(120)
    /// A file of trusted certificates in PEM form, in place of the system's.
    package var certificates: String?
    package var retry = RetryPolicy()
    /// Told before each wait.
    package var onRetry: @Sendable (RetryNotice) -> Void = { _ in }

    package init() {}
  }

  package let identity: ModelIdentity
  private let connection: Connection
  private let prices: PriceTable
  private let options: Options
  private let client: HTTPClient
  private let host: String

  /// The API takes requests of at most 32 MB.
  private static let largestBody = 32 << 20

  /// `model` is an id or an alias of the price table. A server may know others too; they have no price.
  package init(connection: Connection, model: String, prices: PriceTable, options: Options = Options()) {
    host = connection.baseURL.authority ?? connection.baseURL.absoluteString
    self.connection = connection
    self.prices = prices
    self.options = options
    client = HTTPClient(timeout: options.timeout, certificates: options.certificates)
    let meter =
      connection.mode == .api
      ? "API credit of the key from \(connection.credential?.source ?? host)" : "whatever \(host) charges"
    identity = ModelIdentity(mode: connection.mode, model: prices.id(model), host: host, meter: meter)
  }

  package func reply(to request: ModelRequest) async throws(ModelError) -> ModelReply {
    let request = try httpRequest(for: request)
    var attempt = 0
    while true {
      let answer = try await answer(to: request)
      if (200..<300).contains(answer.status) { return try reply(from: answer, retries: attempt) }
      let failure = ServerFailure(answer, credential: connection.credential)
      if failure.mayHaveBeenBilled {
        throw .brokenOff(host: host, reason: "it answered \(failure.status) for a server behind it")
      }
      let error = failure.error(model: identity.model, credential: connection.credential)
      guard let delay = failure.delay(attempt, policy: options.retry) else { throw error }
      attempt += 1
      options.onRetry(RetryNotice(error: error, delay: delay, attempt: attempt, limit: options.retry.limit))
      do { try await options.retry.sleep(delay) } catch { throw .cancelled }
      if Task.isCancelled { throw .cancelled }
    }
  }

  package func asking(_ model: String) -> (any LanguageModel)? {
    MessagesAPI(connection: connection, model: model, prices: prices, options: options)
  }

  private func answer(to request: HTTPRequest) async throws(ModelError) -> HTTPAnswer {
    do {
      return try await client.send(request)
    } catch {
      switch error {
      case .cancelled: throw .cancelled
      case .timedOut: throw .timedOut(host: host, seconds: Int((options.timeout / .seconds(1)).rounded(.up)))
      case .untrusted(let reason): throw .untrusted(host: host, reason: ServerText.clean(reason))
      case .unusableCertificates(let path): throw .unusableCertificates(path: path)
      case .brokenOff(let reason): throw .brokenOff(host: host, reason: ServerText.clean(reason))
      case .unreachable(let reason): throw .unreachable(host: host, reason: ServerText.clean(reason))
      }
    }
  }

  private func httpRequest(for request: ModelRequest) throws(ModelError) -> HTTPRequest {
    let url = connection.baseURL.appending(path: "v1/messages")
    let body = MessagesBody(
      request, model: identity.model, row: prices[identity.model], caching: options.caching ?? (connection.mode == .api)
    )
    let data: Data
    do {
      data = try body.encoded()
    } catch {
      throw .badRequest(status: 400, message: "a thinking block of this conversation is not JSON", requestID: nil)
    }
    guard data.count <= Self.largestBody else {
      throw .badRequest(status: 413, message: "the conversation exceeds 32 MB; use fewer images", requestID: nil)
    }
    let headers = [
      ("content-type", "application/json"), ("anthropic-version", connection.version), ("user-agent", "fazm-linux"),
    ]
    return HTTPRequest(url, headers: headers + [connection.credential?.header(for: url)].compactMap(\.self), body: data)
  }

  private func reply(from answer: HTTPAnswer, retries: Int) throws(ModelError) -> ModelReply {
    guard let body = ReplyBody(answer.body) else {
      let failure = ServerFailure(answer, credential: connection.credential)
      throw .malformedReply(host: host, reason: failure.message.isEmpty ? "it was empty" : failure.message)
    }
    // A gateway may answer with another model than was asked for; what answered is what is paid.
    let payer = body.model.flatMap { prices[$0] == nil ? nil : $0 } ?? identity.model
    return ModelReply(
      message: body.message, stopReason: body.stopReason, usage: body.usage,
      cost: prices.cost(of: body.usage, model: payer),
      resolvedModel: body.model.map { ServerText.clean($0, limit: 100) },
      requestID: answer.requestID(connection.credential), retries: retries)
  }
}
