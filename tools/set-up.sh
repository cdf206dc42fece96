#!/bin/sh
# Gets a Debian or Ubuntu machine ready and makes .venv; quick and silent if all is there.
# Usage: sh tools/set-up.sh run|test|parity|build
# Missing system packages are installed when that is allowed (root, or sudo without a password);
# otherwise one sentence names them and the exit code is 1.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
PATH=$PATH:/usr/sbin:/sbin # ldconfig is not on everyone's path

# What Qt loads (its window plug-in for X11 included), and Debian's package for each.
libraries='
libEGL.so.1             libegl1
libGL.so.1              libgl1
libX11-xcb.so.1         libx11-xcb1
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libfreetype.so.6        libfreetype6
libglib-2.0.so.0        libglib2.0-0
libstdc++.so.6          libstdc++6
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0
libxcb-sync.so.1        libxcb-sync1
libxcb-xfixes.so.0      libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libxkbcommon.so.0       libxkbcommon0
libz.so.1               zlib1g
'

# Some Python 3.11-3.14 that can make a virtual environment, or nothing.
find_python() {
    for python in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11; do
        if "$python" -c '
import ctypes, ensurepip, sqlite3, ssl, sys, venv
sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
}

# Packages that bring such a Python: the system's own, or 3.11 beside an older one.
python_packages() {
    if python3 -c 'import sys; sys.exit(sys.version_info >= (3, 11))' 2>/dev/null; then
        echo 'python3.11 python3.11-venv'
    else
        echo 'python3 python3-venv'
    fi
}

# PyInstaller takes Python's shared library along; Debian has it in a package of its own.
missing_libpython() {
    "$(find_python)" -c '
import ctypes, os, sys, sysconfig
name = sysconfig.get_config_var("INSTSONAME") or ""
if not os.path.exists(os.path.join(sysconfig.get_config_var("LIBDIR"), name)):
    try:
        ctypes.CDLL(name)
    except OSError:
        print("libpython3.%d" % sys.version_info[1])'
}

missing_packages() {
    known=$(ldconfig -p)
    tab=$(printf '\t')
    echo "$libraries" | sed '/^$/d' | while read -r library package; do
        case $known in
        *"$tab$library "*) ;;
        *) echo "$package" ;;
        esac
    done
    [ -n "$(find_python)" ] || python_packages
    if [ "$purpose" = test ] && ! command -v Xvfb >/dev/null; then
        echo xvfb
    fi
    if [ "$purpose" = build ]; then
        command -v objcopy >/dev/null || echo binutils
        [ -z "$(find_python)" ] || missing_libpython
    fi
    if [ "$purpose" = parity ] && ! command -v soffice >/dev/null; then
        echo libreoffice-writer-nogui
    fi
}

# apt-get as root, or failure if this person may not.
apt() {
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get "$@"
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive apt-get "$@"
    fi
}

may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

missing=$(missing_packages | tr '\n' ' ')
missing=${missing% }
if [ -n "$missing" ]; then
    if ! may_install; then
        echo "缺少系统软件包 ${missing},请管理员执行“apt-get install ${missing}”后再试。" >&2
        exit 1
    fi
    echo "正在安装系统软件包:${missing}"
    # shellcheck disable=SC2086 # one word for each package
    if ! { apt update -qq && apt install -qq -y --no-install-recommends $missing; } >/dev/null; then
        echo "系统软件包未能装上(${missing}),请检查网络和软件源后再试。" >&2
        exit 1
    fi
fi

python=$(find_python)
if [ -z "$python" ]; then
    echo '没有找到可用的 Python 3.11 至 3.14,请安装后再试。' >&2
    exit 1
fi
[ "$purpose" = parity ] && purpose=test
exec "$python" tools/install.py "$purpose"
