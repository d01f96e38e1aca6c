"""Where the frozen command line starts; and the loading process of both programs."""

import sys

from inference.loader import FLAG


def _main() -> int:
    if sys.argv[1:2] == [FLAG]:
        from inference.loading_process import main as serve

        return serve(sys.argv[2:])
    from inference.__main__ import main

    return main()


if __name__ == "__main__":
    sys.exit(_main())
