"""The window as injaneity's pi-computer-use tells it."""

import collections

from .peers import quoted, shown


class PiOutline:
    """The window folded to its two topmost levels, then what changed.

    The way to the focus and to dialogs is unfolded, at most 150 lines are shown, and a folded node says what it holds.
    """

    name = "pi-computer-use's outline"
    DEPTH, MOST_LINES, NAMED_ROLES = 2, 150, 2

    def __init__(self):
        self.refs = {}
        self.last = None
        self.state = 0

    def view(self, nodes):
        self.state += 1
        last, self.last = self.last, {node["id"]: node for node in nodes}
        for node in nodes:
            self.refs.setdefault(node["id"], f"@e{len(self.refs) + 1}")
        return self.changes(last, nodes) or self.outline(nodes)

    def search(self, name, nodes):
        """What its `search_ui` answers for a name that no view has shown."""
        found = [node for node in nodes if name in node["name"]]
        return "\n".join([f"{len(found)} matches", *(self.line(node) for node in found[:1])])

    # MARK: The whole

    def outline(self, nodes):
        children = collections.defaultdict(list)
        for place, node in enumerate(nodes):
            children[node["parent"]].append(place)
        lines = []
        self.add(0, 0, nodes, children, self.unfolded(nodes), lines)
        more = len(lines) - self.MOST_LINES
        return "\n".join(lines[: self.MOST_LINES] + ([f"… {more} more lines"] if more > 0 else []))

    def unfolded(self, nodes):
        """The places on the way to the focus and to dialogs."""
        places = set()
        for place, node in enumerate(nodes):
            if node["role"] == "dialog" or "focused" in node["states"]:
                while place is not None:
                    places.add(place)
                    place = nodes[place]["parent"]
        return places

    def add(self, place, depth, nodes, children, unfolded, lines):
        line = "  " * depth + self.line(nodes[place])
        if depth >= self.DEPTH and place not in unfolded and children[place]:
            lines.append(line + self.fold(place, nodes, children))
            return
        lines.append(line)
        for child in children[place]:
            self.add(child, depth + 1, nodes, children, unfolded, lines)

    def fold(self, place, nodes, children):
        roles = collections.Counter()
        waiting = list(children[place])
        while waiting:
            inner = waiting.pop()
            roles[nodes[inner]["role"]] += 1
            waiting += children[inner]
        named = ", ".join(f"{count} {role}s" for role, count in roles.most_common(self.NAMED_ROLES))
        return f" ▸ ({roles.total()}: {named}{'…' if len(roles) > self.NAMED_ROLES else ''})"

    def line(self, node):
        name = f" {quoted(node['name'])}" if node["name"] else ""
        value = f" value={shown(node)}" if shown(node) else ""
        actions = ",".join(action for action in node["actions"] if action)
        off_screen = "" if "showing" in node["states"] else " [offscreen]"
        return f"{self.refs[node['id']]} {node['role']}{name}{value}{f' {{{actions}}}' if actions else ''}{off_screen}"

    # MARK: What changed

    def changes(self, last, nodes):
        """The difference to the last view; nothing where the whole is told instead."""
        if last is None or not nodes or next(iter(last)) != nodes[0]["id"]:
            return ""
        same = sum(node["id"] in last for node in nodes)
        if len(nodes) > 8 and same < 0.4 * len(nodes):
            return ""
        now = {node["id"] for node in nodes}
        lines = [f"+ {self.line(node)}" for node in nodes if node["id"] not in last]
        lines += [f"- {self.refs[gone]}" for gone in last if gone not in now]
        lines += filter(None, (self.change(last.get(node["id"]), node, nodes) for node in nodes))
        if len(lines) > 100 or len(lines) > 20 and len(lines) > 0.65 * len(nodes):
            return ""
        count = f"{len(lines)} change{'s' if len(lines) != 1 else ''}"
        return "\n".join([f"Successor diff ({count}, S{self.state - 1} → S{self.state}):", *lines])

    def change(self, before, node, nodes):
        if before is None:
            return ""
        told = []
        if node["name"] != before["name"]:
            told.append(f"name={quoted(node['name'])}")
        if shown(node) != shown(before):
            told.append(f"value={shown(node)}")
        if not told:
            return ""
        return f"~ {self.refs[node['id']]} ({self.refs[nodes[0]['id']]} > {self.refs[node['id']]}) {' '.join(told)}"
