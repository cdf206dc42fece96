"""Turns every attempt of Python code to reach the internet into an error (architecture.md 6).

An audit hook sees what a replaced `socket.socket` would miss: sockets made by C code of the
standard library, and names looked up without any socket. It cannot be taken off again, so a
guard module loaded twice would report twice: `install` runs once per process.
"""

import socket
import sys

FORBIDDEN_FAMILIES = frozenset({socket.AF_INET, socket.AF_INET6})
LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


class InternetUsed(BaseException):
    """Raised where the socket would be made; no `except Exception` can swallow it."""


attempts: list[str] = []


def install() -> None:
    """Watch this process from now on; a second call does nothing."""
    if not getattr(sys, "_xinxi_offline", False):
        sys._xinxi_offline = True
        sys.addaudithook(_refuse_internet)


def _refuse_internet(event: str, arguments: tuple[object, ...]) -> None:
    opens_socket = event == "socket.__new__" and arguments[1] in FORBIDDEN_FAMILIES
    if opens_socket or event in LOOKUPS:
        attempts.append(f"{event}{arguments[1:]}")
        raise InternetUsed(attempts[-1])
