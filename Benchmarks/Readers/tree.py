#!/usr/bin/python3
"""Answers each line, a window's process and title, with everything below that window as a line of JSON.

    {"pid": 123, "title": "Papers"}  →  [{"parent": null, "id": …, "role": "frame", "name": "Papers", …}, …]

It reads what the formats of other systems need, as they do: hidden accessibles too, at most 5,000, and never what a
password field holds. It stays, because some programs hang for seconds each time that a client comes.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

MOST_NODES = 5000
MOST_CHARACTERS = 4096
STATES = {
    "editable": Atspi.StateType.EDITABLE,
    "focused": Atspi.StateType.FOCUSED,
    "selectable": Atspi.StateType.SELECTABLE,
    "showing": Atspi.StateType.SHOWING,
}


def window(pid, title):
    """The frame that is most like the one that is meant: by its title, then by being active and showing."""
    desktop = Atspi.get_desktop(0)
    programs = [desktop.get_child_at_index(index) for index in range(desktop.get_child_count())]
    frames = [
        program.get_child_at_index(index)
        for program in programs if program and program.get_process_id() == pid
        for index in range(program.get_child_count())]
    return max((frame for frame in frames if frame), key=lambda frame: score(frame, title), default=None)


def score(frame, title):
    states = frame.get_state_set()
    return (
        frame.get_name() == title, states.contains(Atspi.StateType.ACTIVE), states.contains(Atspi.StateType.SHOWING))


def walk(accessible, parent, nodes):
    if len(nodes) == MOST_NODES:
        return
    try:
        node = described(accessible)
        count = accessible.get_child_count()
    except GLib.Error:  # it is gone
        return
    place = len(nodes)
    nodes.append({"parent": parent, **node})
    for index in range(count):
        if len(nodes) == MOST_NODES:
            return
        try:
            child = accessible.get_child_at_index(index)
        except GLib.Error:
            continue
        if child:
            walk(child, place, nodes)


def described(accessible):
    states = accessible.get_state_set()
    role = accessible.get_role_name()
    node = {
        "id": accessible.path,
        "role": role,
        "name": accessible.get_name() or "",
        "states": [name for name, state in STATES.items() if states.contains(state)],
        "actions": [],
    }
    if accessible.get_action_iface():
        count = Atspi.Action.get_n_actions(accessible)
        node["actions"] = [Atspi.Action.get_action_name(accessible, index) for index in range(count)]
    if accessible.get_text_iface() and role != "password text":
        length = min(Atspi.Text.get_character_count(accessible), MOST_CHARACTERS)
        node["text"] = Atspi.Text.get_text(accessible, 0, length)
    if accessible.get_value_iface():
        node["value"] = Atspi.Value.get_current_value(accessible)
    return node


def main():
    for line in sys.stdin:
        wanted = json.loads(line)
        nodes = []
        frame = window(wanted["pid"], wanted["title"])
        if frame:
            walk(frame, None, nodes)
        print(json.dumps(nodes), flush=True)


sys.setrecursionlimit(MOST_NODES + 1000)
main()
