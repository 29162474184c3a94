"""Whether a snapshot takes longer where there is more that is not visible."""

import statistics
import sys

from . import table
from .desktop import Desktop, Reader, Skipped, wait_for_window
from .programs import GROWTH

MOST_GROWTH = 3


def measure(program, tools, rounds):
    with Desktop() as desktop, Reader(desktop, [tools["snapshot"]]) as reader:
        known = {window["id"] for window in reader.ask("windows")}
        desktop.start(program.command(desktop.home))
        window, _ = wait_for_window(reader, program, known, deadline=90)
        readings = [reader.ask(f"snapshot {window['id']}") for _ in range(rounds)]
        failed = next((reading for reading in readings if "error" in reading), None)
        if failed:
            raise Skipped(failed["error"])
        return readings[-1]["nodes"], statistics.median(reading["milliseconds"] for reading in readings)


def run(tools, rounds, names):
    rows, skipped, worst = [], [], 0
    for small, large in GROWTH:
        if names and not any(name.lower() in small.name.lower() for name in names):
            continue
        print(f"  {small.name} …", file=sys.stderr, flush=True)
        try:
            if not small.is_installed():
                raise Skipped(f"{small.binary} is not installed")
            few_nodes, few = measure(small, tools, rounds)
            many_nodes, many = measure(large, tools, rounds)
        except Skipped as reason:
            skipped.append(f"not measured: {small.name}: {reason}")
            continue
        worst = max(worst, many / few)
        rows.append([small.name, small.toolkit, large.size, few_nodes, few, many_nodes, many, f"{many / few:.2f}x"])
    if not rows:
        print("\n".join(skipped))
        return
    heads = ["program", "toolkit", "rows", "nodes, 100", "ms, 100", "nodes, all", "ms, all", "growth"]
    table.show("Growth: the same window with 100 rows and with all", heads, rows, [
        *skipped, f"at most {worst:.2f}x (goal {MOST_GROWTH}x: {table.verdict(worst <= MOST_GROWTH)})"])
