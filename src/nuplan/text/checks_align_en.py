"""The doc of the checks of alignment and of pace, in English, under the same headings as in checks_en.py."""

from .checks_en import Doc

DOCS: dict[str, Doc] = {
    "NU201": Doc(
        finds="a target whose number is below what the plan above asks of this very place: a floor that each place must reach, a target that"
        " names the place, a lead over the average above, or an allocated part.",
        why="Whoever reaches a target set lower does not reach the one above. Below a service level of the whole province is a warning;"
        " below an average, which some places are by nature, is information, with the gap shown.",
        example="province: 社会工作站乡镇（街道）覆盖率达到100%; city: 达到95%",
        do="Check the number of the plan; if the encoding is right, raise it where plans are brought into line. What the plan above asks"
        " stays as it is.",
        source="nuplan's convention: compared by the cascade of the target above, never by the mere size of numbers.",
    ),
    "NU202": Doc(
        finds="a number no lower than that above with weaker words: the qualifier (左右 for 以上), the commitment (力争, 争取), a later date, a"
        " narrower scope (主城区 for 各市), the degree (基本).",
        why="At the due date one and the same figure may miss the target above and meet the weaker one.",
        example="province: 各市建成四星级以上新型智慧城市; city: 争取市主城区建成四星级以上新型智慧城市",
        do="Note it among the points on which plans are brought into line. The words above hold without being repeated below.",
        source="nuplan's convention; for 以上 and 左右 the Civil Code, art. 1259, and GB/T 8170—2008, by analogy.",
    ),
    "NU203": Doc(
        finds="a target that the plan above asks of this place and its own plan does not have.",
        why="What a plan does not name has no department and no timetable, and is found missing when it falls due.",
        example="province: 城乡社区日间照料服务实现全覆盖; nothing in the city's plan",
        do="Note it among the points on which plans are brought into line; if another document carries it, name that. It holds without being"
        " repeated.",
        source="nuplan's convention: told of floors, named and allocated targets only; totals, averages and service levels need no repeating.",
    ),
    "NU204": Doc(
        finds="a target that the plan above asks of this place, where its own plan has only look-alikes: another object, grade, threshold or"
        " kind of time.",
        why="Held against a target of a similar name, a requirement that nobody carries looks carried.",
        example="province: 城镇智慧校园全覆盖; city: “数字校园”全覆盖",
        do="Look at the difference. If both are the same thing, mend the indicator in the plan file; if not, treat it as absent.",
        source="distinct_from in the registry of indicators; nuplan's convention: what differs in object, grade, threshold or caliber is"
        " another indicator.",
    ),
    "NU205": Doc(
        finds="a target above that was not found in a plan whose copy is incomplete, where the missing part may be the one that answers it.",
        why="Taking what cannot be seen as absent accuses a plan wrongly; taking it as present loses a requirement.",
        example="the city's copy ends within clause 18, so that the province's targets from clause 19 on may stand in what is missing",
        do="Find the whole text, encode the missing part, and compare again.",
        source="may_answer in source.missing of the plan file.",
    ),
    "NU206": Doc(
        finds="targets of the plans below that add up to less than the total above, or whose weighted mean is below the level above.",
        why="Each plan is in order by itself, and all together do not reach the target. That is a matter of how it was shared out, and not"
        " the fault of one place.",
        example="province: 每年城镇新增就业110万人以上; the 16 cities add up to 108万人",
        do="The level above should look at how it shared the target out. Where plans are missing, only bounds are given and this is not told.",
        source="nuplan's convention: what is missing gives bounds, never an estimate.",
    ),
    "NU301": Doc(
        finds=(
            "A target that is behind its pace before it is due, far behind, moving away, or fallen back after it had been met: the share done "
            "is less than 0.90 of the share of time gone, or further from the target than the baseline."
        ),
        why="An interim figure is neither met nor missed. The question is whether the present speed gets there in time, while there still is time.",
        example="540万千瓦 at the end of 2023, 650万千瓦 asked by 2025, 550万千瓦 in June 2024: 25% of the time gone, 9.1% done, ratio 0.364",
        do=(
            "Look at the baseline, the path and the speed needed, and see what moves the work on. A true figure that lags is a good figure; "
            "nothing in the submission needs to change. It blocks only where --fail-on names behind."
        ),
        source=(
            "序时进度 is the share of time gone; the cuts at 0.95, 0.60 and 0 follow Eurostat's monitoring of progress towards the SDGs, "
            "those at 1.05 and 0.90 are nuplan conventions."
        ),
    ),
}
