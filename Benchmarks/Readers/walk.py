#!/usr/bin/python3
"""Reads a window as OSWorld and users of pyatspi do: with Atspi from gi, one blocking call for each property.

As they do, it looks into everything below the window, shown or not, at most 1,024 children of an accessible and 50
levels deep. They read every window of every program; this reads one. Of a sheet with more cells it reads those in
view, as OSWorld does.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

MOST_CHILDREN = 1024
MOST_LEVELS = 50


class Reader:
    def __init__(self, pid, title):
        self.pid = pid
        self.title = title
        self.coordinates = Atspi.CoordType.SCREEN

    def read_window(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(index)
            if program is None or program.get_process_id() != self.pid:
                continue
            if (program.get_toolkit_version() or "").startswith("4.") and program.get_toolkit_name().lower() == "gtk":
                self.coordinates = Atspi.CoordType.WINDOW
            frames = [program.get_child_at_index(place) for place in range(program.get_child_count())]
            ranked = sorted((self.score(frame), -place) for place, frame in enumerate(frames) if frame)
            if ranked and ranked[-1][0] > 0:
                return self.read_below(frames[-ranked[-1][1]], 0)
        return 0

    def score(self, frame):
        states = frame.get_state_set()
        has_title = frame.get_name() == self.title
        return 4 * has_title + 2 * states.contains(Atspi.StateType.ACTIVE) + states.contains(Atspi.StateType.SHOWING)

    def read_below(self, node, level):
        try:
            return self.read(node, level)
        except GLib.Error:
            return 1

    def read(self, node, level):
        node.get_role_name()
        node.get_name()
        node.get_description()
        states = node.get_state_set()
        states.get_states()
        node.get_attributes()
        extents = None
        if node.get_component_iface():
            extents = node.get_extents(self.coordinates)
        if node.get_text_iface():
            Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
        if node.get_value_iface():
            Atspi.Value.get_current_value(node)
            Atspi.Value.get_minimum_value(node)
            Atspi.Value.get_maximum_value(node)
        if node.get_action_iface():
            for index in range(Atspi.Action.get_n_actions(node)):
                Atspi.Action.get_action_name(node, index)
        if level == MOST_LEVELS:
            return 1
        count = node.get_child_count()
        if count > MOST_CHILDREN and states.contains(Atspi.StateType.MANAGES_DESCENDANTS):
            below = self.cells(node, extents)
        else:
            below = (node.get_child_at_index(index) for index in range(min(count, MOST_CHILDREN)))
        return 1 + sum(self.read_below(child, level + 1) for child in below if child)

    def cells(self, table, extents):
        corners = [(extents.x + 8, extents.y + 8), (extents.x + extents.width - 8, extents.y + extents.height - 8)]
        positions = []
        for x, y in corners:
            cell = table.get_accessible_at_point(x, y, self.coordinates)
            index = cell.get_index_in_parent() if cell else -1
            if index < 0:
                return
            row, column = Atspi.Table.get_row_at_index(table, index), Atspi.Table.get_column_at_index(table, index)
            positions.append((row, column))
        (first_row, first_column), (last_row, last_column) = positions
        for row in range(first_row, last_row + 1):
            for column in range(first_column, last_column + 1):
                yield Atspi.Table.get_accessible_at(table, row, column)


def main():
    reader = Reader(int(sys.argv[1]), sys.argv[2])
    for _ in sys.stdin:
        start = time.monotonic()
        nodes = reader.read_window()
        milliseconds = (time.monotonic() - start) * 1000
        result = {"milliseconds": milliseconds, "nodes": nodes} if nodes else {"error": "the window was not found"}
        print(json.dumps(result), flush=True)


main()
