import CGio

/// Calls that are on the way together, each with what to do with its answer.
///
/// A blocking call a node costs a round trip each. Sent together they cost a fifth of that, so whatever is
/// read of many accessibles is read in a batch. Calls may be added while it runs, from a handler too.
package final class Batch {
  package typealias ReplyHandler = (Variant) -> Void
  package typealias FailureHandler = (CallFailure) -> Void

  /// More at once make some programs drop calls.
  private static let limit = 256

  private let connection: Connection
  private let deadline: ContinuousClock.Instant
  private var pending: [Pending] = []
  private var sent = 0
  private var answered = 0

  /// True once the deadline passed with calls unanswered.
  package private(set) var isExpired = false

  package init(_ connection: Connection, until deadline: ContinuousClock.Instant) {
    self.connection = connection
    self.deadline = deadline
  }

  package func add(_ call: Call, onFailure: FailureHandler? = nil, onReply: @escaping ReplyHandler) {
    pending.append(Pending(call: call, onReply: onReply, onFailure: onFailure))
  }

  /// Sends everything and returns when every call has been answered, or failed by the deadline.
  package func run() {
    g_main_context_push_thread_default(connection.context)
    defer { g_main_context_pop_thread_default(connection.context) }
    guard let cancellable = g_cancellable_new() else { return }
    defer { g_object_unref(cancellable) }
    let timer = startTimer(cancelling: cancellable)
    defer {
      g_source_destroy(timer)
      g_source_unref(timer)
    }
    while answered < pending.count {
      while sent < pending.count, sent - answered < Self.limit, g_cancellable_is_cancelled(cancellable) == 0 {
        send(cancellable)
      }
      if sent == answered {
        failUnsent()
      } else {
        g_main_context_iteration(connection.context, 1)
      }
    }
    pending = []
    sent = 0
    answered = 0
  }

  private func startTimer(cancelling cancellable: UnsafeMutablePointer<GCancellable>) -> UnsafeMutablePointer<GSource>?
  {
    let milliseconds = max(0, (deadline - .now) / .milliseconds(1))
    let timer = g_timeout_source_new(guint(min(milliseconds.rounded(.up), 3_600_000)))
    let cancel: GSourceFunc = { cancellable in
      g_cancellable_cancel(cancellable?.assumingMemoryBound(to: GCancellable.self))
      return 0
    }
    g_source_set_callback(timer, cancel, cancellable, nil)
    g_source_attach(timer, connection.context)
    return timer
  }

  private func send(_ cancellable: UnsafeMutablePointer<GCancellable>) {
    let call = pending[sent].call
    let ticket = Unmanaged.passRetained(Ticket(batch: self, index: sent))
    sent += 1
    g_dbus_connection_call(
      connection.raw, call.bus, call.path, call.interface, call.method, call.arguments?.raw, nil,
      G_DBUS_CALL_FLAGS_NONE, Int32.max, cancellable,
      { source, result, ticket in
        guard let ticket else { return }
        let owner = Unmanaged<Ticket>.fromOpaque(ticket).takeRetainedValue()
        var error: UnsafeMutablePointer<GError>?
        let reply = g_dbus_connection_call_finish(OpaquePointer(source), result, &error)
        owner.batch.finish(owner.index, reply, error)
      }, ticket.toOpaque())
  }

  private func finish(_ index: Int, _ reply: OpaquePointer?, _ error: UnsafeMutablePointer<GError>?) {
    answered += 1
    let call = pending[index]
    if let reply {
      call.onReply(Variant(reply))
    } else {
      fail(call, CallFailure(consuming: error))
    }
  }

  private func failUnsent() {
    while answered < pending.count {
      let call = pending[answered]
      answered += 1
      sent += 1
      fail(call, .timedOut)
    }
  }

  private func fail(_ call: Pending, _ failure: CallFailure) {
    if failure == .timedOut { isExpired = true }
    call.onFailure?(failure)
  }

  private struct Pending {
    var call: Call
    var onReply: ReplyHandler
    var onFailure: FailureHandler?
  }

  /// Tells which call of which batch an answer belongs to.
  private final class Ticket {
    let batch: Batch
    let index: Int

    init(batch: Batch, index: Int) {
      self.batch = batch
      self.index = index
    }
  }
}
