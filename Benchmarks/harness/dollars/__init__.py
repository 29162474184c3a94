"""What five whole jobs on real programs cost with our outlines, with screenshots, and with the trees of two peers.

Each job is done by the program, on a desktop of its own, with a model double that answers what the job says; whether it
was done is looked up in the file or the program that it was about. Every request is kept, and at the same moment the
active window is read as the peers read it. The rivals get the same conversation with their view in place of ours:
our system prompt without tool definitions, our replies with as many steps, no missed clicks. The built-in computer use
has its tool definitions in place of our system prompt, and does one action a call. Of earlier views they keep what is
cheaper: all, or the last three. A peer that has not shown what a reply uses is asked for it first, once for all
of that reply. Thinking is left out everywhere.
"""

import sys

from .. import table
from ..desktop import Skipped
from . import tokens
from .conversations import conversations
from .jobs import all_jobs
from .recording import record
from .row import HEADS, Row
from .spending import PRICES


def show(title, rows, notes=()):
    table.show(title, HEADS, [row.cells(rows[0]) for row in rows], notes, left=1)


def run(tools, names):
    counter = tokens.TokenCounter(tools["tokens"])
    sums, done, skipped = {}, [], []
    for job in all_jobs():
        if names and not any(name.lower() in job.name.lower() for name in names):
            continue
        print(f"  {job.name} …", file=sys.stderr, flush=True)
        try:
            rows = [Row(name, options) for name, options in conversations(job, record(job, tools), counter)]
        except Skipped as reason:
            skipped.append(f"not measured: {job.name}: {reason}")
            continue
        show(f"To {job.name}: \"{job.request}\"", rows)
        done.append(job.name)
        for row in rows:
            sums.setdefault(row.name, Row(row.name)).add(row)
    if not done:
        print("\n".join(skipped))
        return
    ours, *others = sums.values()
    show(f"All {len(done)} jobs", [ours, *others], [
        *skipped,
        "Each job was done, by the files or the form that it was about.",
        f"Tokens by {counter.name}, times {tokens.NEWER_MODELS} for today's models; prices of {PRICES['date']}; x is "
        "the price over ours, for sonnet.",
        *(f"{row.name}: {row.times(ours, False):.1f}x our price, {row.times(ours, True):.1f}x where both are cached"
          for row in others),
    ])
