extension Schema {
  /// Whether a stronger model may take a task over, so that a task which is taken up again goes on as it began.
  static let fourth = """
    -- 1 where a stronger model may take over (--model auto), 0 where the person chose the model.
    ALTER TABLE tasks ADD COLUMN may_move_up INTEGER NOT NULL DEFAULT 0;
    """
}
