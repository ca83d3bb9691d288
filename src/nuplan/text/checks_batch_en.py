"""The doc of the checks of many submissions together, in English."""

from .checks_en import Doc

DOCS: dict[str, Doc] = {
    "NU401": Doc(
        finds="Submissions that together do not reach a target of the area above: totals added up, means weighted by their denominator, and, where each place must reach it, places counted.",
        why="That each place reaches its own targets does not mean that the province does. It is said only where nothing that the missing places could report would change it.",
        example="nuplan rollup 2025_q4/  # new urban jobs of 16 cities: 1.082 million; target: 1.1 million or more",
        do="First check whether a figure is wrong. Where the figures are right, show them as they are: a missed target is no data problem, and no reason to change a figure.",
        source="The target in its plan; how figures are added up: aggregate in the registry of indicators.",
    ),
    "NU402": Doc(
        finds="A target that is due and that the submissions together do not decide: places are missing, denominators are, or parts of the time.",
        why="What is missing may change the verdict. It is neither zero nor a pass.",
        example="nuplan rollup 2025_q4/  # 194 county medical subcentres, 2 cities missing; target: about 200",
        do="Ask the places named for their figures, or for the denominators (part and whole). The remark says what the missing would have to bring.",
        source="The target in its plan; how figures are added up: aggregate in the registry of indicators.",
    ),
    "NU551": Doc(
        finds="A place that has not reported though the due day is past. Only looked for where --due gives that day and the date of the report lies after it.",
        why="Without one place, totals and rankings of the province are incomplete. Not reporting is not the same as having no problem.",
        example="nuplan check 2025_q4/ --due 2026-01-20 --as-of 2026-02-01  # Weihai is missing",
        do="Ask the place for its submission. Where it is excused, the reviewer says so in a file of waivers.",
        source="Completeness of statistics; the due day is given by --due.",
    ),
    "NU552": Doc(
        finds="A submission reported after the due day.",
        why="It holds up the whole, but says nothing against the figures.",
        example="reported_by: {department: 市发展改革委, date: 2026-01-25}  # due 2026-01-20",
        do="No figure needs changing. Check that date is right; where it is, the remark stays.",
        source="Timeliness of statistics; the due day is given by --due.",
    ),
    "NU553": Doc(
        finds="A submission without a date, where a due day is given.",
        why="Without a date it is not known whether it came in time, and that is no pass.",
        example="reported_by: {department: 市发展改革委}  # no date",
        do="Write date under reported_by, like 2026-01-18.",
        source="Timeliness of statistics.",
    ),
    "NU554": Doc(
        finds="A place that has reported for another period than most, and not for theirs.",
        why="Figures of another period would make totals and verdicts wrong.",
        example="area: 威海市\nperiod: 2025-Q3  # the other cities reported for 2025-Q4",
        do="Check period in the file; where it is another period, report for this one.",
        source="nuplan's own rule: a roster is of the period for which most places have reported.",
    ),
    "NU555": Doc(
        finds="Two files of one area and period, one of which says nothing that the other does not say alike.",
        why="Most likely one file was saved or sent twice. No verdict changes, but it should be clear which one counts.",
        example="heze.yaml and heze (copy).yaml",
        do="Keep one.",
        source="nuplan's own rule: departments may report in files of their own, which do not repeat each other.",
    ),
    "NU556": Doc(
        finds="A file whose name tells of one area and whose content is of another.",
        why="Most likely another file was copied and not wholly changed; the figures may be taken for those of another area.",
        example="heze_2024_q2.yaml  # with area: jinan in it",
        do="Check whose figures they are; then correct the name, or area.",
        source="nuplan's own rule: a file name need not tell of an area; where it does, it must be right.",
    ),
    "NU557": Doc(
        finds="A file whose name tells of an earlier period than its content. Days in a name, and what is later than the period, may be when the file was made, and are passed by.",
        why="Most likely the name of the last period was kept, or period was not changed; the figures may be taken for those of another period.",
        example="heze_2024_q2.yaml  # with period: 2024-Q3 in it",
        do="Check of which period the figures are; then correct the name, or period.",
        source="nuplan's own rule: a file name need not tell of a period; where it does, it must be right.",
    ),
}
