"""Where the frozen command line starts."""

import multiprocessing
import sys

from inference.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
