"""The doc of the checks of workbooks, in English, under the same headings as in checks_en.py."""

from .checks_en import Doc

_CONVENTION = "A nuplan convention: what cannot be read for certain is not guessed, and the message names the cell and what to do."

DOCS: dict[str, Doc] = {
    "NU025": Doc(
        finds=(
            "A cell of a workbook that cannot be used as a number or text: a fraction that became a date, the error of a formula (#DIV/0!), "
            "a formula without a stored value, a logical value, a number that its format shows in thousands."
        ),
        why="What is stored there is not the number that was meant to be seen. A guess may be wrong many times over.",
        example="菏泽市!E12 was filled in as 8/9, and the spreadsheet stored 9 August",
        do="As the message says: format the cell as text and write it again, give part and whole, save the file once, or paste the value.",
        source=_CONVENTION,
    ),
    "NU026": Doc(
        finds=(
            "A workbook that cannot be read safely: an old format (.xls, .et) or one with macros, with a password, damaged, referring to other "
            "files, declaring entities, or another file under this name."
        ),
        why="Old and damaged files are read in part only; macros and links run or fetch what no form needs.",
        example="heze.xls; a web page renamed to heze.xlsx",
        do="Open it in Excel or WPS and save it as .xlsx.",
        source=_CONVENTION,
    ),
    "NU027": Doc(
        finds="The wrong form: its area or period is not the one it was made for, or its head row was changed so that columns are not known.",
        why="Each area and period asks for other indicators. With another's form some are left out and others are too many.",
        example="the form made for 2024-Q1 is used for 2024-Q2 with its period changed",
        do="Use the form for the area and the period; if it is a slip, correct it.",
        source="The hidden sheet nuplan (nuplan/form/v1) says for which areas and period the form was made.",
    ),
    "NU561": Doc(
        finds="A plan has another version than when the form was made, or is not loaded.",
        why="Targets or dates printed on the form may have been corrected. Figures are always held against the plans that are loaded.",
        example="a form made with heze_2024 1.0.0, where 1.1.0 is loaded",
        do="What was filled in stays valid. Make the form anew next time.",
        source="The hidden sheet nuplan says with which versions the form was made.",
    ),
    "NU562": Doc(
        finds="A sheet was added to a form, or is not there any more.",
        why="The figures of a missing sheet were not read; an added one may report an area twice.",
        example="the sheet 济南市 was renamed to 济南市（已审）",
        do="Give a sheet its name back, delete what is too much; leave it so if the sheets are sent one by one.",
        source="The hidden sheet nuplan has the names of the sheets.",
    ),
    "NU563": Doc(
        finds="Figures in hidden rows, columns or sheets; rows that are filtered away are hidden, too.",
        why="What nobody sees was read. Neither who filled it in nor who reviewed it may have seen it.",
        example="saved while filtered, with the other rows hidden",
        do="Show them and check the figures. They need not be changed.",
        source=_CONVENTION,
    ),
    "NU564": Doc(
        finds="Merged cells in a table that cover cells which are read.",
        why="Only the first cell of a merged range has content, the other rows have none; to which row the number belongs is not said.",
        example="the values of two indicators merged into one cell",
        do="Unmerge the cells and fill in each row.",
        source=_CONVENTION,
    ),
}
