import contextlib
import socket
import subprocess
import sys

import offline
import pytest


def refused_attempts() -> list[str]:
    """Takes what the guard noted, so that the test which asked for it may pass."""
    noted = offline.attempts.copy()
    offline.attempts.clear()
    return noted


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_internet_socket_cannot_be_made(family: socket.AddressFamily) -> None:
    with pytest.raises(offline.InternetUsed):
        socket.socket(family)

    assert refused_attempts()


def test_host_name_cannot_be_looked_up() -> None:
    with pytest.raises(offline.InternetUsed):
        socket.getaddrinfo("localhost", 80)

    assert refused_attempts()


def test_attempt_is_noted_even_if_the_code_swallows_it() -> None:
    with contextlib.suppress(BaseException):
        socket.create_connection(("127.0.0.1", 9))

    assert len(refused_attempts()) == 1


def test_local_socket_is_allowed() -> None:
    first, second = socket.socketpair()
    first.close()
    second.close()


def test_child_process_is_guarded_too() -> None:
    child = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"], capture_output=True, text=True
    )

    assert "InternetUsed" in child.stderr
