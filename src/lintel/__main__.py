"""`python -m lintel`: the same command as `lintel`."""

from lintel.faces.cli import main

if __name__ == "__main__":
    main()
