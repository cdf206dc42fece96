# make help lists what can be done. Everything installs what it needs first.
.POSIX:
.PHONY: help run test lint static demo shots parity bench kill build lock clean

BIN = .venv/bin

help: ## 列出可用的命令
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: ## 打开信息科工作台
	@sh tools/set-up.sh run
	@$(BIN)/xinxi

test: static ## 全部检查与测试
	@$(BIN)/python -m pytest --quiet

lint: static ## 代码检查:ruff、mypy、导入规则
	@$(BIN)/python -m pytest --quiet tests/test_architecture.py

static:
	@sh tools/set-up.sh test
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary

demo: ## 用示例办公室走完全程,结果在 build/demo
	@sh tools/set-up.sh run
	@$(BIN)/xinxi demo --out build/demo

shots: ## 拍摄窗口画面(空主目录、无系统字体),结果在 build/shots
	@sh tools/set-up.sh test
	@rm -rf build/home && mkdir -p build/home
	@env -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_CACHE_HOME HOME="$$PWD/build/home" \
		FONTCONFIG_FILE="$$PWD/tools/no-fonts.conf" QT_QPA_PLATFORM=offscreen \
		$(BIN)/python tools/shots.py

parity: ## 与 LibreOffice 排的 Word 版面逐行对照(自行安装 LibreOffice)
	@sh tools/set-up.sh parity
	@$(BIN)/python -m benchmarks.parity

bench: ## 性能测量
	@sh tools/set-up.sh test
	@$(BIN)/python -m benchmarks

kill: ## 工作中强行结束程序 100 次,看有没有少了什么、剩下半个文件
	@sh tools/set-up.sh test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tests/support/kill_rounds.py 100

build: ## 做成不需要 Python 的程序(dist/xinxi)和安装包(.deb),并试运行
	@sh tools/set-up.sh build
	@$(BIN)/pyinstaller --noconfirm --clean --log-level=ERROR --distpath dist --workpath build/pyinstaller build.spec
	@sh tools/try-build.sh dist/xinxi
	@$(BIN)/python -m benchmarks.frozen dist/xinxi/xinxi build
	@$(BIN)/python tools/deb.py dist/xinxi dist

lock: ## 按 pyproject.toml 重写锁定文件(需要 uv)
	@PATH="$(BIN):$$PATH" sh tools/lock.sh

clean: ## 删除生成物(运行环境 .venv 保留)
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache
