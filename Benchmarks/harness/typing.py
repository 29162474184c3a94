"""Whether every typed character arrives, in programs that keep what they get."""

import concurrent.futures
import dataclasses
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
from .desktop import POLL_INTERVAL, Desktop, Reader, Skipped, wait_for_window
from .programs import Program, chromium, firefox

STRINGS, LONGEST = 1000, 60
# Most of the time goes by in waiting. What arrives must not depend on how busy the machine is.
AT_ONCE = 3
PATIENCE = 5  # seconds that a program may take to have what was typed
BEGINNING = 30  # seconds until a page that was opened has the focus
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
    """A page with one field, which tells a server when it has the focus and what it holds, and is emptied when asked to."""

    def __init__(self):
        form = self
        self.value = ""
        self.has_changed = threading.Condition()
        self.has_focus = threading.Event()
        self.is_to_be_emptied = threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/empty":
                    form.is_to_be_emptied.wait()
                    form.is_to_be_emptied.clear()
                    return self.answer(b"")
                if self.path == "/focus":
                    form.has_focus.set()
                    return self.answer(b"")
                self.answer(
                    b"<!doctype html><meta charset=utf-8><title>Form</title><label for=f>Field</label>"
                    b"<textarea id=f autofocus rows=10 cols=80></textarea><script>"
                    # One after the other, so that an older value cannot overtake a newer one.
                    b"let sent = Promise.resolve(); f.oninput = () => { const body = f.value; "
                    b"sent = sent.then(() => fetch('/value', {method: 'POST', body})) };"
                    b"(async () => { for (;;) { await fetch('/empty', {cache: 'no-store'}); "
                    b"f.value = ''; f.oninput() } })();"
                    # A browser that has just started has the focus in its address bar.
                    b"const wait = setInterval(() => { if (document.hasFocus() && document.activeElement === f) { "
                    b"clearInterval(wait); fetch('/focus', {cache: 'no-store'}) } }, 20)"
                    b"</script>")

            def do_POST(self):
                value = self.rfile.read(int(self.headers["Content-Length"])).decode()
                with form.has_changed:
                    form.value = value
                    form.has_changed.notify()
                self.answer(b"")

            def answer(self, body):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def as_uri(self):
        return f"http://127.0.0.1:{self.server.server_port}/"

    def becomes(self, text):
        """Whether the field comes to hold `text` in time."""
        with self.has_changed:
            return self.has_changed.wait_for(lambda: self.value == text, PATIENCE)

    def empty(self):
        if self.value:
            self.is_to_be_emptied.set()
            self.becomes("")


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


class Refused(Exception):
    """Says why a command was not carried out."""


class Typist:
    """Types texts into one field and reads what became of them."""

    def __init__(self, field, desktop, agent):
        self.field, self.desktop, self.agent = field, desktop, agent
        self.form = Form() if field.record == "page" else None
        self.file = desktop.home / "typed.txt"
        self.is_open = False

    def command(self, line):
        answer = self.agent.ask(f"do {line}")
        if "error" in answer:
            raise Refused(f"{line.split()[0]}: {answer['error']}")

    def open(self):
        known = {window["id"] for window in self.agent.ask("windows")}
        made = self.field.program.command
        command = made(self.desktop.home, self.form) if self.form else made(self.desktop.home)
        options = {"stdout": subprocess.PIPE} if self.field.record == "output" else {}
        process = self.desktop.start(command, **options)
        window, _ = wait_for_window(self.agent, self.field.program, known, interval=POLL_INTERVAL)
        if self.form and not self.form.has_focus.wait(BEGINNING):
            raise Skipped(f"the form of {self.field.program.name} has no focus")
        self.agent.ask(f"begin {window['id']}")
        self.is_open = True
        return process

    def type(self, text):
        """What the program holds in the place of `text` once that has been typed."""
        if self.field.record == "output":
            return self.type_into_dialog(text)
        self.is_open or self.open()
        return self.type_into_page(text) if self.form else self.type_into_file(text)

    def type_into_dialog(self, text):
        process = self.open()
        try:
            self.command(f"type {quoted(text)} enter")
            return process.communicate(timeout=PATIENCE)[0].decode().removesuffix("\n")
        except subprocess.TimeoutExpired:
            raise Refused("the dialog went on after Return") from None
        finally:
            process.kill()
            process.wait()

    def type_into_page(self, text):
        self.form.empty()
        self.command(f"type {quoted(text)}")
        self.form.becomes(text)
        return self.form.value

    def type_into_file(self, text):
        """Types it below all that was typed before."""
        before = self.file.read_text()
        start = before.removesuffix("\n") + "\n" if before else ""
        self.command(f"type {quoted(text if not before else chr(10) + text)}")
        self.command("key ctrl+s")
        end = time.monotonic() + PATIENCE
        while (after := self.file.read_text()).removesuffix("\n") != start + text and time.monotonic() < end:
            time.sleep(POLL_INTERVAL / 5)
        return after.removesuffix("\n").removeprefix(start)


def set_layout(desktop, layout, has_caps_lock):
    desktop.start(["setxkbmap", layout]).wait()
    state = subprocess.run(["xset", "q"], env=desktop.environment, capture_output=True, text=True).stdout
    if ("Caps Lock:   on" in state) != has_caps_lock:
        desktop.start(["xdotool", "key", "Caps_Lock"]).wait()


@dataclass
class Count:
    """What became of the strings that were typed into one field."""

    strings: int = 0
    characters: int = 0
    wrong: int = 0
    refused: int = 0
    notes: list = dataclasses.field(default_factory=list)


def measure(field, tool, count, seed):
    result = Count()
    with Desktop() as desktop, Reader(desktop, [tool]) as agent:
        typist = Typist(field, desktop, agent)
        current = None
        for number, text in enumerate(strings(count, field.has_lines, field.has_tabs, seed)):
            layout, has_caps_lock = LAYOUTS[number * len(LAYOUTS) // count]
            if (layout, has_caps_lock) != current:
                set_layout(desktop, layout, has_caps_lock)
                current = layout, has_caps_lock
            name = f"{field.program.name} ({layout}{', Caps Lock' if has_caps_lock else ''})"
            result.strings += 1
            result.characters += len(text)
            try:
                got = typist.type(text)
            except Refused as reason:
                result.refused += 1
                result.notes.append(f"{name}: {text!r} was refused: {reason}")
                continue
            if got != text:
                result.wrong += distance(text, got)
                result.notes.append(f"{name}: {text!r} became {got!r}")
    return result


def measure_timed(field, tool, count, seed):
    """The row of a field and what was counted there; no count where it could not be measured, and why."""
    if not field.program.is_installed():
        return None, f"{field.program.binary} is not installed"
    print(f"  {field.program.name} …", file=sys.stderr, flush=True)
    start = time.monotonic()
    try:
        result = measure(field, tool, count, seed)
    except Skipped as reason:
        return None, str(reason)
    return result, [
        field.program.name, field.program.toolkit, field.record, result.strings, result.characters, result.wrong,
        result.refused, (time.monotonic() - start) / count, f"{os.getloadavg()[0]:.1f}"]


def run(tools, names, count=STRINGS):
    fields = [field for field in FIELDS if not names or any(name.lower() in field.program.name.lower() for name in names)]
    shares = [count // len(fields) + (number < count % len(fields)) for number in range(len(fields))]
    rows, notes, results = [], [], []
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        seeds = range(len(fields))
        measured = pool.map(lambda seed: measure_timed(fields[seed], tools["turn"], shares[seed], seed), seeds)
        for field, (result, row) in zip(fields, measured):
            if result is None:
                notes.append(f"not measured: {field.program.name}: {row}")
                continue
            results.append(result)
            rows.append(row)
            notes += result.notes[:3]
    if not rows:
        print("\n".join(notes))
        return
    heads = ["program", "toolkit", "read from", "strings", "characters", "wrong", "refused", "s a string", "load"]
    wrong, refused, typed = (
        sum(getattr(result, name) for result in results) for name in ["wrong", "refused", "strings"])
    layouts = ", ".join(layout + (" with Caps Lock" if has_caps_lock else "") for layout, has_caps_lock in LAYOUTS)
    table.show("Typing random Unicode texts", heads, rows, [
        f"layouts: {layouts}; {AT_ONCE} programs at once, each on a desktop of its own", *notes,
        f"wrong characters: {wrong} in {typed:,} strings (goal 0 in {count:,}: "
        f"{table.verdict(wrong == refused == 0 and typed == count)}), in {(time.monotonic() - start) / 60:.0f} minutes"])
