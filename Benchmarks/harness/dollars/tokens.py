"""How many tokens texts and pictures have."""

import json
import os
import subprocess

from ..desktop import ROOT

# Models since the public tokenizer split the same text into about 30 % more tokens, as their pricing page says.
NEWER_MODELS = 1.3
PATCH = 28  # pixels; a picture counts a token for each patch, begun ones included


class TokenCounter:
    """Counts by the public Claude tokenizer, or by our estimate where no FAZM_TOKENIZER_PYTHON has it."""

    def __init__(self, estimate):
        python = os.environ.get("FAZM_TOKENIZER_PYTHON")
        self.name = "the public Claude tokenizer" if python else "the built-in estimate"
        self.command = [python, ROOT / "Tests/OutlineTests/count-tokens"] if python else [estimate]

    def count(self, texts):
        """What today's models make of each text."""
        counted = subprocess.run(self.command, input=json.dumps(texts), check=True, capture_output=True, text=True)
        numbers = (entry["tokens"] if isinstance(entry, dict) else entry for entry in json.loads(counted.stdout))
        return [round(number * NEWER_MODELS) for number in numbers]


def picture(width, height):
    return -(-width // PATCH) * -(-height // PATCH)
