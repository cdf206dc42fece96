"""Makes .venv from a lock file and puts the project itself into it.

Usage: python tools/install.py run|test|build
`run` takes what the program needs, `test` also what its checks need, `build` also what makes the
folder that runs without Python. Nothing is done, and
nothing printed, if the last run did it and neither the lock file, pyproject.toml nor the place
of the checkout has changed since. Exit 1 and one Chinese sentence if it can't be done.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.txt"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {
    "run": "requirements.lock",
    "test": "requirements-dev.lock",
    "build": "requirements-build.lock",
}
"""Each takes in all that the one before it has."""


class SetupError(Exception):
    """What went wrong, as a sentence for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    """Bring .venv up to what `arguments` asks for; the exit code."""
    purpose = arguments[0] if arguments else "run"
    if purpose not in LOCKS:
        print(f"用法:python tools/install.py {'|'.join(LOCKS)}", file=sys.stderr)
        return 2
    try:
        if not is_installed(purpose):
            install(purpose)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def is_installed(purpose: str) -> bool:
    """Whether the last installation is still good for `purpose`; a larger one serves too."""
    try:
        recorded = STAMP.read_text(encoding="utf-8")
    except OSError:
        return False
    purposes = list(LOCKS)
    wanted = {fingerprint(each) for each in purposes[purposes.index(purpose) :]}
    return recorded in wanted and PYTHON.exists()


def fingerprint(purpose: str) -> str:
    """Changes with all that an installation depends on: place, lock file, pyproject.toml."""
    digest = hashlib.sha256(f"{purpose}\n{ROOT}\n".encode())
    for name in (LOCKS[purpose], "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def install(purpose: str) -> None:
    """Make .venv if it is missing or broken, then install the lock file and the project."""
    print("正在准备运行环境(首次需下载约 150 MB,请稍候)……", flush=True)
    STAMP.unlink(missing_ok=True)
    if not _works(PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
        _run([sys.executable, "-m", "venv", str(VENV)], "无法建立 .venv,请检查磁盘空间和写权限")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    _run(
        [*pip, "--require-hashes", "--no-deps", "--only-binary=:all:", "-r", LOCKS[purpose]],
        "依赖包没有下载完整,请检查网络或 pip 的镜像设置后重试",
    )
    # The build backend comes from the lock file too: nothing is fetched without a hash.
    _run(
        [*pip, "--no-build-isolation", "--no-deps", "--no-index", "--editable", "."],
        "本程序未能装入 .venv,请把上面的信息发给维护人员",
    )
    # Compiled now, the first start is as fast as the next ones, and a read-only place too.
    _run([str(PYTHON), "-m", "compileall", "-q", "xinxi_desktop"], "本程序未能编译")
    STAMP.write_text(fingerprint(purpose), encoding="utf-8")


def _works(python: Path) -> bool:
    """Whether the interpreter still starts and has pip; the system's may have been replaced."""
    try:
        check = subprocess.run([python, "-m", "pip", "--version"], capture_output=True)
        return check.returncode == 0
    except OSError:
        return False


def _run(command: list[str], failure: str) -> None:
    if subprocess.run(command, cwd=ROOT).returncode != 0:
        raise SetupError(f"准备运行环境失败:{failure}。")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
