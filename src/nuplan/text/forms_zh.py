"""Sentences of forms and of forms reviewed. Keys and placeholders are the same as in forms_en.py."""

STRINGS: dict[str, str] = {
    "form.title": "{area}新型城镇化规划指标填报表",
    "form.template": "模板编号：{area} {period}　{plans}",
    "form.hint": "浅黄色的格子由填报单位填写，灰色的不用填。怎样填见“填报说明”。",
    "form.page": "第 &P 页，共 &N 页",
    "form.sheet.read_me": "填报说明",
    # the lines above the table
    "form.head.area": "地区",
    "form.head.period": "报告期",
    "form.head.number": "表号",
    "form.head.issuer": "制定机关",
    "form.head.department": "填报单位",
    "form.head.person": "填表人",
    "form.head.phone": "联系电话",
    "form.head.reviewer": "审核人",
    "form.head.date": "报出日期",
    # columns
    "form.column.area": "地区",
    "form.column.period": "报告期",
    "form.column.indicator": "指标编号",
    "form.column.name": "指标名称",
    "form.column.unit": "计量单位",
    "form.column.value": "本期填报值",
    "form.column.part": "分子",
    "form.column.whole": "分母",
    "form.column.missing": "缺报原因",
    "form.column.of": "所属期",
    "form.column.quality": "数据性质",
    "form.column.caliber": "填报范围",
    "form.column.note": "说明",
    "form.column.target": "目标（原文）",
    "form.column.clause": "条款",
    "form.column.due": "期限",
    "form.column.lead": "责任部门",
    "form.column.last": "上期值",
    "form.column.definition": "口径",
    "form.column.review": "审核意见",
    "form.choices.missing": "待发布,未统计,不适用",
    "form.choices.quality": "正式,快报,预计",
    # prompts of cells
    "form.prompt.unit": "数值所用的单位，可以从列表里选。",
    "form.prompt.value": "只填数，单位写在“计量单位”一格；自1月1日起累计的指标填累计数。百分数填 65 或 65% 都可以。",
    "form.prompt.part": "占比的分子，按个数计的填已达到的个数。",
    "form.prompt.whole": "占比的分母，按个数计的填应达到的总个数。",
    "form.prompt.missing": "没有数时选：待发布（数据还未公布，只用于年度指标）、未统计、不适用。",
    "form.prompt.quality": "正式数不用选；快报数选“快报”，预计数选“预计”。",
    # how to fill in
    "form.read_me.title": "填报说明",
    "form.read_me": """1. 只填浅黄色的格子，灰色的不用填。每行一个指标；“目标（原文）”“条款”“期限”“责任部门”“上期值”“口径”供填报时参考，改动它们不影响判定。
2. 如实填报。本表先作数据审核，再判定目标：达不到目标的真实数据是合格数据，不会因此退回。
3. “本期填报值”填数，单位写在“计量单位”里，可以从列表里选。自1月1日起累计的指标填本年累计数。
4. 占比指标可以填分子、分母，判定以分子除以分母为准。按个数计的（全覆盖、各县等）只填分子、分母，如应建 9 个、已建 8 个，分子填 8，分母填 9。
5. 没有数时不要填 0，也不要空着，在“缺报原因”里选：待发布——年度数据还没有公布；未统计——没有开展这项统计；不适用——本地没有这类对象，请在“说明”里写明。未统计、不适用是否免报，由审核单位决定。
6. 所填不是本期的数时，在“所属期”里写它是哪一期的，如 2023、2024-Q1、2024-06。
7. 快报数、预计数在“数据性质”里注明。只包括一部分范围的数，在“填报范围”里写明，如“市主城区”；模板已写的范围请照此填报。
8. 请不要增删列、改动表头和“指标编号”。数值不要写成公式引用别的文件；日期和期别已设为文本格式。
9. 填好后运行 nuplan check 文件名.xlsx 检查；加 --annotate 审核.xlsx，审核意见会写在各行旁边。""",
    # YAML
    "form.yaml.reported_by": "reported_by: {{department: 填报单位, person: 填表人, date: 2024-07-12}}",
    "form.yaml.fill": "在冒号后填数和单位，如 3.4万人；不用填的整行删去",
    "form.yaml.missing": "没有数的写 {{missing: pending}}（待发布）、{{missing: not_collected}}（未统计）或 {{missing: not_applicable}}（不适用）",
    "form.yaml.target": "{words}（{due}）",
    "form.yaml.unit": "（{unit}）",
    "form.yaml.last": "上期值 {last}",
    "form.yaml.counted": "按个数：part 填已达到的，whole 填全部",
    # forms reviewed
    "annotate.findings": "数据审核",
    "annotate.targets": "目标判定",
    "annotate.about_targets": "目标判定与数据审核分开：未完成目标的真实数据是合格数据，填报值不因判定结果修改。",
    "annotate.nothing": "数据审核未发现问题",
    # help and errors of a call
    "help.template": """生成填报表：这些地区这一期应报的指标，附目标原文、条款、责任部门和上期值。

年度指标只出现在截止年末的表里，季度指标只出现在截止季末的表里。""",
    "help.template.words": "地区（名称、编号或行政区划代码，可写几个），最后是报告期，如 菏泽市 2024-Q2",
    "help.template.below": "再加上这个地区下属的所有地方",
    "help.template.format": "xlsx:文件名（每个地区一张工作表）、csv 或 yaml（只能一个地区），可加文件名，可写多次；默认一个地区为 yaml，几个地区为 csv",
    "help.template.by": "指标的排法：action 按行动、department 按责任部门",
    "help.template.history": "以前报送的文件或文件夹，用来填“上期值”，可写多次",
    "metavar.template": "地区… 报告期",
    "error.no-area": "请写明地区，如 nuplan template 菏泽市 2024-Q2，或用 --below 山东省",
    "error.bad-period": "“{name}”不是报告期。请写作 2024、2024-Q2 或 2024-06，放在地区之后",
    "error.nothing-due": "{area} {period} 没有应报的指标：没有规划在这一期约束它，或这一期没有相应的统计。请核对报告期，见 nuplan plans list",
    "error.one-area": "yaml 一次只能写一个地区。请分开生成，或用 xlsx、csv",
    "error.annotate-one": "--annotate 一次只能用于一个 .xlsx 填报文件，这里有 {count} 个。请只给出要批注的那一个",
    "error.annotate-unread": "{name} 没有填报值，或者无法读取，没有写批注。请先填报，或按上面的提示处理",
}
