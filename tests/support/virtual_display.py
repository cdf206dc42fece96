"""A display of the tests' own, so that clipboard, drag and focus are real and nobody's."""

import os
import shutil
import subprocess
import sys


class VirtualDisplay:
    """An Xvfb server for one test run; without Xvfb, Qt's offscreen platform."""

    def __init__(self) -> None:
        self._server: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Point this process and its children to the display; a person's own stays untouched."""
        if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
            return
        os.environ.pop("WAYLAND_DISPLAY", None)
        if program := shutil.which("Xvfb"):
            os.environ["DISPLAY"] = f":{self._start_server(program)}"
            os.environ["QT_QPA_PLATFORM"] = "xcb"
        else:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"

    def stop(self) -> None:
        """End the server."""
        if self._server:
            self._server.terminate()
            self._server.wait()

    def _start_server(self, program: str) -> str:
        """The number that the server chose; it writes it as soon as it takes connections."""
        read_end, write_end = os.pipe()
        options = ["-displayfd", str(write_end), "-screen", "0", "1600x1000x24"]
        self._server = subprocess.Popen(
            [program, *options, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write_end],
            # A server that outlives an aborted run must not hold the pipe that the run wrote to.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        os.close(write_end)
        with os.fdopen(read_end) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        return number
