import Model

// The words that columns hold. They are part of the schema: none may be changed.

extension Cost {
  var source: String {
    switch self {
    case .computed: "computed"
    case .reported: "reported"
    case .unknown: "unknown"
    }
  }

  /// The cost that two columns hold; nil where they contradict each other.
  init?(source: String, amount: Int64?) {
    switch (source, amount.map(NanoDollars.init(rawValue:))) {
    case ("computed", let amount?): self = .computed(amount)
    case ("reported", let amount?): self = .reported(amount)
    case ("unknown", nil): self = .unknown
    default: return nil
    }
  }
}

extension StopReason {
  var word: String {
    switch self {
    case .endTurn: "end_turn"
    case .maxTokens: "max_tokens"
    case .stopSequence: "stop_sequence"
    case .refusal: "refusal"
    case .contextWindowExceeded: "model_context_window_exceeded"
    case .other(let word): word
    }
  }
}

extension ModelError {
  var word: String {
    switch self {
    case .missingCredential: "missing_credential"
    case .rejectedCredential: "rejected_credential"
    case .billing: "billing"
    case .forbidden: "forbidden"
    case .unknownModel: "unknown_model"
    case .badRequest: "bad_request"
    case .rateLimited: "rate_limited"
    case .spendCap: "spend_cap"
    case .overloaded: "overloaded"
    case .brokenOff: "broken_off"
    case .unreachable: "unreachable"
    case .untrusted: "untrusted"
    case .unusableCertificates: "unusable_certificates"
    case .timedOut: "timed_out"
    case .malformedReply: "malformed_reply"
    case .notInstalled: "not_installed"
    case .notLoggedIn: "not_logged_in"
    case .otherPayer: "other_payer"
    case .limitReached: "limit_reached"
    case .noExtraUsage: "no_extra_usage"
    case .thirdPartyUse: "third_party_use"
    case .programEnded: "program_ended"
    case .incompatible: "incompatible"
    case .programFailed: "program_failed"
    case .cancelled: "cancelled"
    }
  }

  /// The HTTP status that the error stands for, where it stands for one only.
  var status: Int? {
    switch self {
    case .rejectedCredential: 401
    case .forbidden: 403
    case .unknownModel: 404
    case .rateLimited: 429
    case .badRequest(let status, _, _), .overloaded(let status, _): status
    case .missingCredential, .billing, .spendCap, .brokenOff, .unreachable, .untrusted, .unusableCertificates,
      .timedOut, .malformedReply, .notInstalled, .notLoggedIn, .otherPayer, .limitReached, .noExtraUsage,
      .thirdPartyUse, .programEnded, .incompatible,
      .programFailed, .cancelled:
      nil
    }
  }

  var requestID: String? {
    switch self {
    case .rejectedCredential(_, let id), .billing(_, let id), .forbidden(_, let id), .unknownModel(_, let id),
      .badRequest(_, _, let id), .rateLimited(_, let id), .spendCap(_, _, let id), .overloaded(_, let id):
      id
    case .missingCredential, .brokenOff, .unreachable, .untrusted, .unusableCertificates, .timedOut, .malformedReply,
      .notInstalled,
      .notLoggedIn, .otherPayer, .limitReached, .noExtraUsage, .thirdPartyUse, .programEnded, .incompatible,
      .programFailed, .cancelled:
      nil
    }
  }

  /// Whether a client's total holds what the call cost: no client counts a request whose connection ended.
  var isCounted: Bool { if case .brokenOff = self { false } else { true } }

  /// Nothing where the server refused the request or never had it. Else it may have done the work and billed it: the cost
  /// is unknown, and what it can be at most stays reserved.
  package var cost: Cost {
    switch self {
    case .missingCredential, .rejectedCredential, .billing, .forbidden, .unknownModel, .badRequest, .rateLimited,
      .spendCap, .overloaded, .unreachable, .untrusted, .unusableCertificates, .notInstalled, .notLoggedIn,
      .limitReached, .noExtraUsage, .thirdPartyUse:
      .computed(.zero)
    case .brokenOff, .timedOut, .malformedReply, .otherPayer, .programEnded, .incompatible, .programFailed, .cancelled:
      .unknown
    }
  }
}
