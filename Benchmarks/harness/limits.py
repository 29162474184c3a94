"""What a program that has stopped costs, and what starting ours costs."""

import os
import signal
import statistics
import subprocess
import time

from . import table
from .desktop import Desktop, Reader, Skipped, wait_for_window
from .programs import Program, document, zenity

MOST_START = 80


def run(tools, rounds):
    stopped = Program("Mousepad", "GTK 3", lambda home: ["mousepad", document(home)], binary="mousepad")
    other = Program("zenity list", "GTK 3", zenity, binary="zenity")
    try:
        with Desktop() as desktop, Reader(desktop, [tools["snapshot"]]) as reader:
            first = start(desktop, reader, stopped)
            second = start(desktop, reader, other)
            show_stopped(reader, first, second)
            show_start(desktop, reader, second, tools["program"], rounds)
    except Skipped as reason:
        print(f"not measured: {reason}")


def start(desktop, reader, program):
    known = {window["id"] for window in reader.ask("windows")}
    desktop.start(program.command(desktop.home))
    return wait_for_window(reader, program, known)[0]


def show_stopped(reader, first, second):
    os.kill(first["pid"], signal.SIGSTOP)
    try:
        hung = reader.ask(f"snapshot {first['id']} 1000")
        others = [reader.ask(f"snapshot {second['id']}") for _ in range(5)]
    finally:
        os.kill(first["pid"], signal.SIGCONT)
    again = reader.ask(f"snapshot {first['id']}")
    working = [other["milliseconds"] for other in others if "error" not in other]
    table.show("A program that has stopped", ["window", "answer", "ms"], [
        [first["title"], hung.get("error", "it was read"), hung["milliseconds"]],
        [second["title"], f"read {len(working)} of {len(others)} times meanwhile", max(working, default=0.0)],
        [first["title"], again.get("error", "read again once it goes on"), again["milliseconds"]],
    ], [f"one deadline of 1,000 ms: {table.verdict(hung['milliseconds'] <= 1200 and len(working) == len(others))}"])


def show_start(desktop, reader, window, program, rounds):
    """Takes turns between the whole program and a snapshot, because the difference of the two is what counts."""
    whole, snapshots = [], []
    for _ in range(max(rounds, 9)):
        began = time.monotonic()
        command = [program, "tree", "--window", str(window["id"])]
        outcome = subprocess.run(command, env=desktop.environment, capture_output=True, text=True)
        whole.append((time.monotonic() - began) * 1000)
        if outcome.returncode != 0:
            raise Skipped(f"fazm-linux tree: {outcome.stderr.strip()}")
        snapshots.append(reader.ask(f"snapshot {window['id']}")["milliseconds"])
    start, snapshot = statistics.median(whole), statistics.median(snapshots)
    table.show("From process start to the printed outline", ["window", "", "ms", "snapshot ms", "beyond it ms"], [
        [window["title"], "", start, snapshot, start - snapshot],
    ], [f"goal at most {MOST_START} ms beyond the snapshot: {table.verdict(start - snapshot <= MOST_START)}"])
