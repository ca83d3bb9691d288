"""The doc of the checks of alignment and of pace, in English, under the same headings as in checks_en.py."""

from .checks_en import Doc

DOCS: dict[str, Doc] = {
    "NU201": Doc(
        finds="A target whose number is below what the plan above asks of this very place: a floor that each place must reach, a target that names the place, a lead over the average above, or an allocated amount.",
        why="Reaching a lower target does not reach the one above. Being below a province-wide service level is a warning; being below an average, as some places always are, is information, with the gap shown.",
        example="province: 社会工作站乡镇（街道）覆盖率达到100%; city: 达到95%",
        do="Check the number in the plan. If the encoding is right, raise it in the procedure for aligning plans. What the plan above asks does not change.",
        source="Nuplan's convention: compared by the cascade of the target above, never by the mere size of numbers.",
    ),
    "NU202": Doc(
        finds="A number no lower than the one above, in weaker words: qualifier (左右 for 以上), commitment (力争, 争取), a later date, a narrower scope (主城区 for 各市), degree (基本).",
        why="At the due date the same figure may miss the target above and meet the weaker one.",
        example="province: 各市建成四星级以上新型智慧城市; city: 争取市主城区建成四星级以上新型智慧城市",
        do="List it among the comments on aligning the plans. The words above hold without being repeated below.",
        source="Nuplan's convention; for 以上 and 左右 the Civil Code, art. 1259, and GB/T 8170—2008, by analogy.",
    ),
    "NU203": Doc(
        finds="A target that the plan above asks of this place and that its own plan does not list.",
        why="What a plan does not list has no department and no timetable, and is noticed only when it falls due.",
        example="province: 城乡社区日间照料服务实现全覆盖; nothing in the city's plan",
        do="List it among the comments on aligning the plans; if another document carries it, name that one. It holds without being repeated.",
        source="A nuplan convention: reported for floors, named and allocated targets only; totals, averages and service levels need no repeating.",
    ),
    "NU204": Doc(
        finds="A target that the plan above asks of this place, where its own plan has only look-alikes: another object, grade, threshold or time basis.",
        why="Compared with a target of a similar name, a requirement that nobody carries would look as if it were carried.",
        example="province: 城镇智慧校园全覆盖; city: “数字校园”全覆盖",
        do="Look at the difference. If both are the same thing, correct the indicator in the plan file; if not, treat the target as absent.",
        source="distinct_from in the registry of indicators; A nuplan convention: what differs in object, grade, threshold or caliber is another indicator.",
    ),
    "NU205": Doc(
        finds="A target above that was not found in a plan whose copy is incomplete, where the missing part may be the one that answers it.",
        why="Taking what cannot be seen as absent blames a plan wrongly; taking it as present loses a requirement.",
        example="the city's copy ends within clause 18, so that the province's targets from clause 19 on may stand in what is missing",
        do="Find the full text, encode the missing part, and compare again.",
        source="may_answer in source.missing of the plan file.",
    ),
    "NU206": Doc(
        finds="Targets of the plans below that add up to less than the total above, or whose weighted average is below the level above.",
        why="Each plan is fine by itself, but together they do not reach the target. That is a matter of how it was shared out, not the fault of one place.",
        example="province: 每年城镇新增就业110万人以上; the 16 cities add up to 108万人",
        do="The level above should review how it shared out the target. Where plans are missing, only bounds are given and this is not reported.",
        source="Nuplan's convention: what is missing gives bounds, never an estimate.",
    ),
    "NU301": Doc(
        finds="A target that, before its due date, is behind, far behind, moving away, or fell back after it had been met: the share done is less than 0.90 of the share of time elapsed, or the value is further from the target than the baseline.",
        why="An interim figure is neither met nor missed. The question is whether the present speed gets there in time, while something can still be done.",
        example="540万千瓦 at the end of 2023, 650万千瓦 asked by 2025, 550万千瓦 in June 2024: 25% of the time elapsed, 9.1% done, ratio 0.364",
        do="Look at the baseline, the path and the speed needed, and at what would speed up the work. A true figure that lags is a good figure; nothing in the submission needs to change. It blocks only if --fail-on names behind.",
        source=(
            "序时进度 is the share of time gone; the cuts at 0.95, 0.60 and 0 follow Eurostat's monitoring of progress towards the SDGs, "
            "those at 1.05 and 0.90 are nuplan conventions."
        ),
    ),
}
