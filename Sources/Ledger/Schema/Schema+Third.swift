extension Schema {
  /// What a call can cost at most, so that caps hold while it is under way and where its cost stays unknown.
  static let third = """
    -- The most that the call can cost, by its input, the output it is allowed and the prices before it. Caps and budgets
    -- count it until the cost is known. NULL where the model has no price.
    ALTER TABLE turns ADD COLUMN most_nanousd INTEGER CHECK (most_nanousd >= 0);
    -- The most tokens that it can use, in and out. Budgets count them where the server does not tell.
    ALTER TABLE turns ADD COLUMN most_tokens INTEGER;

    DROP INDEX turns_by_mode;
    CREATE INDEX turns_by_mode ON turns (mode, started_ms, state, cost_nanousd, most_nanousd);
    """
}
