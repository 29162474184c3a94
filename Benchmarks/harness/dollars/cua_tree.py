"""The window as trycua's cua-driver tells it."""

import itertools

from .peers import quoted, shown


class CuaTree:
    """The whole window as a Markdown list, each turn.

    What can be acted on has a number in brackets, other texts have none, and a container without a text is left out.
    """

    name = "cua-driver's tree"

    def view(self, nodes):
        levels, lines, numbers = [], [], itertools.count()
        for node in nodes:
            level = 0 if node["parent"] is None else levels[node["parent"]]
            line = self.line(node, numbers)
            if line:
                lines.append("  " * level + line)
            levels.append(level + bool(line))
        return "\n".join(lines)

    def line(self, node, numbers):
        value = f" = {shown(node)}" if shown(node) else ""
        actions = [action for action in node["actions"] if action]
        if actions or "value" in node or not {"editable", "selectable"}.isdisjoint(node["states"]):
            listed = f" [actions=[{', '.join(actions)}]]" if actions else ""
            return f"- [{next(numbers)}] {node['role']} {quoted(node['name'])}{value}{listed}"
        text = node["name"] or node.get("text") or ""
        return f"- {node['role']} = {quoted(text)}" if text else ""

    def search(self, name, nodes):
        """Never needed: everything is shown."""
        return ""
