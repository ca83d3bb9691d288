"""What stands in the registry of indicators beside them: identities, and the limits of the data review."""

from ..model.finding import Finding, Location, Problem
from ..model.identity import parse_identity
from ..model.library import Library
from ..model.review import Review
from ..model.suggest import nearest
from .file import Loaded
from .tree import Mapping, Sequence, find_mark
from .validate import build

LISTS = {"identities": "NU509", "cross_checks": "NU510"}
"""What ties figures together, and the check that they offend where it does not hold."""
Marks = dict[tuple[str, str], Location]


def take_limits(loaded: Loaded, library: Library, marks: Marks) -> None:
    """Add the identities of a file, each once over all files, and its limits, which one file alone has."""
    tree, problems = loaded.tree, loaded.problems
    assert tree is not None
    for key, check in LISTS.items():
        lines = tree.get(key, ())
        if key in tree and not isinstance(lines, Sequence):
            problems.add("NU012", find_mark(tree, [key]), key=key, expected="list")
            continue
        for index, line in enumerate(lines):
            _take_identity(line, (key, index), check, loaded, library, marks)
    if "review" in tree:
        _take_review(loaded, tree, library, marks)


def _take_identity(line: object, at: tuple[str, int], check: str, loaded: Loaded, library: Library, marks: Marks) -> None:
    problems, mark = loaded.problems, find_mark(loaded.tree, at)
    if not isinstance(line, str):
        problems.add("NU012", mark, key=at[0], expected="text")
        return
    try:
        identity = parse_identity(line)._replace(check=check)
    except Problem as problem:
        problems.add(problem.check, mark, **(problem.values | {"key": at[0]}))
        return
    here = problems.place(mark)
    first = marks.setdefault(("Identity", repr(identity[1:4])), here)
    if first is not here:
        problems.add("NU022", mark, key=line, other=str(first))
        return
    marks["Names", line] = here
    library.identities.append(identity)


def _take_review(loaded: Loaded, tree: Mapping, library: Library, marks: Marks) -> None:
    mark = find_mark(tree, ["review"], key=True)
    here = loaded.problems.place(mark)
    first = marks.setdefault(("Review", "review"), here)
    if first is not here:
        loaded.problems.add("NU022", mark, key="review", other=str(first))
    elif not isinstance(tree["review"], Mapping):
        loaded.problems.add("NU012", mark, key="review", expected="mapping")
    else:
        library.review = build(Review, tree["review"], loaded.problems, ("review",), tree)


def check_identities(library: Library, marks: Marks) -> None:
    """Every name in an identity is an indicator."""
    for identity in library.identities:
        for name in identity.names:
            if name not in library.indicators:
                values = {"name": name, "suggestion": nearest(name, library.indicators)}
                library.findings.append(Finding("NU016", marks["Names", identity.text], values))
