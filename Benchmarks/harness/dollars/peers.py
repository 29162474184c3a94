"""Other systems' words for what a window shows, written for measurement from what is known of their form.

A view is made from everything below the active window, as Readers/tree.py prints it. Where a form is not known, what
makes for a cheaper conversation is taken.
"""

import math


def quoted(text):
    return '"' + text.replace("\n", "\\n") + '"'


def shown(node):
    """What a field or a slider holds; nothing where its name says it already."""
    text = node.get("text") or ""
    if text and text != node["name"]:
        return quoted(text)
    value = node.get("value")
    return f'"{value:g}"' if value is not None and math.isfinite(value) and not text else ""
