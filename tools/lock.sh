#!/bin/sh
# Writes all lock files anew from pyproject.toml. Needs uv; the versions are the newest that fit.
set -eu
cd "$(dirname "$0")/.."

if ! command -v uv >/dev/null; then
    echo '未找到 uv,锁定文件没有改动;请先安装 uv(.venv/bin/pip install uv)再执行。' >&2
    exit 1
fi

compile() {
    uv pip compile pyproject.toml --quiet --no-config --universal --python-version 3.11 \
        --generate-hashes --no-annotate --no-header --upgrade "$@"
}

compile --extra build --output-file requirements.lock
compile --extra build --extra dev --constraint requirements.lock --output-file requirements-dev.lock
compile --extra build --extra dev --extra bundle --constraint requirements-dev.lock \
    --output-file requirements-build.lock
