"""What a model would have been sent in a job that was done, by what it is shown of the window."""

import re

from ..desktop import Skipped
from . import tokens
from .cua_tree import CuaTree
from .pi_outline import PiOutline
from .spending import Conversation, Exchange

SCREEN = 1280, 800
LEAST_VIEWS = 3
OURS, SCREENSHOTS = "our outlines", f"a {SCREEN[0]}x{SCREEN[1]} screenshot a turn"
COMPUTER_USE = "the same with the built-in computer use"
# What declaring computer_toolset_20260801 adds to each request, by its documentation, in tokens.
COMPUTER_USE_TOOLS = 4500


def conversations(job, calls, counter):
    """For each way of seeing: its name, and the conversations that it could have had."""
    final = calls[-1][0]
    if any(request["messages"] != final["messages"][: 2 * turn + 1] for turn, (request, _) in enumerate(calls)):
        raise Skipped("the program sent another history than it had")
    said = [parts(message) for message in final["messages"] if message["role"] == "user"]
    replies = [text(message) for message in final["messages"] if message["role"] == "assistant"]
    replies.append(job.replies[-1])
    told = {"views": [view for view, _ in said], "words": [words for _, words in said], "replies": replies}
    counted = {name: counter.count(texts) for name, texts in told.items()}
    system = sum(counter.count([block["text"] for block in final["system"]]))

    def exchanges(views):
        return [Exchange(*turn) for turn in zip(views, counted["words"], counted["replies"])]

    yield OURS, [Conversation(system, exchanges(counted["views"]), views_kept=len(calls))]
    pictures = exchanges([tokens.picture(*SCREEN)] * len(calls))
    yield SCREENSHOTS, either_way(system, pictures)
    yield COMPUTER_USE, either_way(COMPUTER_USE_TOOLS, list(one_by_one(replies, pictures)))
    for peer in [CuaTree(), PiOutline()]:
        views = [peer.view(nodes) for _, nodes in calls]
        turns = exchanges(counter.count(views))
        yield peer.name, either_way(system, with_searches(peer, job, calls, views, turns, counter))


def parts(message):
    """What a message shows of the window, marks included, and what else it says."""
    whole = text(message)
    shown = re.search(r"<screen (\w+)>\n.*?\n</screen \1>", whole, re.DOTALL)
    return (shown[0], whole.replace(shown[0], "")) if shown else ("", whole)


def text(message):
    return "\n".join(block["text"] for block in message["content"])


def either_way(system, exchanges):
    return [Conversation(system, exchanges, kept) for kept in (len(exchanges), LEAST_VIEWS)]


def one_by_one(replies, exchanges):
    """The exchanges with one action each. The screenshot after it spares the wait for what it does."""
    for reply, exchange in zip(replies, exchanges):
        actions = [line for line in reply.splitlines() if line and not line.startswith(("wait ", "gone "))]
        for place in range(len(actions)):
            words = exchange.words if place == 0 else 0
            yield Exchange(exchange.view, words, round(exchange.reply / len(actions)))


def with_searches(peer, job, calls, views, exchanges, counter):
    """The exchanges, each that uses what no view has shown preceded by a search for it."""
    seen, all_exchanges = "", []
    for (_, nodes), reply, view, exchange in zip(calls, job.replies, views, exchanges):
        seen += view
        names = dict.fromkeys(re.findall(r"\{\{\w+ of (.+?)\}\}", reply))
        answers = [peer.search(name, nodes) for name in names if name not in seen]
        if any(answers):
            question, answer = counter.count(["\n".join(f'find "{name}"' for name in names), "\n".join(answers)])
            all_exchanges.append(Exchange(exchange.view, exchange.words, question))
            exchange = Exchange(0, answer, exchange.reply)
            seen += "\n".join(answers)
        all_exchanges.append(exchange)
    return all_exchanges
