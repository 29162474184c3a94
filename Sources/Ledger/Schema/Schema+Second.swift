extension Schema {
  /// Running totals of model clients, what a person declared about their money, and sums that need no look at every
  /// turn there ever was.
  static let second = """
    -- Where the next delta of a session begins, for a client that reports a running total instead of each turn's cost.
    CREATE TABLE sessions (
      mode TEXT NOT NULL,
      id TEXT NOT NULL,             -- the client's own name for the session, the same when it is resumed
      total_nanousd INTEGER NOT NULL, -- the last total that it reported
      reported_ms INTEGER NOT NULL,
      PRIMARY KEY (mode, id),
      CHECK (total_nanousd >= 0)
    ) STRICT;

    -- What a person declared about their money. The newest of each kind counts, older ones are kept.
    CREATE TABLE declarations (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,           -- balance: prepaid API credit; plan: a plan's monthly pool;
                                    -- cap-…: what was agreed to beyond a cap, in its period at that time
      amount_nanousd INTEGER,       -- NULL takes the declaration back
      plan TEXT,                    -- pro, max5x, max20x
      reset_day INTEGER,            -- the day of the month on which a pool is full again
      declared_ms INTEGER NOT NULL, -- spending from then on is taken from a balance
      CHECK (amount_nanousd >= 0)
    ) STRICT;

    -- Holds all that the caps are checked against before every call.
    CREATE INDEX turns_by_mode ON turns (mode, started_ms, cost_nanousd);

    -- As before, but a window over all turns would be computed even where only a few are asked for.
    DROP VIEW turns_with_totals;
    CREATE VIEW turns_with_totals AS
    SELECT
      turns.*,
      tasks.program AS program,
      (SELECT coalesce(sum(cost_nanousd), 0) FROM turns AS earlier
        WHERE earlier.task_id = turns.task_id AND earlier.number <= turns.number) AS task_cost_after_nanousd,
      (SELECT count(*) - count(cost_nanousd) FROM turns AS earlier
        WHERE earlier.task_id = turns.task_id AND earlier.number <= turns.number) AS task_unknown_costs_after
    FROM turns JOIN tasks ON tasks.id = turns.task_id;
    """
}
