extension TaskPage {
  /// The series colours differ in lightness too, so that they can be told apart without colour.
  static let style = """
    :root {
      --page: #fcfcfb; --ink: #0b0b0b; --quiet: #52514e; --line: #e1e0d9; --tile: #f3f2ee;
      --cost: #2a78d6; --read: #1baf7a; --input: #2a78d6; --write: #eda100; --output: #4a3aa7; --limit: #d03b3b;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #1a1a19; --ink: #ffffff; --quiet: #c3c2b7; --line: #383835; --tile: #262624;
        --cost: #3987e5; --read: #199e70; --input: #3987e5; --write: #c98500; --output: #9085e9; --limit: #e66767;
      }
    }
    body {
      margin: 0 auto; padding: 24px; max-width: 1040px; background: var(--page); color: var(--ink);
      font: 15px/1.45 system-ui, sans-serif;
    }
    h1 { margin: 0 0 4px; font-size: 22px; line-height: 1.25; overflow-wrap: anywhere; }
    h2 { margin: 24px 0 4px; font-size: 15px; }
    .place, .note, .quiet { color: var(--quiet); }
    .place, .note { margin: 2px 0; font-size: 14px; }
    .tiles { display: flex; flex-wrap: wrap; gap: 12px; margin: 20px 0; }
    .tiles div { min-width: 110px; padding: 10px 16px; border-radius: 8px; background: var(--tile); }
    .tiles dt { color: var(--quiet); font-size: 13px; }
    .tiles dd { margin: 0; font-size: 20px; font-variant-numeric: tabular-nums; }
    figure { margin: 0; overflow-x: auto; }
    svg { display: block; width: 100%; min-width: 640px; height: auto; }
    svg text { fill: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
    .grid { stroke: var(--line); }
    .bar { fill: var(--cost); }
    .step { fill: none; stroke: var(--cost); stroke-width: 2; stroke-linejoin: round; }
    .limit { stroke: var(--limit); stroke-width: 1.5; stroke-dasharray: 5 4; }
    .read { fill: var(--read); background: var(--read); }
    .input { fill: var(--input); background: var(--input); }
    .write { fill: var(--write); background: var(--write); }
    .output { fill: var(--output); background: var(--output); }
    .slot { fill: transparent; }
    g:hover > .slot { fill: var(--ink); fill-opacity: 0.06; }
    .legend { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0; padding: 0; list-style: none; font-size: 13px; }
    .legend i { display: inline-block; width: 10px; height: 10px; margin-right: 6px; border-radius: 2px; }
    .scroll { margin: 24px 0 12px; overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font-size: 14px; }
    th, td { padding: 6px 8px; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
    th { color: var(--quiet); font-size: 13px; font-weight: 600; vertical-align: bottom; }
    th:nth-child(2), td:nth-child(2) { width: 34%; min-width: 180px; text-align: left; }
    td { font-variant-numeric: tabular-nums; }
    td ul { margin: 0; padding: 0; list-style: none; }
    code { font-family: ui-monospace, monospace; }
    """
}
