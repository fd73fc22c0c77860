"""`lintel cache clean`: remove what Lintel keeps between runs."""

from __future__ import annotations

from pathlib import Path

import click

from lintel.errors import LintelError
from lintel.faces.cli_output import print_text


@click.group()
def cache() -> None:
    """Manage what Lintel keeps between runs."""


@cache.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project's root.")
@click.option(
    "--cache-dir", type=click.Path(file_okay=False, path_type=Path), help="The folder, where it is not the usual."
)
def clean(paths: tuple[Path, ...], root: Path | None, cache_dir: Path | None) -> None:
    """Remove the stored facts and findings of the projects that PATHS belong to (default: this folder)."""
    from lintel import assemble

    request = assemble.Request(
        paths=paths or (Path(),),
        base=Path.cwd(),
        root=root,
        config=None,
        isolated=False,
        overrides={},
        use_store=True,
        cache_dir=cache_dir,
        jobs=None,
        progress=None,
    )
    try:
        removed = assemble.clean_store(request)
    except OSError as error:
        raise LintelError(f"{error.filename}: {error.strerror} (the store was not removed)") from None
    print_text("".join(f"Removed {folder}\n" for folder in removed) or "Nothing to remove.\n")
