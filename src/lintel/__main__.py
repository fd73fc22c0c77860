"""`python -m lintel`: the same command as `lintel`.

`python -m` puts the working folder in front of the module path. There lies the code under analysis, which must not be
imported: a file `click.py` there would be run.
"""

import os
import sys

if __name__ == "__main__":
    if not sys.flags.safe_path and sys.path[:1] == [os.getcwd()]:  # noqa: PTH109 - pathlib would come from there
        del sys.path[0]
    from lintel.faces.cli_start import main

    main()
