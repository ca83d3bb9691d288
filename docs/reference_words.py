"""The sentences of the generated reference, Chinese and English side by side: what a name of the program means to a reader."""

Both = tuple[str, str]
"""Chinese, English."""

TITLES: dict[str, Both] = {
    "commands": ("命令", "Commands"),
    "checks": ("检查项", "Checks"),
    "formats": ("文件格式", "File formats"),
    "exit-codes": ("退出码", "Exit codes"),
    "limits": ("上限", "Limits"),
}
LEADS: dict[str, Both] = {
    "commands": ("与 `nuplan 命令 --help` 的内容相同。", "The same as `nuplan COMMAND --help`."),
    "checks": (
        "与 `nuplan explain 编号` 的内容相同。编号不会改作他用。",
        "The same as `nuplan explain ID`. An id is never used again for something else.",
    ),
    "formats": (
        "填报文件怎样写，见[填报文件](../submission.md)；规划文件见[怎样编码](../encode.md)。",
        "How to write a submission stands in [Submissions](../submission.md), how to write a plan in [Encode a plan](../encode.md).",
    ),
    "exit-codes": (
        "几种情况同时出现时，按 2、3、4、1、0 的次序取第一个。2、3、4 不受 `--fail-on` 影响。",
        "Where several hold, the first of 2, 3, 4, 1, 0 is given. 2, 3 and 4 hold whatever `--fail-on` says.",
    ),
    "limits": (
        "超出的会说明，不会悄悄截断。CSV 表格不限行数。",
        "What goes beyond is told, never cut in silence. A CSV table may have any number of rows.",
    ),
}
EXIT_CODES: dict[int, Both] = {
    0: ("没有阻断", "nothing blocking"),
    1: ("有阻断，阻断什么由 `--fail-on` 决定", "something blocking, as `--fail-on` says"),
    2: (
        "选项不对，规划、豁免或设置文件不能用，文件需要更新版本的 nuplan，或程序内部错误",
        "a bad option, plan files, waivers or settings that cannot be used, a file that needs a newer nuplan, or an internal error",
    ),
    3: ("填报文件有内容无法读取，其余已判定", "a submission, or part of one, could not be read; the rest was judged"),
    4: (
        "没有可判定的内容：没有文件、没有数据，或没有规划在这一期约束这个地区",
        "nothing was evaluated: no file, no figure, or no plan for this area and period",
    ),
    130: ("被中断", "interrupted"),
}
FAMILIES: dict[str, Both] = {
    "data": (
        "数据审核的错误，以及期限就在本报告期末而应报未报的指标",
        "errors of the data review, and figures that are due at the end of the file's period but not reported",
    ),
    "missed": ("级别为错误的未完成目标", "missed targets that are errors"),
    "behind": (
        "时序进度滞后、严重滞后、与目标反向、完成后回落",
        "a pace that is behind, far behind, moving away or fallen back",
    ),
    "align": (
        "低于上级规划底线的规划；`nuplan align` 默认以此阻断",
        "a plan below a floor of the plan above it; what `nuplan align` blocks by default",
    ),
}
CHECK_GROUPS: dict[str, Both] = {
    "NU0": ("能否读取", "Can it be read"),
    "NU1": ("目标判定", "Target assessment"),
    "NU2": ("规划衔接", "Alignment of plans"),
    "NU3": ("时序进度", "Pace"),
    "NU4": ("各地汇总", "Roll-up"),
    "NU5": ("数据审核", "Data review"),
    "NU6": ("规划文件核对", "Plan files"),
    "NU7": ("豁免", "Waivers"),
}
KEYS: dict[str, Both] = {
    "area": ("地区：编号、名称、别名或行政区划代码", "the area: id, name, alias or division code"),
    "period": ("报告期：2024、2024-Q2 或 2024-06", "the period: 2024, 2024-Q2 or 2024-06"),
    "reported_by": ("报送人", "who reported"),
    "figures": ("各指标的填报值；键是指标的编号、名称或别名", "the figures; a key is an indicator's id, name or alias"),
    "value": ("数值，带单位", "the value, with its unit"),
    "unit": ("单位，与数值分开写时用", "the unit, where it stands apart from the value"),
    "part": ("分子，与分母同时填", "the part; always with the whole"),
    "whole": ("分母", "the whole"),
    "of": ("数据所属的报告期，与文件不同时才写", "the period of the figure where it is not that of the file"),
    "since": ("累计数的起算日，默认当年1月1日", "the day from which an amount counts; default 1 January"),
    "quality": ("数据性质", "how final it is"),
    "missing": ("缺报原因", "why there is no figure"),
    "note": ("填报单位的说明，不影响判定", "the submitter's word; it changes nothing"),
    "caliber": ("数据包括的范围", "the part of the area that it covers"),
    "evidence": ("佐证", "evidence"),
    "baseline": ("基期数和它的时期：`{value, of}`", "the opening value and its period: `{value, of}`"),
    "department": ("部门", "department"),
    "person": ("填表人", "person"),
    "phone": ("联系电话", "phone"),
    "reviewer": ("审核人", "reviewer"),
    "date": ("报出日期", "date of the report"),
}
CHOICES: dict[str, Both] = {
    "final": ("正式数（默认）", "final (default)"),
    "provisional": ("快报数", "provisional"),
    "estimate": ("预计数", "estimate"),
    "pending": ("待发布", "not published yet"),
    "not_collected": ("未统计", "not collected"),
    "not_applicable": ("不适用", "not applicable"),
}
REPORT_FORMATS: dict[str, Both] = {
    "table": ("表格；终端的默认", "a table; the default on a terminal"),
    "concise": ("每项一行，不截断；管道的默认", "a line a row, nothing cut; the default in a pipe"),
    "json": ("供程序读取，格式见下", "for programs; its shape stands below"),
    "markdown": ("供写文档", "for documents"),
    "csv": ("一张表，报告的每一行一行；写了 `--by` 的，按所选的排法", "one table with a line a row; with `--by`, the view as shown"),
    "xlsx": ("Excel 工作簿，须写文件名", "an Excel workbook; it needs a file name"),
    "html": ("一个网页文件，断网也能打开", "one page that opens offline"),
    "junit": ("JUnit XML，供持续集成显示", "JUnit XML, for continuous integration"),
    "sarif": ("SARIF 2.1.0，供代码平台显示", "SARIF 2.1.0, for code platforms"),
    "github": ("GitHub Actions 的注记", "annotations of GitHub Actions"),
}
LIMITS: dict[str, Both] = {
    "MAX_BYTES": ("一个文件", "size of a file"),
    "MAX_DEPTH": ("嵌套层数", "levels of nesting"),
    "MAX_EVENTS": ("一个 YAML 或 JSON 文件的节点数", "nodes of a YAML or JSON file"),
    "MAX_PROBLEMS": ("每个文件列出的问题数", "problems listed of one file"),
    "MAX_PARTS": ("一个工作簿里的部件数", "parts of a workbook"),
    "MAX_PART_BYTES": ("工作簿的一个部件解压后", "a part of a workbook, unpacked"),
    "MAX_UNPACKED_BYTES": ("一个工作簿解压后", "a workbook, unpacked"),
    "MAX_ELEMENTS": ("一个工作簿里的 XML 元素数", "XML elements of a workbook"),
    "MAX_CELLS": ("一个工作簿里的单元格数，每张表所占的范围也不超过此数", "cells of a workbook, and of the rectangle that a sheet spans"),
    "MAX_DIGITS": ("一个数的位数", "digits of a number"),
    "MAX_LENGTH": ("一条勾稽关系的字符数", "characters of an identity"),
}
SAID: dict[str, Both] = {
    "argument": ("参数", "Argument"),
    "option": ("选项", "Option"),
    "meaning": ("含义", "Meaning"),
    "default": ("默认", "Default"),
    "default_is": ("默认 `{}`。", "Default `{}`."),
    "key": ("键", "Key"),
    "heads": ("可用的表头", "Heads"),
    "format": ("格式", "Format"),
    "commands": ("命令", "Commands"),
    "code": ("退出码", "Code"),
    "limit": ("上限", "Limit"),
    "what": ("内容", "What"),
    "unit": ("可以互相换算的单位", "Units that are converted into each other"),
    "rows": ("键", "Keys"),
    "shape": ("位置", "Where"),
    "required": ("必填", "Required"),
    "yes": ("是", "yes"),
    "judging": ("check、align、rollup", "check, align, rollup"),
    "every": ("全部", "all"),
    "submission": ("填报文件（nuplan/submission/v1）", "Submission (nuplan/submission/v1)"),
    "figure": ("一个填报值", "A figure"),
    "reporter": ("报送人（reported_by）", "Who reported (reported_by)"),
    "table": ("表格（CSV、XLSX）的表头", "Heads of a table (CSV, XLSX)"),
    "items": ("横表的 `item` 可以写：{}。", "In a wide table `item` is one of {}."),
    "outputs": ("报告格式（--format）", "Report formats (--format)"),
    "report": ("JSON 报告", "JSON report"),
    "report_lead": (
        "格式是 `nuplan/report/v1`。键始终相同；没有值的为 null，没有内容的列表为空。"
        "带 `[]` 的是列表，一行一个。完整的类型用 `nuplan schema report` 查看。",
        "Its schema is `nuplan/report/v1`. The keys are always the same; one without a value is null, a list without entries empty. "
        "What ends in `[]` is a list. `nuplan schema report` has the types.",
    ),
    "units": ("单位", "Units"),
    "units_lead": (
        "同一行的单位互相换算。除 %、‰、个百分点外，前面都可以加万或亿。",
        "Those in one row are converted. 万 or 亿 may stand before any of them but %, ‰ and 个百分点.",
    ),
    "fail_on": ("--fail-on", "--fail-on"),
    "fail_on_lead": ("`--fail-on` 写一类或几类，用逗号分开。", "`--fail-on` names one or several of these, separated by commas."),
    "blocks": ("什么会阻断", "Blocks"),
    "found": ("检查项 {} 个。", "{} checks."),
}
