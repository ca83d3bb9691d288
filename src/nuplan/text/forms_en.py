"""Sentences of forms and of forms reviewed. Keys and placeholders are the same as in forms_zh.py."""

STRINGS: dict[str, str] = {
    "form.title": "{area}: figures on the targets of the new-urbanization plans",
    "form.template": "Template: {area} {period}  {plans}",
    "form.hint": "Pale yellow cells are for you to fill in, grey ones stay empty. The sheet “Read me” tells how.",
    "form.page": "Page &P of &N",
    "form.sheet.read_me": "Read me",
    # the lines above the table
    "form.head.area": "Area",
    "form.head.period": "Period",
    "form.head.number": "Form no.",
    "form.head.issuer": "Issued by",
    "form.head.department": "Department",
    "form.head.person": "Filled in by",
    "form.head.phone": "Phone",
    "form.head.reviewer": "Reviewed by",
    "form.head.date": "Date",
    # columns
    "form.column.area": "Area",
    "form.column.period": "Period",
    "form.column.indicator": "Indicator",
    "form.column.name": "Name",
    "form.column.unit": "Unit",
    "form.column.value": "Value",
    "form.column.part": "Part",
    "form.column.whole": "Whole",
    "form.column.missing": "Missing",
    "form.column.of": "Of",
    "form.column.quality": "Quality",
    "form.column.caliber": "Caliber",
    "form.column.note": "Note",
    "form.column.target": "Target (as printed)",
    "form.column.clause": "Clause",
    "form.column.due": "Due",
    "form.column.lead": "Department",
    "form.column.last": "Last value",
    "form.column.definition": "Definition",
    "form.column.review": "Review",
    "form.choices.missing": "pending,not collected,not applicable",
    "form.choices.quality": "final,provisional,estimate",
    # prompts of cells
    "form.prompt.unit": "The unit of the value; the list has those that are accepted.",
    "form.prompt.value": "The number alone; its unit stands under “Unit”. What is counted over the year counts from 1 January. A percentage is 65 or 65%.",
    "form.prompt.part": "The numerator of a share; of things counted, how many are there.",
    "form.prompt.whole": "The denominator of a share; of things counted, how many there should be.",
    "form.prompt.missing": "Without a figure choose pending (annual figures not yet published), not collected, or not applicable.",
    "form.prompt.quality": "Leave it empty for final figures.",
    # how to fill in
    "form.read_me.title": "How to fill in this form",
    "form.read_me": """1. Fill in the pale yellow cells only. Each line is one indicator. Target, clause, due date, department, last value and definition are there to help; changing them changes no verdict.
2. Report what is true. The figures are reviewed first, and held against the targets after that: a true figure that misses its target is a good figure and is not sent back.
3. The value is a number; its unit stands beside it and can be chosen from the list. What is counted over the year counts from 1 January.
4. Of a share, part and whole may be given; their quotient decides. Where things are counted (full coverage, every county), give part and whole only: 8 of 9 is part 8, whole 9.
5. Without a figure write no 0 and leave no gap, but choose under “Missing”: pending (an annual figure not yet published), not collected, or not applicable (say why under “Note”). Whether the last two are excused is for the reviewer to decide.
6. If the figure is of another period than the form's, write that period under “Of”: 2023, 2024-Q1 or 2024-06.
7. Mark provisional figures and estimates under “Quality”. If the figure covers a part of the area only, name it under “Caliber”; where the template names one, that part is asked for.
8. Please add and remove no columns, and leave the heads and the column “Indicator” as they are. Use no formulas that lead to other files; dates and periods are text.
9. When it is filled in, run nuplan check FILE.xlsx; with --annotate REVIEW.xlsx the remarks are written beside the lines.""",
    # YAML
    "form.yaml.reported_by": "reported_by: {{department: ..., person: ..., date: 2024-07-12}}",
    "form.yaml.fill": "Write the number and its unit after the colon, as in 3.4万人; remove the lines that are not needed",
    "form.yaml.missing": "Without a figure write {{missing: pending}}, {{missing: not_collected}} or {{missing: not_applicable}}",
    "form.yaml.target": "{words} ({due})",
    "form.yaml.unit": " ({unit})",
    "form.yaml.last": "last value {last}",
    "form.yaml.counted": "counted: part is how many are there, whole is all of them",
    # forms reviewed
    "annotate.findings": "Data review",
    "annotate.targets": "Targets",
    "annotate.about_targets": "Targets are assessed apart from the data review: a true figure that misses its target is a good figure, and no figure is changed because of a verdict.",
    "annotate.nothing": "The data review found nothing",
    # help and errors of a call
    "help.template": """Make the form of areas for a period: the indicators due, with the printed target, its clause and department, and the last value.

Annual indicators stand only in forms that end a year, quarterly ones only in forms that end a quarter.""",
    "help.template.words": "Areas (ids, names or division codes), and after them the period: heze 2024-Q2",
    "help.template.below": "Every place below this area as well",
    "help.template.format": "xlsx:FILE (a worksheet an area), csv, or yaml (one area only), with a file name if you like; may be given several times. Default: yaml for one area, csv for several",
    "help.template.by": "How indicators are arranged: action or department",
    "help.template.history": "Earlier submissions (files or folders), from which the last values are taken; may be given several times",
    "metavar.template": "AREA… PERIOD",
    "error.no-area": "Name an area, as in nuplan template heze 2024-Q2, or use --below shandong",
    "error.bad-period": "“{name}” is not a period. Write 2024, 2024-Q2 or 2024-06, after the areas",
    "error.nothing-due": "Nothing is due from {area} for {period}: no plan is in force, or no statistic exists for this period. Check the period; nuplan plans list names the plans",
    "error.one-area": "yaml holds one area. Make one file an area, or use xlsx or csv",
    "error.annotate-one": "--annotate takes one .xlsx submission, and here are {count}. Name only the one to be annotated",
    "error.annotate-unread": "{name} has no figures, or cannot be read, so nothing was annotated. Fill it in, or see the messages above",
}
