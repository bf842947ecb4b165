"""Where a file lies: a network share or a synchronised folder is no place to write a database to.

SQLite's log and locks hold between programs of one computer only, and a service that copies files about takes
the file without its log, or puts another computer's copy over it. Told from the table of mounts and from what
the services leave in their folders; no network is asked.
"""

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

_NETWORK = frozenset(
    "nfs nfs4 cifs smb3 smbfs smb2 ncpfs afs afpfs coda ceph glusterfs lustre beegfs webdav davfs "
    "fuse.sshfs fuse.rclone fuse.davfs2 fuse.davfs fuse.gvfsd-fuse fuse.glusterfs fuse.s3fs fuse.curlftpfs "
    "fuse.onedriver fuse.google-drive-ocamlfuse fuse.smbnetfs fuse.kio-fuse".split()
)
_SERVICES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # Name, its folder as a pattern, and what it leaves in it.
    ("Dropbox", r"Dropbox( \(.+\))?", (".dropbox", ".dropbox.cache")),
    ("OneDrive", r"OneDrive( ?- ?.+)?", (".849C9593-D756-4E56-8D6E-42412F2A707B",)),
    ("Yandex.Disk", r"(Yandex\.?Disk|Яндекс\.?Диск)(\.localized)?", (".yandex-disk",)),
    (
        "Google Drive",
        r"(Google ?Drive|GoogleDrive-.+|My Drive|Мой диск)",
        (".tmp.driveupload", ".tmp.drivedownload"),
    ),
    ("iCloud", r"(iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)", ()),
    ("Nextcloud", r"Nextcloud\d*", (".nextcloudsync.log",)),
    ("ownCloud", r"ownCloud\d*", (".owncloudsync.log",)),
    ("Mail.ru", r"(Cloud[ .]Mail\.Ru|Mail\.Ru[ .]Cloud|Облако Mail\.Ru)", ()),
    ("Syncthing", r"Syncthing", (".stfolder",)),
    ("pCloud", r"pCloud ?(Drive|Sync)", ()),
)
_MARKS_OF_NEXTCLOUD = re.compile(r"\._?sync_[0-9a-f]+\.db")


def shared_by(path: Path) -> str:
    """Whose the place is besides ours: "network" for a share, the name of a service; "" for an own disk."""
    path = Path(os.path.realpath(path))
    return "network" if _is_on_network(path) else _service(path.parents)


def _is_on_network(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE
        return path.drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote
    if sys.platform == "darwin":
        import subprocess

        table = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        return kind_of_mount(path, mounts_of_bsd(table)) in _NETWORK
    try:
        table = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return kind_of_mount(path, mounts_of_linux(table)) in _NETWORK


def mounts_of_linux(table: str) -> list[tuple[str, str]]:
    """Where each file system is mounted, and its kind, from `/proc/self/mountinfo`."""
    found = []
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        place = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), before.split(" ")[4])
        found.append((place, after.split(" ")[0]))
    return found


def mounts_of_bsd(table: str) -> list[tuple[str, str]]:
    """The same from what `mount` prints: `//me@server/share on /Volumes/share (smbfs, nodev, …)`."""
    return [(match[1], match[2]) for match in re.finditer(r"^.+? on (.+) \(([^,)]+)", table, re.MULTILINE)]


def kind_of_mount(path: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """The kind of the file system that a path lies on; of two at one place the later one counts."""
    lying = [(len(place), at, kind) for at, (place, kind) in enumerate(mounts) if path.is_relative_to(place)]
    return max(lying, default=(0, 0, ""))[2]


def _service(folders: Iterable[Path]) -> str:
    for folder in folders:
        for name, pattern, marks in _SERVICES:
            if re.fullmatch(pattern, folder.name) or any((folder / mark).exists() for mark in marks):
                return name
        try:
            if any(_MARKS_OF_NEXTCLOUD.fullmatch(name) for name in os.listdir(folder)):
                return "Nextcloud"
        except OSError:
            continue
    return ""
