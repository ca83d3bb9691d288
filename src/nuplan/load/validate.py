"""A tree becomes a model; what pydantic finds wrong becomes findings at the places where it stands."""

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from ..model.fields import Strict
from ..model.suggest import nearest
from .tree import Mapping, Problems, find_mark

Model = TypeVar("Model", bound=Strict)
Place = tuple[str | int, ...]
_CONTAINERS = {
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "list_type": "list",
    "tuple_type": "list",
}


def build(model: type[Model], tree: Mapping, problems: Problems, at: Place = (), root: Any = None) -> Model | None:
    """The model of a tree, or None with its problems noted; `root` and `at` say where the tree stands in its file."""
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        note_errors(error, model, tree if root is None else root, at, problems)
        return None


def note_errors(error: ValidationError, model: type[Strict], root: Any, at: Place, problems: Problems) -> None:
    """Turn each of pydantic's errors into a finding."""
    seen: set[Place] = set()
    for item in [] if problems.full else error.errors(include_url=False, include_input=True):
        if problems.full:
            break
        place = (*at, *_in_tree(root, at, item["loc"]))
        if place in seen or _dropped(root, place) or (item["type"].startswith("NU") and _has_dropped(root, place)):
            continue
        seen.add(place)
        _note(item, model, root, place, problems)


def _note(item: Any, model: type[Strict], root: Any, place: Place, problems: Problems) -> None:
    kind, context = item["type"], dict(item.get("ctx") or {})
    key = str(place[-1]) if place else ""
    mark = find_mark(root, place)
    if kind.startswith("NU"):
        problems.add(kind, mark, None, **({"key": key} | context))
    elif kind == "missing":
        problems.add("NU010", find_mark(root, place[:-1]), key=key)
    elif kind == "extra_forbidden":
        why = "unknown" if key.isascii() else "comma"
        problems.add("NU011", find_mark(root, place, key=True), key=key, suggestion=nearest(key, _keys(model, place)), why=why)
    elif kind in _CONTAINERS:
        problems.add("NU012", mark, key=key, expected=_CONTAINERS[kind])
    elif kind == "string_type" or isinstance(item["input"], (dict, list)):
        problems.add("NU012", mark, key=key, expected="text")
    elif item["input"] == "":
        problems.add("NU013", mark, key=key, text="", why="empty")
    elif kind == "literal_error":
        problems.add("NU013", mark, key=key, text=_shown(item["input"]), why="choice", expected=_choices(context["expected"]))
    else:
        problems.add("NU013", mark, key=key, text=_shown(item["input"]), why="form", expected=str(context.get("pattern", "")))


def _choices(expected: str) -> tuple[str, ...]:
    """The values pydantic lists as quoted text."""
    return tuple(expected.split("'")[1::2])


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _in_tree(root: Any, at: Place, loc: Sequence[Any]) -> Place:
    """pydantic's path without the steps (names of union members) that do not stand in the tree."""
    node = root
    for step in at:
        node = node[step]
    steps: list[str | int] = []
    for index, step in enumerate(loc):
        if isinstance(node, Mapping) and isinstance(step, str) and (step in node.marks or index == len(loc) - 1):
            steps.append(step)
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            steps.append(step)
            node = node[step]
    return tuple(steps)


def _dropped(root: Any, place: Place) -> bool:
    """Whether the key was taken away by the reader, which told of it."""
    node = root
    for step in place:
        if isinstance(node, Mapping) and step in node.dropped:
            return True
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            return False
    return False


def _has_dropped(root: Any, place: Place) -> bool:
    """Whether a mapping lost a key to the reader, so that what it lacks has been told."""
    node = root
    for step in place:
        if isinstance(node, (Mapping, list)):
            node = node[step]  # type: ignore[index]  # a path pydantic walked: keys in mappings, numbers in lists
    return isinstance(node, Mapping) and bool(node.dropped)


def _keys(model: Any, place: Place) -> tuple[str, ...]:
    """The keys allowed where an unknown one stands: those of the model the path leads to."""
    for step in place[:-1]:
        if isinstance(step, int) or model is None:
            continue
        field = next((f for name, f in model.model_fields.items() if (f.alias or name) == step), None)
        model = _model_in(field.annotation if field is not None else None) or model
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _model_in(annotation: Any) -> Any:
    """The first model class inside an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if (found := _model_in(inner)) is not None:
            return found
    return None
