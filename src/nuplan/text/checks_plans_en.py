"""The doc of every check of plans in English, under the same headings as in checks_plans_zh.py."""

from .checks_en import Doc

DOCS: dict[str, Doc] = {
    "NU601": Doc(
        finds="A plan named by implements or supersedes that does not exist or is of another area; a clause in source.missing that is in no outline, or a gap to the end that begins before the last clause.",
        why="The link leads a city's targets to the plan above. If it is wrong, they are held against another one.",
        example="implements: {plan: shandong_2042, …}",
        do="Name a plan of nuplan plans list and clauses it has. Where no words name a plan above, leave the key out.",
        source="A nuplan convention.",
    ),
    "NU602": Doc(
        finds=(
            "An op that the qualifier at the number does not give (以上 under op: about); "
            "a ceiling on what is wanted, or a floor under what is not, without a note."
        ),
        why="The qualifier decides whether the number itself, or a little less, is enough.",
        example="as_printed: 到2025年常住人口城镇化率达到67%以上, op: about",
        do="Set the op that the words give. If the qualifier belongs to a threshold or to another item, say so in a note.",
        source="Civil Code, article 1259; GB/T 8170—2008.",
    ),
    "NU603": Doc(
        finds="A value and unit that are not the printed number, 万 and 亿 included; full coverage without a numeral that is not 100 %.",
        why="This is the target itself. One wrong digit makes every verdict wrong.",
        example="as_printed: 物联网终端总数达到2.5亿个, value: 2.5, unit: 万个",
        do="Write the printed number. Where it is not in the quotation, quote more, or give the reading in a note.",
        source="A nuplan convention: the printed number counts.",
    ),
    "NU604": Doc(
        finds=(
            "A date that the words under dated do not name: another year, 每年 without each_year, "
            "a start that is not printed, dated and by: not_stated at odds."
        ),
        why="The date decides which figures are held against the target.",
        example="dated: 到2025年, by: 2026-12-31",
        do="Set the time key that the words give. Without a date, by and dated are not_stated; without a start, from is not_stated.",
        source="A nuplan convention: 2025年前 is the end of 2024.",
    ),
    "NU605": Doc(
        finds="A modality at odds with 力争, 争取, 争创 and the like.",
        why="A miss of what is striven for is a warning, not an error.",
        example="as_printed: 力争建设200所左右县域医疗服务次中心, modality: shall",
        do="Set the modality that the words give. If the word stands before the quotation and governs it, say so in a note.",
        source="A nuplan convention.",
    ),
    "NU606": Doc(
        finds="`basic` at odds with 基本实现, 基本消除 and the like.",
        why='"Basically achieved" has no number: all of it is met, less is undecided.',
        example="as_printed: 2025年基本实现“县县双高速”, without basic: true",
        do="Set `basic` as printed. Where 基本 belongs to another part of the sentence, say so in a note.",
        source="A nuplan convention.",
    ),
    "NU607": Doc(
        finds="applies_to at odds with 各市, 所有县, 县县; listed places, or a scope, that the quotation does not name, without a note.",
        why="It decides whose figures are held against the target.",
        example="as_printed: 各市建成四星级以上新型智慧城市, without applies_to: each_city",
        do="Set applies_to and scope as printed. Where the places are known from elsewhere, say from where in a note.",
        source="A nuplan convention.",
    ),
    "NU608": Doc(
        finds=(
            "A cascade that contradicts its target or indicator: a floor that neither binds each place nor asks 100 %, "
            "a total that is not summed, a lead without derive.less."
        ),
        why="The cascade decides how the target reaches the cities.",
        example="cascade: {as: total, …} where the indicator's aggregate is {method: weighted_mean, …}",
        do="Change the cascade, or the indicator's aggregate or derive.",
        source="A nuplan convention; see cascade in docs/en/encode.md.",
    ),
    "NU609": Doc(
        finds="Two targets of one plan with the same indicator, time, places and scope.",
        why="One demand would be assessed twice; if the values differ, one is wrong.",
        example="urbanization_rate_2025 and urbanization_rate_end_2025, both by: 2025-12-31",
        do="Remove one, or write down how they differ: indicator, date, applies_to, scope.",
        source="A nuplan convention.",
    ),
    "NU610": Doc(
        finds=(
            "A quotation with the name of a look-alike, or with another grade, threshold or caliber than the indicator's name: "
            "省级 and 市级, 三星级 and 四星级, 在建及运营 and 运营, 10万 and 6万."
        ),
        why="What differs in object, grade, threshold or caliber is another indicator and must not be compared.",
        example="as_printed: 城市轨道交通运营里程达到600公里, indicator: urban_rail_length (在建及营运)",
        do="Use the indicator of the words, or add one with distinct_from; if the quotation holds two names, say so in a note.",
        source="A nuplan convention: one id, one definition.",
    ),
    "NU611": Doc(
        finds="A version that is not the last one in changes; repeated versions, or dates out of order.",
        why="Anyone who meets a changed number must be able to find when and why it changed.",
        example="version: 1.1.0, and changes ends with 1.0.0",
        do="Add a row to changes with the day and what changed.",
        source="A nuplan convention.",
    ),
    "NU612": Doc(
        finds="A target id that does not begin with its indicator, or whose final year is not the due year.",
        why="Ids stand in reports and waivers, and readers go by them.",
        example="id: urbanization_rate_2035, by: 2025-12-31",
        do="Write INDICATOR[_WHO][_YEAR].",
        source="A nuplan convention.",
    ),
    "NU613": Doc(
        finds="A target or task beyond the plan's period, a window that ends before it begins, a period other than the title's years.",
        why="The period decides which submissions the plan applies to; a target outside it would never be judged.",
        example="period: {from: 2024-01-01, to: 2025-12-31}, by: 2035-12-31",
        do="Correct the date according to the text. A sum may begin before the plan's period.",
        source="A nuplan convention.",
    ),
    "NU614": Doc(
        finds="implements or supersedes with words that hold neither the title nor the number of the plan.",
        why="Only the words of the document link it to another, never a guess.",
        example="implements: {plan: shandong_2024, as_printed: 根据上级部署}",
        do="Quote the words with the title or number. Where there are none, leave the key out.",
        source="A nuplan convention.",
    ),
    "NU615": Doc(
        finds="A value outside the range of its indicator, or one that every figure reaches (a share of at least 0 %).",
        why="Such a target can never be met, or never be missed; most likely the number or the unit is wrong.",
        example='value: 670, unit: "%"',
        do="Check value and unit; if the range is wrong, correct the indicator.",
        source="A nuplan convention.",
    ),
    "NU651": Doc(
        finds="A text that holds less than half of the plan's quotations.",
        why="It is another document, or a few pages of it. A list of everything missing would help nobody, so only this is reported.",
        example="nuplan plans audit heze_2024 --source shandong_2024.txt",
        do="Give the text that the plan was encoded from.",
        source="A nuplan convention.",
    ),
    "NU652": Doc(
        finds="A text whose SHA-256 is not source.sha256, although every clause has the digest given in the outline.",
        why=(
            "The document is the same to the letter; what stands around it differs, or sha256 itself is wrong. "
            "Encoding, line breaks and byte order mark make no difference."
        ),
        example="the same document, copied from another page",
        do="If another copy is used from now on, correct source.sha256 and kind; otherwise use the copy the plan was encoded from.",
        source="FIPS 180-4 (SHA-256), of the text in UTF-8 with line feeds.",
    ),
    "NU653": Doc(
        finds="A text whose SHA-256 is not source.sha256, where the digests of the clauses do not prove it the same.",
        why="The plan was not encoded from this text, and its numbers may differ.",
        example="a sentence more, or a page less",
        do="Read the changed clauses again, correct the encoding, then sha256, read, version and changes.",
        source="FIPS 180-4 (SHA-256).",
    ),
    "NU654": Doc(
        finds="A quotation that does not stand in its clause, or cuts a number in two, white space removed and full-width forms folded.",
        why="as_printed is the evidence. Without it the target rests on nothing.",
        example="one digit wrong in as_printed, or a wrong clause",
        do="Correct the quotation or the clause by the text. Quote misprints as they are, and say in a note how you read them.",
        source="A nuplan convention.",
    ),
    "NU655": Doc(
        finds="A quotation that stands in its clause more than once.",
        why="Nobody can tell which place is meant.",
        example="as_printed: 到2025年",
        do="Quote more, until it stands once.",
        source="A nuplan convention.",
    ),
    "NU656": Doc(
        finds="A heading of the outline that the text does not have, or has in another order.",
        why="Headings cut the text into clauses. Without one, what follows cannot find its clause.",
        example='{clause: "19", title: 提供更高水平住房保障}, which is clause 18 in the text',
        do="Correct clause, title or as_printed, in the order of the text. If a page is missing, use the whole text.",
        source="A nuplan convention.",
    ),
    "NU657": Doc(
        finds="A number or date of issue that the text does not print.",
        why="Every table cites them.",
        example="number: 菏政发〔2024〕12号, where the text has 11号",
        do="Correct it by the text; what the text does not say is not_stated.",
        source="A nuplan convention.",
    ),
    "NU658": Doc(
        finds="A clause that is not as it was when it was encoded: its digest is not the sha256 of its heading.",
        why="A sentence changed, added or removed may change what a target means, even without a number in it.",
        example='{clause: "14", title: 扩大城镇就业规模, sha256: 0f3c…}',
        do="Read the clause again. If the encoding still holds, write the digest given in the message.",
        source="FIPS 180-4 (SHA-256), of the text without white space and with full-width forms folded, first 16 digits.",
    ),
    "NU659": Doc(
        finds="Words under dated that stand neither in the quotation nor before it in its clause; likewise the year of a task.",
        why="A date rests on words, too. A year printed after the quotation does not date it.",
        example="dated: 到2025年, which the clause does not have",
        do="Correct dated; without a date it is not_stated, with only the plan's period it is period.",
        source="A nuplan convention.",
    ),
    "NU660": Doc(
        finds=(
            "A number of the text, Arabic or Chinese, that nothing claims: no target, task or not_target, "
            "and neither a year, a document number nor a known name."
        ),
        why="An overlooked number may be a target.",
        example="建成15个服务区, which the plan file does not have",
        do=(
            "Make it a target, a task or a not_target with its reason. Inside a target's quotation, check the value; "
            "a threshold belongs to the indicator's name or to not_targets."
        ),
        source="A nuplan convention: every number is accounted for.",
    ),
    "NU661": Doc(
        finds="Words of full coverage that nothing claims: 全覆盖, 清零, 全面消除, 基本消除, 所有, 各市, 各县, 全部, 应…尽….",
        why="They have no numeral, yet ask for all of something.",
        example="实现社区食堂全覆盖, which the plan file does not have",
        do="Make it a target, a task or a not_target with its reason.",
        source="A nuplan convention.",
    ),
    "NU662": Doc(
        finds="lead or responsible of the outline at odds with the departments printed under the clause, their order included.",
        why="The list of duties by department is built from them.",
        example="lead: [市发展改革委], where the text has (市发展改革委、市国资委牵头)",
        do="Give the departments as printed, in their order; where the copy lacks them, not_stated.",
        source="A nuplan convention: departments are those printed as 牵头 or 按职责分工负责.",
    ),
}
