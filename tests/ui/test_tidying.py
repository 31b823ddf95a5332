"""Only what is old and lent is deleted."""

import os
import time

from studio.ui.tidying import DAY, forget_old


def test_old_files_and_empty_folders_go(tmp_path):
    old, new = tmp_path / "a" / "old.png", tmp_path / "b" / "new.png"
    for path in (old, new):
        path.parent.mkdir()
        path.write_text("x")
    then = time.time() - 3 * DAY
    os.utime(old, (then, then))
    assert forget_old(tmp_path, 2) == 1
    assert not old.parent.exists()
    assert new.exists()


def test_no_folder_is_no_trouble(tmp_path):
    assert forget_old(tmp_path / "gone", 1) == 0
