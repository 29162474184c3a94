"""Does a job on a desktop of its own, and keeps what was to be seen at each turn."""

import json
import subprocess

from ..desktop import Desktop, Reader, Skipped, wait_for_window
from .server import RecordingServer

TASK_LIMIT, LOOK_LIMIT = 300, 100  # seconds; telling a peer everything takes LibreOffice some, each turn


def record(job, tools):
    """Does a job, and returns the requests, each with what peers read at that moment."""
    if not job.program.is_installed():
        raise Skipped(f"{job.program.binary} is not installed")
    with Desktop() as desktop, Reader(desktop, [tools["snapshot"]]) as windows, Reader(desktop, tools["tree"]) as tree:
        known = {window["id"] for window in windows.ask("windows")}
        desktop.start(job.program.command(desktop.home))
        window, _ = wait_for_window(windows, job.program, known)
        with RecordingServer(job.replies, lambda: active_window(desktop, tools, tree)) as server:
            model = {"ANTHROPIC_BASE_URL": server.address, "ANTHROPIC_AUTH_TOKEN": "none"}
            options = ["--billing", "endpoint", "--confirm", "never", "--window", str(window["id"])]
            try:
                run = subprocess.run(
                    [tools["program"], *options, job.request], env=desktop.environment | model, capture_output=True,
                    text=True, timeout=TASK_LIMIT)
            except subprocess.TimeoutExpired:
                raise Skipped(f"it took longer than {TASK_LIMIT} seconds") from None
        if server.failure:
            raise server.failure
        fault = run.stderr.strip() if run.returncode else job.fault(desktop.home)
        if fault or len(server.calls) != len(job.replies):
            raise Skipped(f"it was not done: {fault or run.stdout}")
        return server.calls


def active_window(desktop, tools, tree):
    listed = subprocess.run(
        [tools["program"], "windows", "--json"], env=desktop.environment, capture_output=True, text=True)
    windows = json.loads(listed.stdout) if listed.returncode == 0 else []
    active = next((window for window in windows if window["focused"]), None)
    nodes = tree.ask(json.dumps({"pid": active["pid"], "title": active["title"]}), LOOK_LIMIT) if active else []
    if not nodes:
        raise Skipped("the active window has no tree")
    return nodes
