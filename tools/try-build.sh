#!/bin/sh
# Tries the built program as on a machine without Python or fonts: an empty environment, an empty
# home, no font of the system. Usage: sh tools/try-build.sh dist/xinxi
set -eu
program=$(cd "$1" && pwd)/xinxi
fonts=$(cd "$(dirname "$0")" && pwd)/no-fonts.conf
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"

# Nothing of this machine's Python is on the path.
mkdir bin
try() {
    env -i HOME="$place" PATH="$place/bin" LANG=C.UTF-8 FONTCONFIG_FILE="$fonts" "$program" "$@"
}

try --version
try self-test
try demo --out "$place/demo" >"$place/demo.txt" || { cat "$place/demo.txt"; exit 1; }
tail -n 1 "$place/demo.txt"
try verify "$place/demo/office.xinxi" | tail -n 1
try form "$place/demo/office.xinxi" 审签单 每日快报:2026:69 -o "$place/sheet.docx"
try statistics "$place/demo/office.xinxi" --period 2026 --xlsx "$place/table.xlsx" >/dev/null
