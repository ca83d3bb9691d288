"""The doc of every check in English, under the same headings as in checks_zh.py."""

from typing import NamedTuple


class Doc(NamedTuple):
    """What a person reads about one check."""

    finds: str
    why: str
    example: str
    do: str
    source: str


DOCS: dict[str, Doc] = {
    "NU001": Doc(
        finds=(
            "A path that cannot be read: it does not exist, permission is missing, the system reports an error, "
            "or it is a folder where a file is needed (or the reverse)."
        ),
        why="Nothing in it can be reviewed or assessed. A file skipped in silence would look like a file without problems.",
        example="nuplan check heze_2024.yml  # the file is called heze_2024.yaml",
        do="Check the path and the permissions, then run again.",
        source="A nuplan convention: what cannot be read is reported, never passed over.",
    ),
    "NU002": Doc(
        finds="A file larger than 10 MB.",
        why="A submission takes a few dozen KB. A file of this size is most likely another file.",
        example="heze_2024.yaml, 38 MB  # a database export under the name of the submission",
        do="Check that this is the right file, and name the submission itself.",
        source="A nuplan convention: the limit is 10 MB per file.",
    ),
    "NU003": Doc(
        finds="A file that is not UTF-8 text: GBK (GB18030), UTF-16, or binary content such as an xlsx file renamed to .yaml.",
        why=("In a wrong encoding Chinese names and units become other characters, so that figures are lost or go to the wrong indicator."),
        example="heze_2024.yaml, saved by a Chinese Windows editor as ANSI (GBK)",
        do="Save the file as UTF-8 in your editor; with or without a byte order mark.",
        source="A nuplan convention; for JSON, RFC 8259 section 8.1.",
    ),
    "NU004": Doc(
        finds="A file without content: nothing at all, or only white space and comments.",
        why="An empty file reports nothing and must not pass as a submission without problems.",
        example="# Heze, 2024: to be filled in",
        do="Fill in schema, area, period and figures, or leave the file out of the run.",
        source="A nuplan convention.",
    ),
    "NU005": Doc(
        finds="Text that is not valid YAML or JSON. The place given is where reading stopped.",
        why="Nothing in the file can be read, so none of its figures is assessed.",
        example="figures:\n  new_urban_jobs: {value: 6.6万人  # the closing } is missing",
        do=(
            "Correct the line named or the one before it. Common causes are a missing bracket or quotation mark, "
            "a tab as indentation, and a full-width colon or bracket."
        ),
        source="The YAML specification; for JSON, RFC 8259.",
    ),
    "NU006": Doc(
        finds="YAML that the formats do not allow: anchors (&), aliases (*), tags (!), a %TAG directive, several documents in one file, or a name that is a list or braces.",
        why="With these a value can stand elsewhere than in its line, or be read differently by another program.",
        example="figures:\n  new_urban_jobs: &jobs 6.6万人\n  migrant_worker_training: *jobs",
        do="Write each value out where it belongs, and put each document into a file of its own.",
        source="A nuplan convention: the strict YAML of all its file formats.",
    ),
    "NU007": Doc(
        finds="A name that is given twice at the same level.",
        why="Readers differ in which of the two they keep. Neither is used, and an affected figure is undecided.",
        example="figures:\n  new_urban_jobs: 6.6万人\n  new_urban_jobs: 6.8万人",
        do="Keep the value that the source record shows and delete the other line.",
        source="YAML 1.2.2 section 3.2.1.1 (the keys of a mapping are unique); for JSON, RFC 8259 section 4.",
    ),
    "NU008": Doc(
        finds="Content nested deeper than 64 levels, or of more than 200,000 items.",
        why="A submission needs a few levels and a few hundred values. Beyond the limits a file is damaged or not a submission.",
        example="figures:\n  new_urban_jobs: [[[[…]]]]  # 70 pairs of brackets",
        do="Remove surplus brackets, or check that this is the right file.",
        source="A nuplan convention: 64 levels and 200,000 items per file.",
    ),
    "NU009": Doc(
        finds="A file without a schema line, or with one that is unknown, of another kind of file, or of another version.",
        why="Files are told apart by this line and not by name. Without it the program does not know what the rest means.",
        example="schema: nuplan/plan/v1  # a submission needs nuplan/submission/v1\narea: heze\nperiod: 2024",
        do=(
            "Write schema: nuplan/submission/v1 in the first line of a submission. "
            "If the file needs a newer version of the format, upgrade nuplan."
        ),
        source="A nuplan convention: every file begins with its schema.",
    ),
    "NU010": Doc(
        finds="A required item that is missing, such as area or period of a submission, or clause of a target in a plan file.",
        why="Without area and period it is not known which plans apply and which targets are due.",
        example="schema: nuplan/submission/v1\narea: heze\nfigures:\n  new_urban_jobs: 6.6万人  # there is no period",
        do="Add the item named.",
        source="A nuplan convention: the formats of submissions, plans, indicators and areas.",
    ),
    "NU011": Doc(
        finds="An item that the format does not have, often a misspelling.",
        why="If it were ignored, what was filed under it would be lost without notice.",
        example="figures:\n  new_urban_jobs: {valeu: 6.6万人}  # should be value",
        do="Correct the spelling or remove the item. A remark on a figure goes into note.",
        source="A nuplan convention: unknown items are refused.",
    ),
    "NU012": Doc(
        finds="A place that needs a list, braces or a single text, and holds another of the three.",
        why="What stands there cannot be assigned to a field, so it is not used.",
        example="figures:\n  - new_urban_jobs: 6.6万人  # the hyphen makes it a list",
        do='Write figures as "name: value" lines without a hyphen, with a half-width colon and a space after it.',
        source="A nuplan convention: the formats of submissions, plans, indicators and areas.",
    ),
    "NU013": Doc(
        finds="A value that is not one of the choices or not in the right form: a word that is not listed, a date in another form, an empty text. In a plan file also a target without exactly one time key, or with a value that does not fit its op.",
        why="Guessing what was meant could change what is reported, so the value is not used.",
        example="figures:\n  urbanization_rate: {missing: 待发布}  # should be pending",
        do="Use one of the values that the message lists. A date is written 2024-06-30.",
        source="A nuplan convention: the formats of submissions, plans, indicators and areas.",
    ),
    "NU014": Doc(
        finds="An area that the registry of areas does not know by id, full name, short name or division code.",
        why="The area decides which plans apply. With a wrong one, figures would be held against another place's targets.",
        example="area: 荷泽市  # should be 菏泽市\nperiod: 2024",
        do=(
            "Use the full or short name, the division code or the id. "
            "An area that is not packaged, such as a county, is added by an areas file in a --targets folder."
        ),
        source="GB/T 2260 for the division codes; targets/areas.yaml for the list, a nuplan convention.",
    ),
    "NU015": Doc(
        finds="A period that is not written as a year, a quarter or a month between 1949 and 2099.",
        why="The last day of the period decides which targets are due and which statistics must exist.",
        example="area: heze\nperiod: 2024年上半年  # should be 2024-Q2",
        do="Write 2024, 2024-Q2 or 2024-06. The first half of a year is its second quarter, since flows count from 1 January.",
        source="A nuplan convention; years and months as in ISO 8601 (GB/T 7408).",
    ),
    "NU016": Doc(
        finds="An indicator that the registry does not know by id, name or alias, in a submission or in a plan file.",
        why="The number is held against no target. Similar names can stand for different definitions, so the program does not choose.",
        example="figures:\n  城镇新增就业人口: 6.6万人  # should be 城镇新增就业",
        do=(
            "Use the id, name or alias of the indicator. A spelling that the message suggests is only similar: "
            "compare the definition before using it."
        ),
        source="A nuplan convention: targets/indicators.yaml, one definition per indicator.",
    ),
    "NU017": Doc(
        finds=(
            "Text that is not one plain number with its unit: words, scientific notation, two numbers, "
            "a thousands separator out of place, more than 24 digits, or nothing."
        ),
        why="A misread number would be assessed as if it had been reported. Numbers are taken digit by digit and never guessed.",
        example="figures:\n  new_urban_jobs: 约6.6万人",
        do=(
            "Write one number with its unit, such as 6.6万人 or 55.1%. "
            "Where there is no number, write missing with pending, not_collected or not_applicable; a remark goes into note."
        ),
        source="A nuplan convention: numbers are exact decimals.",
    ),
    "NU018": Doc(
        finds="A number without a unit, for an indicator that has one. Pure numbers and counts of things need none.",
        why="6.6人 and 6.6万人 differ by a factor of ten thousand, and only the submitter knows which is meant.",
        example="figures:\n  new_urban_jobs: 6.6  # should be 6.6万人",
        do="Write the unit after the number or under unit. The message lists the units that are accepted.",
        source=(
            "The unit check of statistical review in China, as in the Henan Bureau of Statistics' guideline on county statistical work "
            "(units correctly used); the form is a nuplan convention."
        ),
    ),
    "NU019": Doc(
        finds="A unit that is not in the table of units, in a submission or in a plan file.",
        why="An unknown unit cannot be converted, so the number cannot be compared with the target.",
        example="figures:\n  renewable_capacity: 650万千瓦时  # capacity is in 万千瓦",
        do=(
            "Use the unit that the plan prints, and check that the number was measured in it: 千瓦时 is energy, 千瓦 is capacity. "
            "Latin letters are case-sensitive (kW, MW)."
        ),
        source="A nuplan convention: a closed table of units with exact factors.",
    ),
    "NU020": Doc(
        finds="A unit of another dimension than the indicator's, two units on one figure, or part and whole that cannot be converted.",
        why="Persons (人) and person-times (人次), or % and percentage points (个百分点), cannot be converted into one another.",
        example="figures:\n  migrant_worker_training: 8200人  # the indicator counts 人次",
        do=(
            "Check in the source record what was counted. If only the unit was written wrongly, correct it; "
            "if not, obtain the figure by the definition of the indicator."
        ),
        source="A nuplan convention: units are converted only within a dimension.",
    ),
    "NU021": Doc(
        finds="One indicator filed twice in a file under different spellings: its id, name or an alias.",
        why="It is not known which of the two is the figure. Neither is used, even where they are equal, and the targets are undecided.",
        example="figures:\n  new_urban_jobs: 6.6万人\n  城镇新增就业: 6.8万人",
        do="Keep the figure that the source record shows and delete the other line.",
        source="A nuplan convention: one figure per indicator.",
    ),
    "NU022": Doc(
        finds=(
            "In plan and registry files: an id of a plan, target, indicator or area that is already taken, "
            "a clause that stands twice in the outline, or a name or alias of two indicators or of two areas."
        ),
        why="Reports cite targets and clauses by these ids, and submissions use these names. Each must stand for one thing.",
        example='outline:\n  - {clause: "1", title: 促进产业集聚发展}\n  - {clause: "1", title: 加快重大产业项目建设}',
        do="Rename or delete one of the two. A heading that the document repeats is written with those above it, as in 第二章第一节.",
        source="A nuplan convention: ids, clauses and names are unique.",
    ),
    "NU023": Doc(
        finds="An incomplete figure: part without whole (or the reverse), a number together with missing, none of them, a unit without value, or part and whole for an indicator that is not a share.",
        why="It gives no number or contradicts itself, so it cannot be judged.",
        example="figures:\n  black_odorous_water_eliminated: {part: 12}  # whole is missing",
        do="Give value, or part and whole, or missing. For a share, value may be given besides part and whole.",
        source="A nuplan convention: the format of submissions.",
    ),
    "NU024": Doc(
        finds="In a plan file: a target whose clause is not in the outline, or a heading under one that does not stand above it.",
        why="Every target must lead back to the clause that prints it and to the department that leads it.",
        example=(
            'outline:\n  - {clause: 一, title: 总体要求}\ntargets:\n  - id: urbanization_rate_2025\n    clause: "29"  # not in the outline'
        ),
        do="Check the clause against the document, and put the heading in the outline before anything that refers to it.",
        source="A nuplan convention: the format of plans.",
    ),
    "NU101": Doc(
        finds=(
            "A figure that does not reach its target at the due date, or in a period in which the target must hold throughout. "
            "It is an error, but a warning where the target is indicative (预期性) or, unless binding (约束性), only striven for (力争)."
        ),
        why="The plan's target is not reached. That is not an error in the data: a true figure that misses its target is a good figure.",
        example="area: heze\nperiod: 2024\nfigures:\n  new_urban_jobs: 6.3万人  # the plan: 6.5万人以上 each year",
        do=(
            "Leave a true figure as it is, and report the gap and its reasons to the department that leads the target. "
            "Correct the figure only if it differs from the source record."
        ),
        source=(
            "Civil Code art. 1259, by analogy (以上 includes the number, 超过 excludes it), and GB/T 8170—2008, comparison by full value; "
            "the tolerance of 左右 and the severity are nuplan conventions."
        ),
    ),
    "NU102": Doc(
        finds=(
            "A target without a figure although the statistic exists for the period; one given as not collected or not applicable, "
            "or as pending where the statistic is not annual, counts as none. It is an error if due at the period, else information."
        ),
        why="Without a figure the target cannot be decided, and a figure that is missing is never a target met.",
        example="area: heze\nperiod: 2024\nfigures:\n  new_urban_jobs: {missing: not_collected}",
        do="Report the figure. If there is none, give the reason in note; whether it is excused is for the reviewer.",
        source="Statistics Law art. 1 (completeness of statistical data), by analogy; the severity is a nuplan convention.",
    ),
    "NU103": Doc(
        finds=(
            "A target that cannot be decided: the figure is unreadable or impossible; counts, the series or the plan's method are missing; "
            "or 基本实现 is not full. It is a warning at the due date, information before."
        ),
        why="A verdict without a basis would be a guess. Undecided is neither met nor missed.",
        example="area: heze\nperiod: 2025\nfigures:\n  black_odorous_water_eliminated: 100%  # decided by part and whole",
        do="Read the remark in the row and supply what it names, such as part and whole. Where the plan's own words leave it open, nothing in the submission needs to change.",
        source="A nuplan convention: missing data never counts as a pass.",
    ),
    "NU501": Doc(
        finds="A value outside the range that is possible for the indicator, such as a share above 100 % or a negative number of jobs.",
        why="Such a value cannot be true, so it decides nothing, and the target is undecided.",
        example="figures:\n  urbanization_rate: 571%  # should be 57.1%",
        do="Compare the number, its sign, decimal point and unit with the source record and correct what was copied wrongly.",
        source="The range check of statistical data review (值域审核); the bounds stand in targets/indicators.yaml.",
    ),
    "NU502": Doc(
        finds="A part that is larger than its whole, or a part or whole below zero.",
        why="A part is contained in its whole, so at least one of the two numbers is wrong and the target is undecided.",
        example="figures:\n  reclaimed_water_rate: {part: 15306万立方米, whole: 7840万立方米}",
        do="Check whether part and whole were swapped, and check both numbers and their units against the source record.",
        source="The part-of-total check of statistical data review (其中项不大于总项).",
    ),
    "NU503": Doc(
        finds="A share whose whole is zero.",
        why="Without a whole there is no share, neither 0 % nor 100 %. The target is undecided.",
        example="figures:\n  black_odorous_water_eliminated: {part: 0, whole: 0}",
        do="Fill in the whole if it was left out. If there is nothing to count, write {missing: not_applicable} with a note; the reviewer decides.",
        source="Arithmetic; that it does not count as met is a nuplan convention.",
    ),
    "NU504": Doc(
        finds="A value that differs from its own part divided by whole by more than half a unit of its last digit.",
        why="At least one of the three numbers is wrong or rounded too far, or their definitions differ. The verdict uses part and whole.",
        example="figures:\n  reclaimed_water_rate: {value: 55.0%, part: 7840万立方米, whole: 15306万立方米}  # part / whole is 51.22%",
        do="Check the three numbers against the source record and correct the one that differs. If part and whole were rounded, report all their digits.",
        source=(
            "The logic check within a table (表内逻辑审核) of statistical data review. "
            "The tolerance, a nuplan convention, allows for rounding half up and for GB/T 8170—2008."
        ),
    ),
    "NU505": Doc(
        finds="A figure that the submission gives as not applicable.",
        why=(
            "A submission cannot excuse itself from a target. Where a figure is expected for the period, "
            "the target is listed as not reported until the reviewer decides."
        ),
        example="figures:\n  black_odorous_water_eliminated: {missing: not_applicable, note: 无黑臭水体}",
        do="Give the reason in note and leave the decision to the reviewer. If the indicator does apply, report the figure.",
        source="A nuplan convention: waivers are for the reviewer to decide.",
    ),
    "NU506": Doc(
        finds="A count of things, persons, person-times or households that is not whole once 万 or 亿 is multiplied out. For shares decided by counts, part and whole are checked.",
        why="What is counted comes in whole numbers. A fraction points to a wrong unit or digit, and the target is undecided.",
        example="figures:\n  base_stations_5g: 1.30005万个  # that is 13000.5",
        do="Compare the number and its unit with the source record and write the count as it stands there.",
        source="The range check of statistical data review (值域审核): counts are whole numbers.",
    ),
    "NU701": Doc(
        finds="A waiver for an area and period of this run that ended before the date of the report. It still holds on the day of until.",
        why="It no longer has any effect, and what it covered may block again. Left in the file, it looks as if it still held.",
        example="until: 2026-03-31  # as of 2026-04-01",
        do="Have the reviewer approve it again with new dates, or delete it.",
        source="A nuplan convention: a waiver has a first and a last day, both included, in Asia/Shanghai.",
    ),
    "NU702": Doc(
        finds="A waiver in force for an area and period of this run that matches no problem; or one that does, whose first day has not come.",
        why="The target is met, the problem solved, or an id mistyped. A waiver that is not needed would hide later problems.",
        example="target: heze_2024/new_urban_jobs@2025  # met in 2025",
        do="Check target, check, indicator and from; delete what is no longer needed.",
        source="A nuplan convention: a waiver answers an existing problem.",
    ),
    "NU703": Doc(
        finds="Two waivers in force that cover the same row. The earlier one in the files is shown.",
        why="Their reasons, approvers or dates may differ, and it is not clear which one stands.",
        example="- {target: heze_2024/new_urban_jobs, area: heze, period: 2025, …}\n- {check: target-missed, area: heze, period: 2025, …}",
        do="Keep one of them.",
        source="A nuplan convention: one waiver per row.",
    ),
}
