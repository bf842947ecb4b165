"""What locks this process holds on a file and its log, as Linux tells it."""

import os
from collections import Counter
from pathlib import Path


def locks_on(path: Path) -> Counter[str]:
    """The locks by file and range; empty where there is no /proc/locks, so that nothing is compared there."""
    inodes = {
        str(os.stat(file).st_ino): file.name
        for end in ("", "-wal", "-shm")
        if (file := Path(f"{os.path.realpath(path)}{end}")).exists()
    }
    table = Path("/proc/locks")
    if not table.exists():
        return Counter()
    found = Counter[str]()
    for line in table.read_text().splitlines():
        *_, kind, pid, place, start, end = line.replace("-> ", "").split()
        if pid == str(os.getpid()) and place.rpartition(":")[2] in inodes:
            found[f"{inodes[place.rpartition(':')[2]]} {kind} {start} {end}"] += 1
    return found
