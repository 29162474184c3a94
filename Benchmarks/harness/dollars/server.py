"""The tests' Messages API server, which looks at the desktop each time before it answers."""

import json
import runpy
import threading

from ..desktop import ROOT, Skipped

MESSAGES_SERVER = runpy.run_path(str(ROOT / "Tests/TestSupport/MessagesServer/messages-server"))["Server"]


class RecordingServer(MESSAGES_SERVER):
    """Gives `replies` in order and keeps, for each call, the request and what `look` brought."""

    def __init__(self, replies, look):
        super().__init__(0, [{"body": message(text)} for text in replies])
        self.look = look
        self.calls = []
        self.failure = None

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def next_reply(self, method, path, headers, body):
        # The program waits for its answer, so that the window stays as the request shows it.
        try:
            self.calls.append((json.loads(body), self.look()))
        except Skipped as reason:
            self.failure = reason
        return super().next_reply(method, path, headers, body)


def message(text):
    return {
        "type": "message", "role": "assistant", "id": "msg_bench", "model": "claude-haiku-5-5",
        "stop_reason": "end_turn", "content": [{"type": "text", "text": text.strip()}],
        "usage": {"input_tokens": 0, "output_tokens": 0},
    }
