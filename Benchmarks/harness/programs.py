"""The programs that are measured, and what they are opened on."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

PROGRAMS = Path(__file__).resolve().parents[1] / "Programs"
OFFICE = ["soffice", "--norestore", "--nologo", "--nolockcheck"]
CHROMIUM = ["chromium", "--no-first-run", "--no-default-browser-check", "--password-store=basic", "--disable-gpu"]
FIREFOX_PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}


@dataclass
class Program:
    name: str
    toolkit: str
    # Makes the command, after preparing files in the home folder that it is given.
    command: Callable[[Path], list]
    least_nodes: int = 5
    # What must be on the search path.
    binary: str = "python3"
    # How many rows it shows, where that is what is measured.
    size: int = 0

    def is_installed(self):
        return shutil.which(self.binary) is not None


def folder(home):
    path = home / "Papers"
    path.mkdir(exist_ok=True)
    for number in range(1, 31):
        for kind in ["txt", "odt"]:
            (path / f"Report {number:02}.{kind}").touch()
    return path


def document(home):
    path = home / "Letter.txt"
    path.write_text("".join(f"Line {number} of a letter that is not long.\n" for number in range(1, 81)))
    return path


def page(home, name, body):
    path = home / f"{name}.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><title>{name}</title>{body}")
    return path


def form_page(home):
    fields = "".join(
        f'<p><label for="f{number}">Field {number}</label> <input id="f{number}" value="{number}">'
        f'<label><input type="checkbox"> Choice {number}</label></p>' for number in range(1, 21))
    return page(home, "Form", f"<h1>Order</h1><form>{fields}<button>Send</button></form>")


def long_page(home, rows=2000):
    links = "".join(f'<p>Paragraph {number} with a <a href="#">link {number}</a></p>' for number in range(1, rows + 1))
    return page(home, "Long", f"<h1>Links</h1>{links}")


def plain_page(home, rows):
    return page(home, "Rows", "".join(f"<p>Row {number}</p>" for number in range(1, rows + 1)))


def firefox(home, path):
    profile = home / "firefox"
    profile.mkdir(exist_ok=True)
    lines = [f'user_pref("{name}", {str(value).lower()});\n' for name, value in FIREFOX_PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines))
    return ["firefox-esr", "--no-remote", "--profile", profile, path.as_uri()]


def chromium(home, path):
    # Chromium refuses to run as root with its sandbox.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return CHROMIUM + sandbox + [f"--user-data-dir={home / 'chromium'}", path.as_uri()]


def office(home, *arguments):
    return OFFICE + [f"-env:UserInstallation={(home / 'office').as_uri()}", *arguments]


def sheet(home, rows):
    """A sheet whose first column is filled, as LibreOffice's flat XML."""
    path = home / "Rows.fods"
    name = "urn:oasis:names:tc:opendocument:xmlns"
    path.write_text(
        f'<?xml version="1.0"?><office:document xmlns:office="{name}:office:1.0" xmlns:table="{name}:table:1.0" '
        f'xmlns:text="{name}:text:1.0" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>'
        f'<table:table table:name="Rows"><table:table-column/><table:table-row table:number-rows-repeated="{rows}">'
        '<table:table-cell office:value-type="string"><text:p>a row</text:p></table:table-cell></table:table-row>'
        "</table:table></office:spreadsheet></office:body></office:document>")
    return path


def zenity(_):
    rows = [word for number in range(1, 21) for word in (str(number), f"Guest {number}")]
    return ["zenity", "--list", "--title=Guests", "--column=Number", "--column=Name", *rows]


SPEED = [
    Program("Thunar", "GTK 3", lambda home: ["thunar", folder(home)], 5, "thunar"),
    Program("PCManFM", "GTK 2", lambda home: ["pcmanfm", folder(home)], 5, "pcmanfm"),
    Program("Mousepad", "GTK 3", lambda home: ["mousepad", document(home)], 5, "mousepad"),
    Program("zenity list", "GTK 3", zenity, 5, "zenity"),
    Program("GTK 3 widget factory", "GTK 3", lambda _: ["gtk3-widget-factory"], 5, "gtk3-widget-factory"),
    Program("Nautilus", "GTK 4", lambda home: ["nautilus", "--new-window", folder(home)], 100, "nautilus"),
    Program(
        "GNOME Text Editor", "GTK 4", lambda home: ["gnome-text-editor", document(home)], 20,
        "gnome-text-editor"),
    Program("GNOME Calculator", "GTK 4", lambda _: ["gnome-calculator"], 20, "gnome-calculator"),
    Program("GTK 4 widget factory", "GTK 4", lambda _: ["gtk4-widget-factory"], 100, "gtk4-widget-factory"),
    Program("Dolphin", "Qt 5", lambda home: ["dolphin", "--new-window", folder(home)], 50, "dolphin"),
    Program("Kate", "Qt 5", lambda home: ["kate", "--new", document(home)], 50, "kate"),
    Program("KCalc", "Qt 5", lambda _: ["kcalc"], 20, "kcalc"),
    Program("Writer", "LibreOffice", lambda home: office(home, "--writer"), 100, "soffice"),
    Program("Calc", "LibreOffice", lambda home: office(home, "--calc"), 100, "soffice"),
    Program("Firefox, form", "Firefox", lambda home: firefox(home, form_page(home)), 60, "firefox-esr"),
    Program("Firefox, long", "Firefox", lambda home: firefox(home, long_page(home)), 60, "firefox-esr"),
    Program("Chromium, form", "Chromium", lambda home: chromium(home, form_page(home)), 60, "chromium"),
    Program("Chromium, long", "Chromium", lambda home: chromium(home, long_page(home)), 60, "chromium"),
    Program("GIMP", "GTK 2", lambda _: ["gimp", "--no-splash"], 50, "gimp"),
]


def grown(name, toolkit, command, binary, large, least_nodes=5):
    """One program with 100 rows and with `large` rows."""
    return [
        Program(name, toolkit, lambda home, rows=rows: command(home, rows), least_nodes, binary, rows)
        for rows in (100, large)]


GROWTH = [
    grown("Calc", "LibreOffice", lambda home, rows: office(home, "--calc", sheet(home, rows)), "soffice", 1_000_000, 100),
    grown(
        "Firefox page", "Firefox", lambda home, rows: firefox(home, plain_page(home, rows // 2)), "firefox-esr",
        100_000, 60),
    grown("Qt list", "Qt 5", lambda _, rows: ["/usr/bin/python3", PROGRAMS / "qt-list", rows], "python3", 100_000),
    grown("GTK tree view", "GTK 3", lambda _, rows: ["/usr/bin/python3", PROGRAMS / "gtk-tree", rows], "python3", 100_000),
]
