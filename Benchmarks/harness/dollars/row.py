"""A line of the tables."""

from .spending import MODELS

HEADS = [
    "what the model sees", "turns", "a view", "in", "out", *MODELS, "x", *(f"{name}, cached" for name in MODELS), "x"]


class Row:
    """What one way of seeing took, for a job or several."""

    def __init__(self, name, options=()):
        self.name = name
        self.turns = self.views = self.view_count = self.input = self.output = 0
        self.costs = {(model, caching): 0 for caching in (False, True) for model in MODELS}
        if options:
            self.measure(options)

    def measure(self, options):
        shortest = min(options, key=lambda option: option.input)
        views = [exchange.view for exchange in shortest.exchanges if exchange.view]
        self.turns, self.views, self.view_count = len(shortest.exchanges), sum(views), len(views)
        self.input, self.output = shortest.input, shortest.output
        for model, caching in self.costs:
            self.costs[model, caching] = min(option.cost(MODELS[model], caching) for option in options)

    def add(self, other):
        for name in ["turns", "views", "view_count", "input", "output"]:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for key, cost in other.costs.items():
            self.costs[key] += cost

    def times(self, other, caching, model="sonnet"):
        return self.costs[model, caching] / other.costs[model, caching]

    def cells(self, ours):
        cells = [self.name, self.turns, round(self.views / self.view_count), self.input, self.output]
        for caching in (False, True):
            cells += [f"${self.costs[model, caching] / 1e9:.5f}" for model in MODELS]
            cells.append(f"{self.times(ours, caching):.1f}")
        return cells
