"""A throw-away desktop, and the programs and readers that run on it."""

import contextlib
import json
import os
import select
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POLL_INTERVAL = 0.05


class Skipped(Exception):
    """Says why a program could not be measured."""


class Desktop:
    """A desktop of Scripts/throwaway-desktop; everything on it ends with it."""

    def __init__(self):
        self.script = subprocess.Popen(
            [ROOT / "Scripts/throwaway-desktop", "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        answer = self.script.stdout.readline()
        if not answer:
            raise Skipped("no desktop: " + self.script.stderr.read().strip())
        description = json.loads(answer)
        self.environment = {
            name: value for name, value in os.environ.items()
            if name not in description["unset"] and not name.startswith(("ANTHROPIC_", "CLAUDE_", "FAZM_"))}
        self.environment.update(description["set"])
        self.home = Path(self.environment["HOME"])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.script.stdin.close()
        self.script.wait()

    def start(self, command, **options):
        """Starts a program that says nothing, or one that is talked to through `options`."""
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | options
        return subprocess.Popen([str(word) for word in command], env=self.environment, cwd=self.home, **options)


class Reader:
    """A process that answers each line with one line of JSON."""

    def __init__(self, desktop, command):
        self.process = desktop.start(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()

    def ask(self, line, deadline=60):
        """The answer; raises Skipped where there is none in `deadline` seconds."""
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(line.encode() + b"\n")
        answer = b""
        end = time.monotonic() + deadline
        while not answer.endswith(b"\n"):
            if not select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))[0]:
                raise Skipped(f"no answer to “{line}” in {deadline} seconds")
            chunk = os.read(self.process.stdout.fileno(), 65536)
            if not chunk:
                raise Skipped("the reader ended")
            answer += chunk
        return json.loads(answer)


def wait_for_window(reader, program, known, deadline=60, interval=POLL_INTERVAL * 6):
    """The program's largest new window, once its tree no longer grows, and the first reading of it."""
    end = time.monotonic() + deadline
    first, window, last = None, None, None
    while time.monotonic() < end:
        windows = [found for found in reader.ask("windows") if found["id"] not in known]
        windows.sort(key=lambda found: found["bounds"]["width"] * found["bounds"]["height"])
        if windows:
            window = windows[-1]
            reading = reader.ask(f"snapshot {window['id']}")
            state = (window["id"], window["title"], reading.get("nodes"))
            if "error" not in reading:
                first = first or reading
                if state == last and reading["nodes"] >= program.least_nodes:
                    return window, first
            last = state
        time.sleep(interval)
    if window is None:
        raise Skipped(f"no window in {deadline} seconds")
    raise Skipped(reading.get("error") or f"only {reading['nodes']} nodes in {deadline} seconds")
