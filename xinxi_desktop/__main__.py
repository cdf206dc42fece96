"""``python -m xinxi_desktop`` does what ``xinxi`` does."""

import sys

from xinxi_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
