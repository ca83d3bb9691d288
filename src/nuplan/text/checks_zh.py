"""The doc of every check in Chinese, under the same headings as in checks_en.py."""

from .checks_en import Doc

DOCS: dict[str, Doc] = {
    "NU001": Doc(
        finds="无法读取的路径：不存在、没有权限、系统报错，或者该给文件的地方给了文件夹（反之亦然）。",
        why="其中的内容无法审核，也无法判定。如果不作提示就跳过，会被误认为没有问题。",
        example="nuplan check heze_2024.yml  # 文件名是 heze_2024.yaml",
        do="检查路径和权限后重新运行。",
        source="nuplan 的约定：读不了的文件一律报告，不跳过。",
    ),
    "NU002": Doc(
        finds="超过 10 MB 的文件。",
        why="一份填报只需几十 KB，这样大的文件多半是放错了文件。",
        example="heze_2024.yaml，38 MB  # 数据库导出文件用了填报文件的名字",
        do="检查是否放错了文件，改为给出填报文件本身。",
        source="nuplan 的约定：单个文件上限为 10 MB。",
    ),
    "NU003": Doc(
        finds="不是 UTF-8 文本的文件：GBK（GB18030）、UTF-16，或二进制内容，例如把 xlsx 改名为 .yaml。",
        why="编码不对时，中文名称和单位会变成别的字符，数据可能丢失，或记到别的指标上。",
        example="heze_2024.yaml，在中文 Windows 的编辑器里保存为 ANSI（GBK）",
        do="在编辑器里另存为 UTF-8，带不带 BOM 都可以。",
        source="nuplan 的约定；JSON 见 RFC 8259 第 8.1 节。",
    ),
    "NU004": Doc(
        finds="没有内容的文件：完全为空，或只有空白和注释。",
        why="空文件没有填报任何数据，不能当作没有问题的填报。",
        example="# 菏泽市 2024 年，待填",
        do="填写 schema、area、period 和 figures，或不把这个文件列入本次运行。",
        source="nuplan 的约定。",
    ),
    "NU005": Doc(
        finds="不合 YAML 或 JSON 语法的文字。给出的位置是读取停止的地方。",
        why="整个文件无法读取，其中的数据都得不到判定。",
        example="figures:\n  城镇新增就业: {value: 6.6万人  # 缺少右括号 }",
        do="改正所指的一行或它的上一行。常见原因是缺少括号或引号、用制表符缩进、用了全角冒号或全角括号。",
        source="YAML 规范；JSON 见 RFC 8259。",
    ),
    "NU006": Doc(
        finds="文件格式不允许的 YAML 写法：锚点（&）、引用（*）、类型标签（!）、%TAG 指令、一个文件多份文档，或以列表、映射作键。",
        why="用了这些写法，数值可能不在它所在的那一行，也可能被别的程序读成别的值。",
        example="figures:\n  城镇新增就业: &jobs 6.6万人\n  农民工职业技能培训: *jobs",
        do="把每个值直接写在它的位置上，每份文档单独成为一个文件。",
        source="nuplan 的约定：各种文件都用严格的 YAML。",
    ),
    "NU007": Doc(
        finds="同一映射里写了两次的键。",
        why="不同程序保留的可能是前一个值，也可能是后一个。两处的值都不采用，所涉填报值无法判定。",
        example="figures:\n  城镇新增就业: 6.6万人\n  城镇新增就业: 6.8万人",
        do="保留与原始记录一致的一处，删去另一处。",
        source="YAML 1.2.2 第 3.2.1.1 节（映射的键须唯一）；JSON 见 RFC 8259 第 4 节。",
    ),
    "NU008": Doc(
        finds="嵌套超过 64 层，或超过 200,000 个节点的内容。",
        why="一份填报只需几层、几百个值。超出上限的文件，或已损坏，或不是填报文件。",
        example="figures:\n  城镇新增就业: [[[[…]]]]  # 共 70 对括号",
        do="删去多余的括号，或检查是否放错了文件。",
        source="nuplan 的约定：单个文件不超过 64 层、200,000 个节点。",
    ),
    "NU009": Doc(
        finds="没有 schema 行的文件，或 schema 不认识、属于另一类文件、属于另一版本。",
        why="文件的种类由这一行决定，与文件名无关。没有它，程序不知道其余内容是什么。",
        example="schema: nuplan/plan/v1  # 填报文件应为 nuplan/submission/v1\narea: 菏泽市\nperiod: 2024",
        do="填报文件的第一行写 schema: nuplan/submission/v1。文件要求更新的格式版本时，请升级 nuplan。",
        source="nuplan 的约定：每个文件以 schema 开头。",
    ),
    "NU010": Doc(
        finds="缺少必填的键，例如填报文件缺少 area 或 period，规划文件的目标缺少 clause。",
        why="没有地区和报告期，就不知道适用哪些规划、哪些目标到期。",
        example="schema: nuplan/submission/v1\narea: 菏泽市\nfigures:\n  城镇新增就业: 6.6万人  # 没有 period",
        do="补上所指的键。",
        source="nuplan 的约定：填报、规划、指标和地区文件的格式。",
    ),
    "NU011": Doc(
        finds="文件格式里没有的键，多为拼写错误。",
        why="如果忽略它，填在它下面的内容会在没有提示的情况下丢失。",
        example="figures:\n  城镇新增就业: {valeu: 6.6万人}  # 应为 value",
        do="改正拼写，或删去这个键。对填报值的说明写在 note 里。",
        source="nuplan 的约定：不接受未定义的键。",
    ),
    "NU012": Doc(
        finds="应填列表、映射或单个文字的地方，填了另外一种。",
        why="所填内容无法归入相应的字段，因此不采用。",
        example="figures:\n  - 城镇新增就业: 6.6万人  # 有了短横线就成了列表",
        do="figures 按“键: 值”逐行填写，不加短横线，用半角冒号，冒号后空一格。",
        source="nuplan 的约定：填报、规划、指标和地区文件的格式。",
    ),
    "NU013": Doc(
        finds=(
            "不在可选范围内或格式不对的值：未列出的词、写法不对的日期、空的文字。"
            "规划文件中还包括时间键不是恰好一个、数值与 op 不相配的目标。"
        ),
        why="猜测原意可能改变所填的内容，因此不采用这个值。",
        example="figures:\n  城镇化率: {missing: 待发布}  # 应为 pending",
        do="改用提示中列出的值。日期写作 2024-06-30。",
        source="nuplan 的约定：填报、规划、指标和地区文件的格式。",
    ),
    "NU014": Doc(
        finds="地区目录里没有的地区：编号、全称、简称、行政区划代码都对不上。",
        why="适用哪些规划由地区决定。地区不对，就会用别处的目标来判定。",
        example="area: 荷泽市  # 应为菏泽市\nperiod: 2024",
        do="使用全称、简称、行政区划代码或编号。目录里没有的地区（例如县），在 --targets 文件夹里用地区文件补充。",
        source="行政区划代码依据 GB/T 2260；地区目录 targets/areas.yaml 是 nuplan 的约定。",
    ),
    "NU015": Doc(
        finds="不是按年、季、月写的报告期，或年份不在 1949—2099 之间。",
        why="哪些目标到期、哪些统计数据应已产生，由报告期的最后一天决定。",
        example="area: 菏泽市\nperiod: 2024年上半年  # 应为 2024-Q2",
        do="写作 2024、2024-Q2 或 2024-06。流量指标自1月1日起累计，上半年即第二季度。",
        source="nuplan 的约定；年、月的写法同 GB/T 7408（ISO 8601）。",
    ),
    "NU016": Doc(
        finds="指标目录里没有的指标：填报文件或规划文件里所写的编号、名称、别名都对不上。",
        why="所填的数不会与任何目标比较。名称相近的指标定义可能不同，程序不代为选择。",
        example="figures:\n  城镇新增就业人口: 6.6万人  # 应为城镇新增就业",
        do="使用指标的编号、名称或别名。提示中建议的写法只是字面相近，使用前请核对定义。",
        source="nuplan 的约定：指标目录 targets/indicators.yaml，一个指标一个定义。",
    ),
    "NU017": Doc(
        finds="不是“一个数加单位”的文字：文字描述、科学计数法、两个数、千分位逗号位置不对、超过 24 位数字，或没有填。",
        why="读错的数会被当作填报值来判定。程序按所写的数位读数，不作猜测。",
        example="figures:\n  城镇新增就业: 约6.6万人",
        do="写一个数和它的单位，例如 6.6万人、55.1%。没有数据时填 missing，取 pending、not_collected 或 not_applicable；说明写在 note 里。",
        source="nuplan 的约定：数值按精确的十进制小数处理。",
    ),
    "NU018": Doc(
        finds="指标有单位而所填的数没有写单位。无单位的指标和个数可以不写。",
        why="6.6人和6.6万人相差一万倍，只有填报单位知道是哪一个。",
        example="figures:\n  城镇新增就业: 6.6  # 应为 6.6万人",
        do="把单位写在数的后面，或写在 unit 里。可用的单位见提示。",
        source=(
            "统计数据审核对计量单位的要求，例如河南省统计局《河南省县级政府统计业务规范化建设指导意见》（计量单位应用正确）；"
            "写法是 nuplan 的约定。"
        ),
    ),
    "NU019": Doc(
        finds="单位表里没有的单位，填报文件和规划文件都查。",
        why="不认识的单位无法换算，所填的数就无法与目标比较。",
        example="figures:\n  可再生能源装机: 650万千瓦时  # 装机的单位是万千瓦",
        do="使用规划原文的单位，并核对这个数是否按该单位计量：千瓦时是电量，千瓦是装机。拉丁字母区分大小写（kW、MW）。",
        source="nuplan 的约定：单位表固定，换算系数精确。",
    ),
    "NU020": Doc(
        finds="单位与指标的量纲不同，或一个填报值写了两个单位，或 part 与 whole 的单位不能换算。",
        why="人与人次、% 与个百分点是不同的量，没有换算系数。",
        example="figures:\n  农民工职业技能培训: 8200人  # 指标按人次计",
        do="对照原始记录核对计的是什么。只是单位写错的，改正单位；否则按指标定义取得数据。",
        source="nuplan 的约定：只在同一量纲内换算单位。",
    ),
    "NU021": Doc(
        finds="同一文件里用不同写法（编号、名称、别名）填了两次的指标。",
        why="不知道以哪一个为准。两处的值都不采用，相同也不采用，相应目标无法判定。",
        example="figures:\n  new_urban_jobs: 6.6万人\n  城镇新增就业: 6.8万人",
        do="保留与原始记录一致的一处，删去另一处。",
        source="nuplan 的约定：一个指标只填一次。",
    ),
    "NU022": Doc(
        finds="规划文件和目录文件中的重复：规划、目标、指标、地区的编号已被使用，outline 里条款重复，或两个指标、两个地区同名（含别名）。",
        why="报告按编号引用目标和条款，填报按名称对应指标和地区，每个编号和名称只能指一项。",
        example='outline:\n  - {clause: "1", title: 促进产业集聚发展}\n  - {clause: "1", title: 加快重大产业项目建设}',
        do="改名或删去一处。原文中重复的标题，连同上级标题一起写，例如第二章第一节。",
        source="nuplan 的约定：编号、条款和名称不得重复。",
    ),
    "NU023": Doc(
        finds=(
            "填报值不完整：只有 part 没有 whole（或相反）、既填数又填 missing、都没有填、有 unit 没有 value，"
            "或指标不是占比却填了 part 和 whole。"
        ),
        why="这样的填报值没有数，或自相矛盾，无法判定。",
        example="figures:\n  城市黑臭水体: {part: 12}  # 缺少 whole",
        do="填 value，或填 part 和 whole，或填 missing。占比指标可以同时填 value、part 和 whole。",
        source="nuplan 的约定：填报文件的格式。",
    ),
    "NU024": Doc(
        finds="规划文件中，目标的 clause 不在 outline 里，或标题的 under 所指的标题不在它之前。",
        why="每个目标都要能追溯到原文条款和牵头部门。",
        example=(
            'outline:\n  - {clause: 一, title: 总体要求}\ntargets:\n  - id: urbanization_rate_2025\n    clause: "29"  # 不在 outline 里'
        ),
        do="对照原文核对条款，并把所引用的标题写在 outline 里靠前的位置。",
        source="nuplan 的约定：规划文件的格式。",
    ),
    "NU101": Doc(
        finds=(
            "到期时没有达到目标的填报值，或目标要求时段内每期符合而本期不符合的填报值。"
            "级别为错误；目标属预期性，或属力争而非约束性的，为警告。"
        ),
        why="这说明规划目标没有实现，不说明数据有问题：未完成的真实数据仍是合格数据。",
        example="area: 菏泽市\nperiod: 2024\nfigures:\n  城镇新增就业: 6.3万人  # 规划：每年6.5万人以上",
        do="真实的数据保持不变，向目标的牵头部门说明差距和原因。只有与原始记录不一致时才更正填报值。",
        source=(
            "参照民法典第一千二百五十九条（“以上”含本数，“超过”不含本数）；比较按 GB/T 8170—2008 全数值比较法；"
            "“左右”的容差和级别是 nuplan 的约定。"
        ),
    ),
    "NU102": Doc(
        finds="统计数据本期应已产生，而目标没有填报值；填为未统计、不适用的，以及非年度指标填为待发布的，视为没有填报。目标在本期到期的为错误，未到期的为提示。",
        why="没有填报值就无法判定目标，缺少数据不能算作完成。",
        example="area: 菏泽市\nperiod: 2024\nfigures:\n  城镇新增就业: {missing: not_collected}",
        do="补报数据。确实没有的，在 note 里写明原因；是否免除由审核方决定。",
        source="参照统计法第一条对统计资料完整性的要求；级别是 nuplan 的约定。",
    ),
    "NU103": Doc(
        finds=(
            "无法判定的目标：填报值无法读取或不可能成立，缺少个数、时段数据或规划的算法，或“基本实现”未达到全部。"
            "到期时为警告，到期前为提示。"
        ),
        why="没有依据的判定只是猜测。无法判定既不是完成，也不是未完成。",
        example="area: 菏泽市\nperiod: 2025\nfigures:\n  城市黑臭水体: 100%  # 按 part 和 whole 判定",
        do="查看该行的说明，补上所缺的内容，例如 part 和 whole。规划原文没有写明的，填报文件不需要改动。",
        source="nuplan 的约定：缺少数据不能算作通过。",
    ),
    "NU501": Doc(
        finds="超出指标可能范围的值，例如占比大于 100%、就业人数为负。",
        why="这样的数不可能成立，不据以判定，相应目标无法判定。",
        example="figures:\n  城镇化率: 571%  # 应为 57.1%",
        do="对照原始记录核对数值、正负号、小数点和单位，更正抄录错误。",
        source="统计数据审核的值域审核；界限见指标目录 targets/indicators.yaml。",
    ),
    "NU502": Doc(
        finds="part 大于 whole，或其中有负数。",
        why="部分包含在总体之内，两个数至少有一个不对，相应目标无法判定。",
        example="figures:\n  再生水利用率: {part: 15306万立方米, whole: 7840万立方米}",
        do="检查 part 和 whole 是否填反，并对照原始记录核对两个数和单位。",
        source="统计数据审核的其中项审核（其中项不大于总项）。",
    ),
    "NU503": Doc(
        finds="whole 为零的占比。",
        why="没有总体就没有占比，既不是 0%，也不是 100%。相应目标无法判定。",
        example="figures:\n  城市黑臭水体: {part: 0, whole: 0}",
        do="漏填 whole 的，补上。确实没有对象的，写 {missing: not_applicable} 并附 note，由审核方决定。",
        source="算术关系；不算作完成是 nuplan 的约定。",
    ),
    "NU504": Doc(
        finds="value 与 part 除以 whole 的结果相差超过 value 末位的半个单位。",
        why="三个数至少有一个不对或舍入过多，或口径不同。判定以 part 和 whole 为准。",
        example="figures:\n  再生水利用率: {value: 55.0%, part: 7840万立方米, whole: 15306万立方米}  # part / whole 得 51.22%",
        do="对照原始记录核对三个数，更正与记录不一致的一个。part 和 whole 经过舍入的，填全部数位。",
        source="统计数据审核的表内逻辑审核。容差是 nuplan 的约定，四舍五入和 GB/T 8170—2008 的修约都在容差之内。",
    ),
    "NU505": Doc(
        finds="填为不适用的填报值。",
        why="填报不能自行免除目标。本期应报的，在审核方作出决定之前，仍按应报未报列示。",
        example="figures:\n  城市黑臭水体: {missing: not_applicable, note: 无黑臭水体}",
        do="在 note 里写明原因，由审核方决定。指标其实适用的，补报数据。",
        source="nuplan 的约定：是否免除由审核方决定。",
    ),
    "NU506": Doc(
        finds="物、人、人次、户的个数按万、亿换算后不是整数。按个数判定的占比，查 part 和 whole。",
        why="个数应为整数。出现小数，说明单位或数位可能有误，相应目标无法判定。",
        example="figures:\n  5G基站: 1.30005万个  # 即 13000.5",
        do="对照原始记录核对数值和单位，按记录填写个数。",
        source="统计数据审核的值域审核：个数为整数。",
    ),
    "NU701": Doc(
        finds="在基准日已经到期、而地区和报告期在本次运行之中的豁免。until 当天仍然有效。",
        why="到期的豁免不再起作用，所豁免的可能重新阻断。留在文件里，读的人会以为它仍然有效。",
        example="until: 2026-03-31  # 基准日 2026-04-01",
        do="仍需豁免的，由审核方重新批准并改 from 和 until；不需要的，删去。",
        source="nuplan 的约定：豁免必须写明起止日期，两端都含，按北京时间。",
    ),
    "NU702": Doc(
        finds="有效的豁免，地区和报告期在本次运行之中，却没有对应的问题；或者对应的问题已有，而 from 还没有到。",
        why="目标已完成、问题已改正，或编号写错了。不需要的豁免会掩盖以后的问题。",
        example="target: heze_2024/new_urban_jobs@2025  # 2025 年已完成",
        do="核对 target、check、indicator 和 from；不再需要的，删去。",
        source="nuplan 的约定：豁免只针对已有的问题。",
    ),
    "NU703": Doc(
        finds="两条有效的豁免针对同一项。显示的是文件次序在前的一条。",
        why="理由、批准人或期限可能不同，不清楚以哪一条为准。",
        example="- {target: heze_2024/new_urban_jobs, area: heze, period: 2025, …}\n- {check: target-missed, area: heze, period: 2025, …}",
        do="只留一条。",
        source="nuplan 的约定：一项只由一条豁免说明。",
    ),
}
