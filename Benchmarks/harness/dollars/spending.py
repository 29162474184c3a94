"""What a conversation with a model costs, call by call, by the project's price table."""

import json
from dataclasses import dataclass

from ..desktop import ROOT

PRICES = json.loads((ROOT / "Sources/Model/Prices/prices.json").read_text())
MODELS = {alias: PRICES["models"][id] for alias, id in PRICES["aliases"].items()}


@dataclass
class Exchange:
    """One call, in tokens: what the window looks like, what else the message says, and the reply."""

    view: int
    words: int
    reply: int


@dataclass
class Conversation:
    system: int
    exchanges: list
    # How many views stay in the conversation, the newest last.
    views_kept: int

    def requests(self):
        """Each call's input, as pieces with their tokens. Requests that begin alike begin with the same pieces."""
        for call in range(len(self.exchanges)):
            pieces = [("system", self.system)]
            for place, exchange in enumerate(self.exchanges[: call + 1]):
                if call - place < self.views_kept:
                    pieces.append((f"view {place}", exchange.view))
                pieces.append((f"words {place}", exchange.words))
                if place < call:
                    pieces.append((f"reply {place}", exchange.reply))
            yield pieces

    @property
    def input(self):
        return sum(length(pieces) for pieces in self.requests())

    @property
    def output(self):
        return sum(exchange.reply for exchange in self.exchanges)

    def cost(self, model, caching):
        """Nano-dollars. With caching each request is written to the short-lived cache, and what the one before it began
        with is read from there. The first finds nothing."""
        total, last = 0, []
        for pieces, exchange in zip(self.requests(), self.exchanges):
            whole, least = length(pieces), model["minCacheablePrefix"]
            read = length(common_beginning(last, pieces)) if caching else 0
            read = read if read >= least else 0
            written = whole - read if caching and whole >= least else 0
            longer = model.get("longPrompt")
            price = longer["price"] if longer and whole > longer["above"] else model["price"]
            total += read * price["cacheRead"] + written * price["cacheWrite5m"]
            total += (whole - read - written) * price["input"] + exchange.reply * price["output"]
            last = pieces
        return total


def length(pieces):
    return sum(tokens for _, tokens in pieces)


def common_beginning(one, other):
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return one[:same]
