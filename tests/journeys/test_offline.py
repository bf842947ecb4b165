"""Nothing leaves the machine: no command opens a socket, and all work where there is no network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

DOSSIER = Path(sys.executable).with_name("dossier")
COMMANDS = (
    ("new", "{file}"),
    ("search", "unicef", "--json", "-f", "{file}"),
    ("show", "UNICEF", "--json", "-f", "{file}"),
    ("list", "person", "--json", "-f", "{file}"),
    ("sheet", "UNICEF", "-o", "{folder}/unicef.pdf", "-f", "{file}"),
    ("check", "--deep", "-f", "{file}"),
)
REFUSE_SOCKETS = """
import os, sys

def refuse(event, arguments):
    if event.startswith("socket."):
        os.write(2, f"socket opened: {event} {arguments}\\n".encode())
        os._exit(97)

sys.addaudithook(refuse)
"""


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """An environment in which Python ends with 97 as soon as anything asks for a socket."""
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(REFUSE_SOCKETS, encoding="utf-8")
    return os.environ | {"PYTHONPATH": str(folder)}


def run(command: list[str], environment: dict[str, str]) -> None:
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"


def commands(folder: Path) -> list[list[str]]:
    words = {"file": str(folder / "seed.dossier"), "folder": str(folder)}
    return [[str(DOSSIER), *(word.format(**words) for word in command)] for command in COMMANDS]


def test_the_watch_sees_a_socket(watched):
    result = subprocess.run([sys.executable, "-c", "import socket; socket.socket()"], env=watched)
    assert result.returncode == 97


def test_nothing_opens_a_socket(watched, tmp_path):
    for command in [*commands(tmp_path), [str(DOSSIER), "demo", str(tmp_path / "demo")]]:
        run(command, watched)


def test_all_commands_work_without_a_network(tmp_path):
    alone = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    if subprocess.run([*alone, "true"], capture_output=True).returncode != 0:
        pytest.skip("this system lets no one make a network namespace")
    for command in commands(tmp_path):
        run([*alone, *command], dict(os.environ))
