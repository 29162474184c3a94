"""Five whole jobs on real programs, each with what a model answers and a look at whether the work was done."""

import http.server
import re
import threading
import urllib.parse
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from ..programs import Program, firefox, office, page


@dataclass
class Job:
    name: str
    program: Program
    request: str
    # What the model answers, turn by turn; {{b of NAME}} is the ref that it was shown for the button NAME.
    replies: list
    # What is wrong with the result, given the home folder; nothing where the job is done.
    fault: Callable[[Path], str]


# MARK: A folder in PCManFM

SORTED = {
    "Archives": ["backup.zip"],
    "Documents": ["invoice March.pdf", "letter.odt", "notes.txt"],
    "Images": ["holiday.jpg", "logo.png"],
    "Music": ["interview.mp3"],
    "Videos": ["clip.mp4"],
}


def mixed_files(home):
    folder = home / "Papers"
    folder.mkdir()
    for names in SORTED.values():
        for name in names:
            (folder / name).write_text("A file.\n")
    return ["pcmanfm", folder]


def new_folder(name):
    title = "Creating New Folder"
    return f'key ctrl+shift+n\nwait "{title}" 10\ntype "{name}" enter\ngone "{title}" 10\n'


def move(folder, names):
    files = " ".join(f"{{{{x of {name}}}}}" for name in names)
    return (
        f'select {files}\nkey ctrl+x\ndouble {{{{x of {folder}}}}}\nwait "Papers/{folder}" 10\n'
        f'key ctrl+v\nwait "{names[0]}" 10\nkey alt+Up\nwait "{folder}" 10\n')


def unsorted(home):
    folder = home / "Papers"
    found = {path.name: sorted(file.name for file in path.iterdir()) for path in folder.iterdir() if path.is_dir()}
    return "" if found == SORTED else f"the folders hold {found}"


# MARK: A form in Firefox

FORM = """<h1>Summer course</h1><form method="post" action="{address}">
<p><label>Name <input name="name"></label></p>
<p><label>E-mail <input name="email" type="email"></label></p>
<p><label>Day <select name="day"><option>Monday</option><option>Tuesday</option><option>Friday</option></select></label>
<p><label><input type="checkbox" name="lunch" value="yes"> Lunch</label></p>
<p><label>Remarks <textarea name="remarks"></textarea></label></p>
<p><button>Sign up</button></p></form>"""
FILLED = {
    "name": ["Ada Lovelace"], "email": ["ada@example.org"], "day": ["Friday"], "lunch": ["yes"],
    "remarks": ["No nuts, please."],
}


class FormServer(http.server.ThreadingHTTPServer):
    """Takes what a form sends."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), FormHandler)
        self.sent = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def form(self, home):
        self.sent.clear()
        path = page(home, "Course", FORM.format(address=f"http://127.0.0.1:{self.server_port}/"))
        return firefox(home, path)

    def fault(self, _):
        return "" if self.sent == [FILLED] else f"the server was sent {self.sent}"


class FormHandler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        self.server.sent.append(urllib.parse.parse_qs(body))
        self.answer(b"<!doctype html><title>Thank you</title><h1>Thank you</h1><p>You are on the list.</p>")

    def do_GET(self):
        self.answer(b"", 404)

    def answer(self, content, status=200):
        self.send_response(status)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


# MARK: A letter in Mousepad

LETTER = "Dear Sam,\n\non Monday we meet in the small room. Bring the plans for Monday.\n\nUntil Monday\nKim\n"


def letter(home):
    path = home / "Letter.txt"
    path.write_text(LETTER)
    return ["mousepad", path]


def other_letter(home):
    text = (home / "Letter.txt").read_text()
    return "" if text == LETTER.replace("Monday", "Tuesday") else f"the letter says {text!r}"


# MARK: A word in LibreOffice Writer

MINUTES = (
    '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" '
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>'
    '<text:h text:outline-level="1">Minutes</text:h><text:p>We meet on Friday at nine.</text:p>'
    "<text:p>The deadline for all reports is in March.</text:p></office:text></office:body></office:document>")


def minutes(home):
    path = home / "Minutes.fodt"
    path.write_text(MINUTES)
    return office(home, "--writer", path)


def not_bold(home):
    text = (home / "Minutes.fodt").read_text()
    span = re.search(r'The <text:span text:style-name="(\w+)">deadline</text:span> for all', text)
    style = span and re.search(rf'<style:style style:name="{span[1]}".*?</style:style>', text, re.DOTALL)
    return "" if style and 'fo:font-weight="bold"' in style[0] else "the word is not bold in the file"


# MARK: A setting of KCalc


def not_set(home):
    path = home / ".config/kcalcrc"
    text = path.read_text() if path.exists() else ""
    return "" if {"fixed=true", "fixedprecision=3"} <= set(text.split("\n")) else f"kcalcrc says {text!r}"


def all_jobs():
    forms = FormServer()
    return [
        Job(
            "organize a folder in PCManFM", Program("PCManFM", "GTK 2", mixed_files, 20, "pcmanfm"),
            "organize this folder",
            [
                "".join(new_folder(name) for name in SORTED),
                *(move(folder, names) for folder, names in SORTED.items()),
                'done "Moved 8 files into Archives, Documents, Images, Music and Videos."',
            ],
            unsorted),
        Job(
            "fill and send a form in Firefox", Program("Firefox", "Firefox", forms.form, 60, "firefox-esr"),
            "Sign up Ada Lovelace, ada@example.org, for Friday with lunch, and remark: No nuts, please.",
            [
                'set {{e of Name}} "Ada Lovelace"\nset {{e of E-mail}} "ada@example.org"\n'
                'select {{o of Day}} "Friday"\ncheck {{c of Lunch}}\nset {{e of Remarks}} "No nuts, please."\n'
                'click {{b of Sign up}}\nwait "Thank you" 10',
                'done "Ada Lovelace is signed up for Friday, with lunch."',
            ],
            forms.fault),
        Job(
            "replace a word in Mousepad", Program("Mousepad", "GTK 3", letter, 20, "mousepad"),
            "Replace Monday with Tuesday everywhere in this letter and save it",
            [
                'menu "Search > Find and Replace"\nwait "Find and Replace" 5',
                'set {{o of Search for}} "Monday"\nset {{o of Replace with}} "Tuesday"\n'
                'check {{c of Replace all in}}',
                'click {{b of Replace All}}\nclick {{b of Close}}\ngone "Find and Replace" 5\nkey ctrl+s',
                'done "Monday is Tuesday everywhere, and the letter is saved."',
            ],
            other_letter),
        Job(
            "make a word bold in Writer", Program("Writer", "LibreOffice", minutes, 100, "soffice"),
            "Make the word deadline bold and save",
            [
                'key ctrl+h\nwait "Find and Replace" 10\ntype "deadline"',
                'click {{b of Find All}}\nclick {{b of Close}}\nwait "Minutes" 5',
                'key ctrl+b\nkey ctrl+s',
                'done "The word deadline is bold, and the document is saved."',
            ],
            not_bold),
        Job(
            "change a setting in KCalc", Program("KCalc", "Qt 5", lambda _: ["kcalc"], 20, "kcalc"),
            "Always show three decimal places",
            [
                'menu "Settings > Configure KCalc"\nwait "Configure" 5',
                'check {{c of Set decimal precision}}\nset {{s of Number of fixed decimal digits}} "3"\nclick {{b of OK}}\n'
                'gone "Configure" 5',
                'done "KCalc shows three decimal places."',
            ],
            not_set),
    ]
