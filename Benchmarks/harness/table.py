"""Tables of plain text."""


def show(title, heads, rows, notes=(), left=2):
    """Prints a table: its first columns, two or `left`, to the left, the others to the right."""
    cells = [heads, *([cell if isinstance(cell, str) else number(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(heads))]
    print(f"\n{title}\n")
    for index, row in enumerate(cells):
        aligned = (
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths)))
        print("  ".join(aligned).rstrip())
        if index == 0:
            print("  ".join("-" * width for width in widths))
    print()
    for note in notes:
        print(note)
    print(flush=True)


def number(value):
    if value is None:
        return "-"
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def verdict(is_met):
    return "met" if is_met else "MISSED"
