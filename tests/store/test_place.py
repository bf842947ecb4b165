"""Where a file lies: shares and synchronised folders are told from an own disk, and written to by nobody."""

import shutil
from pathlib import Path

import pytest

from dossier.model.errors import DossierError, ReadOnlyError
from dossier.store import Dossier
from dossier.store.place import kind_of_mount, mounts_of_bsd, mounts_of_linux, shared_by
from tests.store.conftest import Sample

LINUX = """\
22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
40 22 0:35 / /home/officer/Common\\040files rw,relatime shared:20 - cifs //server/common rw,vers=3.1.1
41 22 0:36 / /mnt/nfs rw - nfs4 server:/export rw
42 41 0:37 / /mnt/nfs/local rw - tmpfs tmpfs rw
43 22 0:38 / /run/user/1000/gvfs rw,nosuid - fuse.gvfsd-fuse gvfsd-fuse rw
"""
BSD = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//me@server/common on /Volumes/Common files (smbfs, nodev, nosuid, mounted by me)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/officer/mission.dossier", "ext4"),
        ("/home/officer/Common files/mission.dossier", "cifs"),
        ("/home/officer/Common filesystem/mission.dossier", "ext4"),
        ("/mnt/nfs/a/mission.dossier", "nfs4"),
        ("/mnt/nfs/local/mission.dossier", "tmpfs"),
        ("/run/user/1000/gvfs/smb-share:server=x/mission.dossier", "fuse.gvfsd-fuse"),
    ],
)
def test_the_nearest_mount_tells_what_a_path_lies_on(path: str, kind: str) -> None:
    assert kind_of_mount(Path(path), mounts_of_linux(LINUX)) == kind


def test_the_mounts_of_a_mac() -> None:
    mounts = mounts_of_bsd(BSD)
    assert kind_of_mount(Path("/Users/me/a.dossier"), mounts) == "apfs"
    assert kind_of_mount(Path("/Volumes/Common files/a.dossier"), mounts) == "smbfs"


@pytest.mark.parametrize(
    ("folder", "mark", "service"),
    [
        ("Dropbox", "", "Dropbox"),
        ("Dropbox (Mission)", "", "Dropbox"),
        ("Moved", ".dropbox.cache", "Dropbox"),
        ("OneDrive - Ministry", "", "OneDrive"),
        ("Yandex.Disk", "", "Yandex.Disk"),
        ("Яндекс.Диск", "", "Yandex.Disk"),
        ("GoogleDrive-officer@example.org", "", "Google Drive"),
        ("Nextcloud", "", "Nextcloud"),
        ("Files", ".sync_0123456789ab.db", "Nextcloud"),
        ("Share", ".stfolder", "Syncthing"),
        ("Documents", "", ""),
        ("Dropbox letters", "", ""),
    ],
)
def test_synchronised_folders_are_told_by_name_or_mark(
    tmp_path: Path, folder: str, mark: str, service: str
) -> None:
    inner = tmp_path / folder / "2026" / "visits"
    inner.mkdir(parents=True)
    if mark:
        (tmp_path / folder / mark).touch()
    assert shared_by(inner / "a.dossier") == service


def test_there_a_dossier_is_read_and_copied_but_not_written(sample: Sample, tmp_path: Path) -> None:
    sample.dossier.close()
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    path = Path(shutil.copy(sample.dossier.path, folder))
    before = path.read_bytes()
    with Dossier.open(path) as dossier:
        assert (dossier.read_only, dossier.shared_by) == (True, "OneDrive")
        with (
            pytest.raises(ReadOnlyError, match="in a folder that OneDrive synchronises"),
            dossier.edit("Try"),
        ):
            pass
        dossier.backup(tmp_path / "copy.dossier")
    assert path.read_bytes() == before
    assert [entry.name for entry in folder.iterdir()] == ["a.dossier"]
    with Dossier.open(tmp_path / "copy.dossier") as copy:
        assert not copy.read_only


def test_none_is_made_there(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    with pytest.raises(DossierError, match=r"new.dossier would lie in a folder that Dropbox synchronises"):
        Dossier.create(tmp_path / "Dropbox" / "new.dossier")
    assert list((tmp_path / "Dropbox").iterdir()) == []


def test_a_link_does_not_hide_where_it_lies(sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert shared_by(tmp_path / "link" / "a.dossier") == "Dropbox"


def test_on_a_share_an_open_one_is_not_read(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.store.opening.shared_by", lambda path: "network")
    assert Path(f"{sample.dossier.path}-wal").exists()
    with pytest.raises(DossierError, match="open on another computer, or was not closed there"):
        Dossier.open(sample.dossier.path)
    sample.dossier.close()
    with (
        Dossier.open(sample.dossier.path) as dossier,
        pytest.raises(ReadOnlyError, match="on a network share"),
        dossier.edit("Try"),
    ):
        pass
