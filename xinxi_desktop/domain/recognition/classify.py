"""Guessing kind, tone, form and topic from words; the safe default when nothing says it."""

from __future__ import annotations

import re
from collections import Counter

from xinxi_desktop.domain.recognition.topic_words import TOPIC_WORDS
from xinxi_desktop.domain.vocabulary import Form, Kind, Tone

_OPENING = 300
_IN_TITLES = [
    (
        Kind.RESEARCH,
        r"(?:调查|调研|调研报告|调查报告|思考|探析|研究)(?:[与和及](?:建议|思考|启示|对策))?$",
    ),
    (Kind.OPINION, r"舆情|网民|网友|网络热议|热搜|网传|网上反映|学生热议|投诉(?:居|分析)"),
    (
        Kind.WARNING,
        r"预警|苗头|风险(?!保障|补偿|基金)|隐患(?!排查|整治|治理)|或将|可能引发|警惕|谨防|寒潮|台风"
        r"|拟(?:撤|关停|裁员|外迁|停产)|(?:病|疫|案|就诊量).{0,8}(?:上升|高发|多发)",
    ),
    (
        Kind.REACTION,
        r"反响|热议|(?:对|就).{2,40}(?:的反映|的评价|的看法|的反应|反映良好|反映强烈)"
        r"|(?:干部|群众|企业|各界|代表|委员).{0,20}(?:期盼|认为|评价|反映)",
    ),
    (Kind.SUGGESTION, r"^(?!.*问题).*(?:建议|提案)$|^(?:关于)?建议"),
    (
        Kind.PROBLEM,
        r"问题|困难|难题|难点|堵点|短板|亟待|亟需|亟须|仍有|仍存|值得关注|应引起|需引起|制约|难以|而难"
        r"|隐忧|不足|缺口|反弹|滞后|乱象|瓶颈|卡脖子|负担重|拖欠|闲置"
        r"|“[^”]*(?:不起|不了|不到|不着|难|缺|低|空转|卡壳)[^”]*”",
    ),
    (Kind.SUGGESTION, r"建议|提案|应尽快|应加快|呼吁"),
    (Kind.RESEARCH, r"调研(?!指导)|调查|思考|探析|研究|分析报告|可持续|情况分析"),
    (
        Kind.EXPERIENCE,
        r"经验|做法|成效|探索|创新|模式|破解|助力|赋能|激活|打造|撬动|多措并举|“[^”]*\+[^”]*”"
        r"|[三四五](?:个|项)?(?:举措|抓|聚焦|强化|着力)|双赢|多赢|增收|跑出|蹚出|走出|(?:推行|实行).{0,4}“"
        r"|“[^”]+”.{0,6}(?:把|让|串起|管住|办好|开出|谈出|织密|守护|解决|化解|打通|盘活|带动|联动)",
    ),
    (
        Kind.DYNAMIC,
        r"召开|举行|启动|开工|揭牌|签约|首报|续报|终报|同比|新增|接待|完成|实现|上涨|下跌|向好|符合"
        r"|达到?\d|\d+(?:\.\d+)?[%万亿]",
    ),
]
_IN_TEXT = [
    (Kind.PROBLEM, r"存在(?:以下|的)?.{0,8}问题|主要问题|(?:一是|二是).{0,30}(?:难|不足|不到位)"),
    (Kind.REACTION, r"(?:干部|群众|企业|受访者).{0,12}(?:普遍)(?:反映|认为|表示)"),
    (Kind.EXPERIENCE, r"主要做法|经验做法|取得.{0,8}成效"),
    (Kind.RESEARCH, r"调研组|走访调研|问卷"),
    (Kind.SUGGESTION, r"(?:为此|对此|鉴于此)[,，]?(?:特|现)?建议"),
]
_TITLE_PATTERNS = [(kind, re.compile(pattern)) for kind, pattern in _IN_TITLES]
"""In the order of precedence: a title about risks and problems is not one about a method."""
_TEXT_PATTERNS = [(kind, re.compile(pattern)) for kind, pattern in _IN_TEXT]
_SOLVED = re.compile(r"破解|解决.{0,12}(?:难题|问题)|化解")
_BAD = re.compile(
    r"坍塌|事故|火灾|爆炸|死亡|伤亡|受伤|被困|失联|中毒|疫情|灾情|洪涝|山洪|泥石流|内涝|冲突|上访|群体性"
    r"|欠薪|停产|倒闭|下滑|裁员|污染事件|泄漏|溃坝|拖欠|失守|停用|异味|噪声|扰民|诈骗|投诉"
    r"|(?:收入|产值|订单|出口|效益).{0,6}下降"
)
_GOOD = re.compile(
    r"增长|创新高|突破|荣获|获评|圆满|丰收|增收|投产|通车|提前完成|超额|全省首|全国首|第一|获奖|喜获|显著|双赢"
    r"|超去年|接待游客|攀升|减负|向好|实现“|“一次办结”|“就近|便利|提速"
)
_TONE_BY_KIND = {
    Kind.PROBLEM: Tone.PROBLEM,
    Kind.WARNING: Tone.PROBLEM,
    Kind.EXPERIENCE: Tone.GOOD,
    Kind.SUGGESTION: Tone.NEUTRAL,
    Kind.RESEARCH: Tone.NEUTRAL,
    Kind.REACTION: Tone.NEUTRAL,
}


def guess_kind(titles: tuple[str, ...], text: str, label: str = "") -> tuple[Kind, bool]:
    """Guess the kind and tell whether anything spoke for it; 动态 when nothing does.

    ``titles`` are the title and what the file name says beside it, the nearest first.
    """
    for kind in Kind:
        if label and kind.label in label:
            return kind, True
    for title in titles:
        if (found := _kind_of_title(title)) is not None:
            return found, True
    for kind, pattern in _TEXT_PATTERNS:
        if pattern.search(text):
            return kind, True
    return Kind.DYNAMIC, False


def guess_tone(title: str, text: str, kind: Kind, label: str = "") -> Tone:
    """Guess 喜/忧/中: by its label, by what the kind says, then by what happened."""
    for tone in Tone:
        if label.strip() == tone.label:
            return tone
    if kind in _TONE_BY_KIND:
        return _TONE_BY_KIND[kind]
    for part in (title, text[:_OPENING]):
        bad, good = len(_BAD.findall(part)), len(_GOOD.findall(part))
        if bad != good:
            return Tone.PROBLEM if bad > good else Tone.GOOD
    return Tone.NEUTRAL


def guess_form(title: str, label: str = "") -> Form:
    """Take the form only where it is said; a raw report is 单篇."""
    for form in Form:
        if form.label in label:
            return form
    return Form.BRIEF if re.search(r"简讯", title) else Form.SINGLE


def guess_topic(titles: tuple[str, ...], text: str, label: str = "") -> str:
    """Guess the topic by its words, a title's counting more; empty when unclear."""
    for topic in TOPIC_WORDS:
        if label and topic in label:
            return topic
    scores: Counter[str] = Counter()
    for topic, words in TOPIC_WORDS.items():
        for word in words:
            scores[topic] += sum(3 * title.count(word) for title in titles)
            scores[topic] += min(text.count(word), 2)
    best = scores.most_common(2)
    clear = best[0][1] >= 2 and best[0][1] > best[1][1]
    return best[0][0] if clear else ""


def is_said(name: str, label: str) -> bool:
    """Tell whether a report's own label gives its kind, tone or topic, so that none is guessed."""
    if name == "tone":
        return label.strip() in {tone.label for tone in Tone}
    words = TOPIC_WORDS if name == "topic" else [kind.label for kind in Kind]
    return any(word in label for word in words)


def _kind_of_title(title: str) -> Kind | None:
    solved = bool(_SOLVED.search(title))
    for kind, pattern in _TITLE_PATTERNS:
        if pattern.search(title) and not (solved and kind is Kind.PROBLEM):
            return kind
    return None
