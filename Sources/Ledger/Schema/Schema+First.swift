extension Schema {
  /// Schema 1: `tasks` have `turns`, and turns have `steps`.
  ///
  /// Points in time are milliseconds since 1970 in UTC (`*_ms`), money is in billionths of a US dollar (`*_nanousd`),
  /// and NULL means "not known", never zero.
  static let first = """
    -- One task: what a person asked for, until it ended.
    CREATE TABLE tasks (
      id TEXT PRIMARY KEY,          -- a ULID: sorts by time
      request TEXT,                 -- the person's own words; the only place where they are kept
      program TEXT,                 -- the program of the window that it began on; never the window's title
      mode TEXT NOT NULL,           -- who pays: api, endpoint, subscription, acp, offline
      model TEXT NOT NULL,          -- the model that it began with
      budget_nanousd INTEGER,       -- limits, NULL where there is none
      budget_tokens INTEGER,
      max_turns INTEGER,
      max_images INTEGER,
      state TEXT NOT NULL,          -- running, done, failed, stopped, budget, error; interrupted: its process vanished
      started_ms INTEGER NOT NULL,
      ended_ms INTEGER,             -- NULL while it runs
      pid INTEGER NOT NULL,         -- the process that runs it,
      pid_started INTEGER NOT NULL, -- when that started, in clock ticks since the machine did,
      boot_id TEXT NOT NULL         -- and which start of the machine that was; the three never repeat
    ) STRICT;

    -- One call of a model. The row is written before the call, so that no spending goes unseen.
    CREATE TABLE turns (
      id TEXT PRIMARY KEY,          -- a ULID
      task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,      -- 1, 2, 3, … within the task
      state TEXT NOT NULL,          -- started, finished, failed; interrupted: stopped, or its process vanished
      mode TEXT NOT NULL,
      host TEXT,                    -- the host that was asked; NULL where nothing left the machine
      requested_model TEXT NOT NULL,
      resolved_model TEXT,          -- the model that answered, where the server named it
      prompt_version TEXT NOT NULL,
      outline_tokens_est INTEGER,   -- what was shown of the window, estimated
      images INTEGER NOT NULL,      -- pictures that this turn added to the conversation
      image_tokens_est INTEGER NOT NULL,
      started_ms INTEGER NOT NULL,
      duration_ms INTEGER,
      input_tokens INTEGER,         -- what no cache served; all token columns as the server reported them
      cache_read_tokens INTEGER,
      cache_write_5m_tokens INTEGER,
      cache_write_1h_tokens INTEGER,
      output_tokens INTEGER,        -- thinking included
      thinking_tokens INTEGER,
      cost_nanousd INTEGER,         -- this turn's delta; the task's total is the sum of them
      cost_source TEXT NOT NULL,    -- computed from tokens and prices, reported by the model client, or unknown
      price_table_version TEXT,     -- the prices that it was computed with
      retries INTEGER NOT NULL,
      stop_reason TEXT,
      error_type TEXT,              -- why there was no reply
      http_status INTEGER,
      request_id TEXT,              -- the server's, to quote to its makers
      UNIQUE (task_id, number),
      CHECK (cost_nanousd >= 0),
      CHECK ((cost_nanousd IS NULL) = (cost_source = 'unknown'))
    ) STRICT;

    -- One command that a turn's reply asked for. Typed text and screen content have no column.
    CREATE TABLE steps (
      id INTEGER PRIMARY KEY,
      turn_id TEXT NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,      -- 1, 2, 3, … within the turn
      verb TEXT NOT NULL,           -- click, type, key, …
      ref TEXT,                     -- what it aimed at: b3
      route TEXT,                   -- how it reached the program
      effect TEXT NOT NULL,         -- what came of it
      reason TEXT,                  -- one word: why it was refused, or why it took another route
      UNIQUE (turn_id, number)
    ) STRICT;

    CREATE INDEX tasks_by_start ON tasks (started_ms);
    CREATE INDEX tasks_running ON tasks (state) WHERE state = 'running';
    CREATE INDEX turns_by_start ON turns (started_ms);

    -- Each turn with its task's program and total so far: the deltas and the totals come out of the same rows.
    CREATE VIEW turns_with_totals AS
    SELECT
      turns.*,
      tasks.program AS program,
      coalesce(sum(cost_nanousd) OVER task, 0) AS task_cost_after_nanousd,
      sum(cost_nanousd IS NULL) OVER task AS task_unknown_costs_after
    FROM turns JOIN tasks ON tasks.id = turns.task_id
    WINDOW task AS (PARTITION BY task_id ORDER BY turns.number);
    """
}
