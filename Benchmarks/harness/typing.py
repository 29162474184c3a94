"""Whether every typed character arrives, in programs that keep what they get."""

import http.server
import os
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from . import table
from .desktop import Desktop, Reader, Skipped, wait_for_window
from .programs import Program, chromium, firefox

STRINGS, LONGEST = 1000, 60
PATIENCE = 5  # seconds that a program may take to have what was typed
# Caps Lock is on in those that say so. Whoever types Russian has a second, Latin layout for shortcuts.
LAYOUTS = [("us", False), ("de", False), ("fr", False), ("ru,us", False), ("us", True), ("de", True)]

ALPHABETS = [
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßÀÁÂÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖØÙÚÛÜÝŁłąĄęĘśŚźŹżŻćĆńŃİığĞşŞőŐűŰčČřŘšŠžŽ",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯїєґЇЄҐ",
    "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
    "你好世界中文字符測試漢字日本語かなカナひらがな한국어글자",
    "€£¥§©®™…–—“”„‘’«»→←↑↓×÷±½²³µ¶•°",
    "😀😂🎉🚀🐧🍕❤✅🌍🧪👍🔥𝔸𝕏",
]


def strings(count, has_lines, has_tabs, seed):
    """Texts that a field takes as they are: editors drop spaces at the ends of lines and repeat those at their starts."""
    chance = random.Random(seed)
    for _ in range(count):
        alphabets = chance.sample(ALPHABETS, chance.randint(1, 3))
        text = [chance.choice(chance.choice(alphabets)) for _ in range(chance.randint(1, LONGEST))]
        for place in range(1, len(text) - 1):
            if has_lines and chance.random() < 0.03:
                text[place] = "\n"
            elif has_tabs and chance.random() < 0.02:
                text[place] = "\t"
        text = "".join(text)
        if has_lines:
            text = "\n".join(line.strip(" \t") or "-" for line in text.split("\n"))
        yield text.strip(" ") or "-"


def quoted(text):
    """The text as a command has it."""
    for plain, escaped in [("\\", "\\\\"), ('"', '\\"'), ("“", "\\“"), ("”", "\\”"), ("\n", "\\n"), ("\t", "\\t")]:
        text = text.replace(plain, escaped)
    return f'"{text}"'


def distance(wanted, got):
    """How many characters are wrong, missing or too many."""
    row = list(range(len(got) + 1))
    for index, one in enumerate(wanted, 1):
        last, row[0] = row[0], index
        for place, other in enumerate(got, 1):
            last, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, last + (one != other))
    return row[-1]


class Form:
    """A page with one field, which tells a server at every change what it holds."""

    def __init__(self):
        form = self
        self.value = ""

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.answer(
                    b"<!doctype html><meta charset=utf-8><title>Form</title><label for=f>Field</label>"
                    b"<textarea id=f autofocus rows=10 cols=80></textarea><script>"
                    # One after the other, so that an older value cannot overtake a newer one.
                    b"let sent = Promise.resolve(); f.oninput = () => { const body = f.value; "
                    b"sent = sent.then(() => fetch('/value', {method: 'POST', body})) }</script>")

            def do_POST(self):
                form.value = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.answer(b"")

            def answer(self, body):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def as_uri(self):
        return f"http://127.0.0.1:{self.server.server_port}/"


@dataclass
class Field:
    """A program with a field, and where it keeps what that holds."""

    program: Program
    record: str  # file, page or output
    has_lines: bool = True
    has_tabs: bool = False


def file(home):
    path = home / "typed.txt"
    path.touch()
    return path


def kate(home):
    # It would add the bracket that closes one.
    (home / ".config/katerc").write_text("[KTextEditor View]\nAuto Brackets=false\n")
    return ["kate", "--new", file(home)]


FIELDS = [
    Field(Program("zenity entry", "GTK 3", lambda _: ["zenity", "--entry", "--title=Typing"], 5, "zenity"), "output", False),
    Field(Program("Mousepad", "GTK 3", lambda home: ["mousepad", file(home)], 5, "mousepad"), "file", has_tabs=True),
    Field(
        Program("GNOME Text Editor", "GTK 4", lambda home: ["gnome-text-editor", file(home)], 20, "gnome-text-editor"),
        "file", has_tabs=True),
    Field(Program("Kate", "Qt 5", kate, 50, "kate"), "file"),
    Field(Program("Firefox form", "Firefox", firefox, 40, "firefox-esr"), "page"),
    Field(Program("Chromium form", "Chromium", chromium, 20, "chromium"), "page"),
]


class Typist:
    """Types texts into one field and reads what became of them."""

    def __init__(self, field, desktop, agent):
        self.field, self.desktop, self.agent = field, desktop, agent
        self.form = Form() if field.record == "page" else None
        self.window = None

    def command(self, line):
        answer = self.agent.ask(f"do {line}")
        if "error" in answer:
            raise Skipped(f"{line.split()[0]}: {answer['error']}")

    def open(self):
        known = {window["id"] for window in self.agent.ask("windows")}
        made = self.field.program.command
        command = made(self.desktop.home, self.form) if self.form else made(self.desktop.home)
        options = {"stdout": subprocess.PIPE} if self.field.record == "output" else {}
        process = self.desktop.start(command, **options)
        self.window, _ = wait_for_window(self.agent, self.field.program, known)
        self.agent.ask(f"begin {self.window['id']}")
        return process

    def type(self, text):
        """What the program holds after `text` has been typed in the place of all that it held."""
        if self.field.record == "output":
            process = self.open()
            self.command(f"type {quoted(text)} enter")
            return process.communicate(timeout=PATIENCE)[0].decode().removesuffix("\n")
        self.window or self.open()
        # Kate puts what is selected into brackets that are typed over it.
        self.command("key ctrl+a")
        self.command("key Delete")
        self.command(f"type {quoted(text)}")
        if self.field.record == "file":
            self.command("key ctrl+s")
        end = time.monotonic() + PATIENCE
        while self.held() != text and time.monotonic() < end:
            time.sleep(0.02)
        return self.held()

    def held(self):
        if self.form:
            return self.form.value
        return (self.desktop.home / "typed.txt").read_text().removesuffix("\n")


def set_layout(desktop, layout, has_caps_lock):
    desktop.start(["setxkbmap", layout]).wait()
    state = subprocess.run(["xset", "q"], env=desktop.environment, capture_output=True, text=True).stdout
    if ("Caps Lock:   on" in state) != has_caps_lock:
        desktop.start(["xdotool", "key", "Caps_Lock"]).wait()


def measure(field, tool, count, seed):
    """How many strings, characters and wrong characters there were, and what went wrong first."""
    characters, wrong, examples = 0, 0, []
    with Desktop() as desktop, Reader(desktop, [tool]) as agent:
        typist = Typist(field, desktop, agent)
        texts = list(strings(count, field.has_lines, field.has_tabs, seed))
        for number, text in enumerate(texts):
            layout, has_caps_lock = LAYOUTS[number * len(LAYOUTS) // count]
            if number == 0 or (layout, has_caps_lock) != LAYOUTS[(number - 1) * len(LAYOUTS) // count]:
                set_layout(desktop, layout, has_caps_lock)
            got = typist.type(text)
            characters += len(text)
            if got != text:
                wrong += distance(text, got)
                lock = ", Caps Lock" if has_caps_lock else ""
                examples.append(f"{field.program.name} ({layout}{lock}): {text!r} became {got!r}")
        return characters, wrong, examples


def run(tools, names, count=STRINGS):
    fields = [field for field in FIELDS if not names or any(name.lower() in field.program.name.lower() for name in names)]
    rows, notes = [], []
    for number, field in enumerate(fields):
        print(f"  {field.program.name} …", file=sys.stderr, flush=True)
        share = count // len(fields) + (number < count % len(fields))
        start = time.monotonic()
        try:
            if not field.program.is_installed():
                raise Skipped(f"{field.program.binary} is not installed")
            characters, wrong, examples = measure(field, tools["turn"], share, seed=number)
        except (Skipped, subprocess.TimeoutExpired) as reason:
            notes.append(f"not measured: {field.program.name}: {reason}")
            continue
        seconds = (time.monotonic() - start) / share
        rows.append([
            field.program.name, field.program.toolkit, field.record, share, characters, wrong, seconds,
            f"{os.getloadavg()[0]:.1f}"])
        notes += examples[:3]
    if not rows:
        print("\n".join(notes))
        return
    heads = ["program", "toolkit", "read from", "strings", "characters", "wrong", "s a string", "load"]
    total = sum(row[5] for row in rows)
    layouts = ", ".join(layout + (" with Caps Lock" if has_caps_lock else "") for layout, has_caps_lock in LAYOUTS)
    table.show("Typing random Unicode texts", heads, rows, [
        f"layouts: {layouts}", *notes,
        f"wrong characters: {total} in {sum(row[3] for row in rows):,} strings (goal 0: {table.verdict(total == 0)})"])
