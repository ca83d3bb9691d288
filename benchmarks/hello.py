"""The yardstick for JSON: a typer command that validates one pydantic model read by PyYAML and prints JSON."""

import typer
import yaml
from pydantic import BaseModel


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
    print(model.model_dump_json())


if __name__ == "__main__":
    app()
