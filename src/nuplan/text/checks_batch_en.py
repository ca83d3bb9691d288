"""The doc of the checks of many submissions together, in English."""

from .checks_en import Doc

DOCS: dict[str, Doc] = {
    "NU401": Doc(
        finds="Submissions that together miss a target of the area above: totals added up, averages weighted by their denominator, and where each place must reach the target, places counted.",
        why="Each place reaching its own target does not mean that the province reaches its. This is reported only if nothing the missing places could report would change it.",
        example="nuplan rollup 2025_q4/  # new urban jobs of 16 cities: 1.082 million; target: 1.1 million or more",
        do="First check whether a figure is wrong. If the figures are right, show them as they are: a missed target is not a data problem and no reason to change a figure.",
        source="The target in its plan; how figures are added up: aggregate in the registry of indicators.",
    ),
    "NU402": Doc(
        finds="A target that is due and that the submissions together do not decide: places, denominators or part of the period are missing.",
        why="What is missing may change the verdict. It counts neither as zero nor as met.",
        example="nuplan rollup 2025_q4/  # 194 county medical subcentres, 2 cities missing; target: about 200",
        do="Ask the places named for their figures or denominators (part and whole). The remark says what the missing ones would have to bring.",
        source="The target in its plan; how figures are added up: aggregate in the registry of indicators.",
    ),
    "NU551": Doc(
        finds="A place that has not reported although the due day has passed. Checked only if --due gives that day and the date of the report is later.",
        why="Without one place, totals and rankings of the province are incomplete. Not reporting is not the same as having no problem.",
        example="nuplan check 2025_q4/ --due 2026-01-20 --as-of 2026-02-01  # Weihai is missing",
        do="Remind the place. If it is excused, the reviewer says so in a waiver file.",
        source="Completeness of statistics; the due day is given by --due.",
    ),
    "NU552": Doc(
        finds="A submission reported after the due day.",
        why="It delays the roll-up, but says nothing against the figures.",
        example="reported_by: {department: 市发展改革委, date: 2026-01-25}  # due 2026-01-20",
        do="No figure needs changing. Check that date is right; if it is, the finding stays as a record.",
        source="Timeliness of statistics; the due day is given by --due.",
    ),
    "NU553": Doc(
        finds="A submission without a date, where a due day is given.",
        why="Without a date it is not known whether it was on time, and that does not count as on time.",
        example="reported_by: {department: 市发展改革委}  # no date",
        do="Write date under reported_by, like 2026-01-18.",
        source="Timeliness of statistics.",
    ),
    "NU554": Doc(
        finds="A place that has reported for a different period than most, and not for theirs.",
        why="Figures of another period would make totals and verdicts wrong.",
        example="area: 威海市\nperiod: 2025-Q3  # the other cities reported for 2025-Q4",
        do="Check period in the file; if it is another period, report for this one.",
        source="A nuplan convention: the roster is for the period that most places reported for.",
    ),
    "NU555": Doc(
        finds="Two files for one area and period, where everything in one is also in the other, with the same values.",
        why="Most likely one file was saved or sent twice. No verdict changes, but it should be clear which one counts.",
        example="heze.yaml and heze (copy).yaml",
        do="Keep one.",
        source="A nuplan convention: departments may report in separate files, which do not repeat each other.",
    ),
    "NU556": Doc(
        finds="A file whose name says one area and whose content another.",
        why="Most likely another file was copied and not fully changed; the figures may be taken for those of another area.",
        example="heze_2024_q2.yaml  # with area: jinan in it",
        do="Check whose figures they are; then correct the name, or area.",
        source="A nuplan convention: a file name need not name an area; if it does, it must be right.",
    ),
    "NU557": Doc(
        finds="A file whose name says an earlier period than its content. Dates in a name, and anything later than the period, may be when the file was made, and are ignored.",
        why="Most likely the name of the last period was kept, or period was not changed; the figures may be taken for those of another period.",
        example="heze_2024_q2.yaml  # with period: 2024-Q3 in it",
        do="Check which period the figures are for, then correct the name or period.",
        source="A nuplan convention: a file name need not name a period; if it does, it must be right.",
    ),
}
