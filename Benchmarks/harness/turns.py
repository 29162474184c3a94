"""How long a turn takes without the model: look, act, and wait until the window has settled."""

import os
import statistics
import sys

from . import table
from .desktop import Desktop, Reader, Skipped, wait_for_window
from .programs import SPEED

GOAL = 150  # milliseconds, in the median
# In seconds. A program that is too busy to be read gets 10 of them before a step and while it settles.
DEADLINE = 30
SLEEPS = [1, 2]  # what other agents wait after each action, in seconds

# What a person does in each program: commands of the model's language that all change what the window shows.
MENU = ['menu "File"', "key Escape"]
FORM = ["check {Choice 1}", "uncheck {Choice 1}", 'type {Field 2} "x"', "key BackSpace", "key Tab"]
ACTS = {
    "Thunar": [*MENU, "key ctrl+t", "key ctrl+w", "key ctrl+f", "key Escape", "click {Computer}", "click {Back}"],
    "PCManFM": [*MENU, "click {Report 01.odt}", "click {New Tab}", "key ctrl+w", "key F9", "key F9"],
    "Mousepad": [*MENU, 'type "x"', "key BackSpace", "key ctrl+f", "key Escape", "key ctrl+n"],
    "Nautilus": ["key F10", "key Escape", "key ctrl+t", "key ctrl+w", "key ctrl+f", "key Escape"],
    "GNOME Text Editor": ['type "x"', "key BackSpace", "key ctrl+f", "key Escape"],
    "Dolphin": ["key ctrl+t", "key ctrl+w", "key ctrl+f", "key Escape", "key F9", "key F9"],
    "Kate": ['type "x"', "key BackSpace", *MENU, "key ctrl+f", "key Escape"],
    "KCalc": [*MENU, "click {7}", "click {8}", "key Escape", 'type "12"'],
    "Writer": [*MENU, 'type "x"', "key BackSpace", "click {Bold}", "key ctrl+f", "key Escape"],
    "Calc": [*MENU, 'type "12" enter', "click {Bold}", "key ctrl+f", "key Escape"],
    "Firefox, form": [*FORM, "key ctrl+t", "key ctrl+w"],
    "Chromium, form": [*FORM, "key ctrl+t", "key ctrl+w"],
}


def measure(program, tool, rounds):
    """The turns of one program, and the acts that could not be carried out."""
    with Desktop() as desktop, Reader(desktop, [tool]) as agent:
        known = {window["id"] for window in agent.ask("windows")}
        desktop.start(program.command(desktop.home))
        window, _ = wait_for_window(agent, program, known)
        turns, refused = [], []
        for act in ACTS[program.name] * rounds:
            try:
                agent.ask(f"begin {window['id']}", DEADLINE)
                turn = agent.ask(f"turn {act}", DEADLINE)
            except Skipped as reason:
                # What it would answer later would be taken for the answer to what is asked then.
                refused.append(f"{program.name}: stopped after {len(turns)} turns: {reason}")
                break
            if "error" in turn:
                refused.append(f"{program.name}: {act}: {turn['error']}")
            else:
                turns.append(turn | {"act": act})
        if not turns:
            raise Skipped(refused[0])
        return turns, refused


def total(turn):
    return turn["observing"] + turn["acting"] + turn["settling"]


def slept(turn, seconds):
    """The same turn with a fixed sleep in the place of settling."""
    return turn["observing"] + turn["acting"] + 1000 * seconds


def span(values):
    return f"{statistics.median(values):.0f} ({min(values):.0f}-{max(values):.0f})"


def run(tools, rounds, names):
    rows, notes, everything = [], [], []
    for program in SPEED:
        if program.name not in ACTS or names and not any(name.lower() in program.name.lower() for name in names):
            continue
        print(f"  {program.name} …", file=sys.stderr, flush=True)
        try:
            if not program.is_installed():
                raise Skipped(f"{program.binary} is not installed")
            turns, refused = measure(program, tools["turn"], rounds)
        except Skipped as reason:
            notes.append(f"not measured: {program.name}: {reason}")
            continue
        notes += refused
        everything += turns
        phases = [[turn[phase] for turn in turns] for phase in ["observing", "acting", "settling"]]
        whole = statistics.median(map(total, turns))
        fixed = [statistics.median(slept(turn, seconds) for turn in turns) for seconds in SLEEPS]
        rows.append([
            program.name, program.toolkit, len(turns), *map(span, phases), span([total(turn) for turn in turns]),
            *fixed, *(f"{slow / whole:.1f}x" for slow in fixed), sum(turn["isMissed"] for turn in turns),
            sum(turn["isEarly"] for turn in turns), f"{os.getloadavg()[0]:.1f}"])
    if not rows:
        print("\n".join(notes))
        return
    heads = [
        "program", "toolkit", "turns", "observe ms", "act ms", "settle ms", "turn ms",
        *(f"{seconds} s sleep" for seconds in SLEEPS), *(f"vs {seconds} s" for seconds in SLEEPS), "missed", "early", "load"]
    median = statistics.median(map(total, everything))
    missed = sum(turn["isMissed"] for turn in everything)
    table.show("One turn without the model: medians (least-most)", heads, rows, [
        *notes,
        f"all {len(everything)} turns: median {median:.0f} ms (goal {GOAL} ms: {table.verdict(median <= GOAL)}); effects "
        f"called nothing that showed a second later: {missed} (goal 0: {table.verdict(missed == 0)})",
        "early: the window went on changing in the second after it was taken for settled",
    ])
