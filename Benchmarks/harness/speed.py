"""How long a snapshot takes, next to other ways of reading the same window."""

import statistics
import sys

from . import table
from .desktop import Desktop, Reader, Skipped, wait_for_window
from .programs import SPEED

MEDIAN_GAIN, LEAST_GAIN, MOST_ABOVE_FLOOR = 20, 8, 1.25
WAYS = ["walk", "python", "floor"]
PYTHON_ROUNDS = 3  # each takes seconds


def measure(program, tools, rounds):
    """The nodes of the program's window, and the median of each way in milliseconds."""
    with Desktop() as desktop, Reader(desktop, [tools["snapshot"]]) as ours:
        known = {window["id"] for window in ours.ask("windows")}
        desktop.start(program.command(desktop.home))
        window, first = wait_for_window(ours, program, known)
        area = [str(window["bounds"][side]) for side in ["x", "y", "width", "height"]]
        arguments = [str(window.get("pid", 0)), window["title"], *area]
        readers = {way: Reader(desktop, [*tools[way], *arguments]) for way in WAYS}
        try:
            asked = {"ours": (ours, f"snapshot {window['id']}"), **{way: (readers[way], "") for way in WAYS}}
            times = {way: [] for way in asked}
            nodes = {}
            for turn in range(rounds + 1):
                for way, (reader, line) in asked.items():
                    if way == "python" and turn > PYTHON_ROUNDS:
                        continue
                    reading = reader.ask(line)
                    if "error" in reading:
                        raise Skipped(f"{way}: {reading['error']}")
                    nodes[way] = reading["nodes"]
                    if turn > 0:  # the first one warms up
                        times[way].append(reading["milliseconds"])
        finally:
            for reader in readers.values():
                reader.__exit__()
        return first, nodes, {way: statistics.median(values) for way, values in times.items()}


def run(tools, rounds, names):
    rows, skipped, gains, ratios = [], [], [], []
    for program in SPEED:
        if names and not any(name.lower() in program.name.lower() for name in names):
            continue
        print(f"  {program.name} …", file=sys.stderr, flush=True)
        try:
            if not program.is_installed():
                raise Skipped(f"{program.binary} is not installed")
            first, nodes, times = measure(program, tools, rounds)
        except Skipped as reason:
            skipped.append(f"not measured: {program.name}: {reason}")
            continue
        gain, ratio = times["python"] / times["ours"], times["ours"] / times["floor"]
        gains.append(gain)
        ratios.append(ratio)
        rows.append([
            program.name, program.toolkit, nodes["ours"], nodes["floor"], nodes["walk"], nodes["python"], first["milliseconds"], times["ours"],
            times["walk"], times["python"], times["floor"], f"{gain:.1f}x", f"{ratio:.2f}x"])
    if not rows:
        print("\n".join(skipped))
        return
    heads = [
        "program", "toolkit", "nodes", "floor", "C walk", "Python", "first ms", "ours ms", "C walk ms", "Python ms", "floor ms",
        "vs Python", "vs floor"]
    table.show("Reading one window (medians of interleaved runs)", heads, rows, [
        *skipped,
        f"faster than the Python walk: median {statistics.median(gains):.1f}x (goal {MEDIAN_GAIN}x: "
        f"{table.verdict(statistics.median(gains) >= MEDIAN_GAIN)}), least {min(gains):.1f}x (goal {LEAST_GAIN}x: "
        f"{table.verdict(min(gains) >= LEAST_GAIN)})",
        f"against the floor: median {statistics.median(ratios):.2f}x, most {max(ratios):.2f}x (goal at most "
        f"{MOST_ABOVE_FLOOR}x: {table.verdict(max(ratios) <= MOST_ABOVE_FLOOR)})",
    ])
