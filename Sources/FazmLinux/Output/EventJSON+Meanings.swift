extension EventJSON {
  /// Every event that a task can print, with its fields, for the man page.
  static let meanings: [(event: String, meaning: String)] = [
    (
      "start",
      "The task begins: task, request, window, program, mode, model, meter, max_images; price_days where the model's "
        + "price is so old that it may have changed; and turns, images, cost_usd and cost_is_incomplete so far, where it "
        + "is taken up again. With cost_is_incomplete, here and below, cost_usd is the least that was spent, and "
        + "cost_at_most_usd the most, where that has a bound."
    ),
    ("waiting", "The model is asked: text, and at_most_usd, what the call can cost at most where that is known."),
    ("notice", "Something that the person should know: text."),
    (
      "warning",
      "A mark of a limit is passed: percent (50, 80 or 95), limit (the setting), limit_usd and spent_usd, or "
        + "limit_tokens and tokens, and text."
    ),
    (
      "model",
      "A stronger model takes over: mode, model, meter, text, and usd_per_million_tokens (input and output) where its "
        + "price is known."
    ),
    ("switch", "Another billing mode goes on: mode, model, meter."),
    (
      "turn",
      "A turn is over: turn, steps (each with command, where what was typed is its length, effect, which is confirmed, "
        + "changed, nothing or refused, and route and reason where there is one), not_run, repair, input_tokens, "
        + "cache_read_tokens, output_tokens, outline_tokens, images, max_images, milliseconds, delta_usd, cost_usd, cost_is_incomplete."
    ),
    ("outline", "With --dry-run, what the model reads: text."),
    (
      "plan",
      "With --dry-run, what the first reply would do: plan (each step with command, confirm, and role, name, route, risk "
        + "and refused where there is one)."
    ),
    ("question", "The model asks, and wants words for an answer: text."),
    ("confirm", "Leave is wanted to do what cannot be undone, and yes for an answer: text."),
    (
      "pause",
      "You took the mouse or the keyboard, so the task waits, and goes on where the answer is yes: text."
    ),
    (
      "cap",
      "A cap is reached, and the word of one of the choices is wanted for an answer (go-on, stop or switch:MODE; "
        + "anything else is stop): text, limit (the setting), limit_usd, spent_usd, choices (each with word and label)."
    ),
    (
      "end",
      "The task is over: task, outcome (done, failed, budget, model-error, window-error, bad-reply, question, rehearsed, "
        + "stuck or interrupted), text, exit_code, turns, images, cost_usd, cost_is_incomplete, and resets_at "
        + "where a limit ran out and it is known when it resets."
    ),
  ]
}
