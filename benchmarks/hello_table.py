"""The yardstick for tables: the same as hello.py with a one-row Rich table."""

import typer
import yaml
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table


class Model(BaseModel):
    """One small model."""

    name: str
    value: int


app = typer.Typer()


@app.command()
def main(path: str) -> None:
    """Read, validate, print."""
    with open(path, encoding="utf-8") as file:
        model = Model.model_validate(yaml.load(file, Loader=yaml.CSafeLoader))
    table = Table("name", "value")
    table.add_row(model.name, str(model.value))
    Console().print(table)


if __name__ == "__main__":
    app()
