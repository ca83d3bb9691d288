"""Sentences of workbooks, in Chinese. Keys and placeholders are the same as in book_en.py."""

STRINGS: dict[str, str] = {
    "book.font": "宋体",
    "book.title.check": "数据审核与目标判定",
    "book.title.rollup": "各地汇总",
    "book.title.align": "规划衔接",
    "book.title.lint": "规划文件检查",
    "book.title.audit": "规划与文本核对",
    "book.scope": "{areas}　{periods}",
    "book.areas": "{count} 个地区",
    "book.made": "由 nuplan {version} 生成",
    "book.as_of": "基准日：{as_of}",
    # names of worksheets
    "book.summary": "汇总",
    "book.findings": "数据审核",
    "book.rosters": "报送情况",
    "book.rollup": "各地汇总",
    "book.pairs": "规划衔接",
    "book.back": "← 返回“汇总”",
    # the summary
    "book.paces": "时序进度　{period}",
    "book.legend": "图例",
    "book.tone.good": "绿",
    "book.tone.warn": "黄",
    "book.tone.bad": "红",
    "book.tone.dim": "灰",
    "book.notes": "说明",
    "book.index": "目录",
    "book.department": "调度单：{department}",
    "book.label.check": "检查项",
    "book.page": "第 &P 页，共 &N 页",
}
