@echo off
rem Opens the program on Windows; the first run makes .venv from the lock file.
chcp 65001 >nul
setlocal
cd /d "%~dp0"

set "PYTHON="
for %%V in (3.13 3.12 3.11 3.14) do (
    if not defined PYTHON py -%%V -c "import venv" >nul 2>nul && set "PYTHON=py -%%V"
)
if not defined PYTHON (
    python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PYTHON=python"
)
if not defined PYTHON (
    echo 没有找到 Python 3.11 或更新的版本,请安装后再双击本文件。
    pause
    exit /b 1
)

%PYTHON% tools\install.py run
if errorlevel 1 (
    pause
    exit /b 1
)
if "%~1"=="" (
    start "" .venv\Scripts\pythonw.exe -m xinxi_desktop
) else (
    .venv\Scripts\xinxi.exe %*
)
