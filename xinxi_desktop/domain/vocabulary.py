"""Every closed list of the office: the identifier that is stored, the word that is shown.

A list is a ``Vocabulary``: its value is the English identifier (database, command line,
``--json``), its ``label`` the Chinese word of the field (practice.md §1, §3, §7).
"""

from __future__ import annotations

from enum import Enum
from typing import Self

from xinxi_desktop.errors import UserError


class Vocabulary(str, Enum):
    """A closed list; ``str`` so that a member goes into SQL and JSON as its identifier."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make a member from its identifier and its Chinese word."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    def __str__(self) -> str:
        """Give the identifier, as ``StrEnum`` does."""
        return str(self._value_)

    @classmethod
    def parse(cls, word: str) -> Self:
        """Find a member by its identifier or its Chinese word; UserError names the choices."""
        for member in cls:
            if word in (member.value, member.label):
                return member
        choices = "、".join(f"{member.label}（{member.value}）" for member in cls)
        raise UserError("unknown_word", f"不认识“{word}”。可以用：{choices}。")


class Machine(Vocabulary):
    """What the computer may hold (practice.md §3)."""

    UNCLASSIFIED = "unclassified", "非涉密"
    SECRET = "secret", "秘密级"
    CONFIDENTIAL = "confidential", "机密级"


class Profile(Vocabulary):
    """The kind of office; brings publications, chains, classes and posts (practice.md §2)."""

    CITY_PARTY = "city_party", "市委"
    COUNTY_PARTY = "county_party", "县委"
    GOVERNMENT = "government", "政府"
    CPPCC = "cppcc", "政协"


class Secrecy(Vocabulary):
    """Marks from lowest to highest; only 秘密 and 机密 are state secrets (practice.md §3)."""

    PUBLIC = "public", "公开"
    INTERNAL = "internal", "内部"
    WORK_SECRET = "work_secret", "工作秘密"
    SECRET = "secret", "秘密"
    CONFIDENTIAL = "confidential", "机密"


class Tone(Vocabulary):
    """Good news, problem or neither."""

    GOOD = "good", "喜"
    PROBLEM = "problem", "忧"
    NEUTRAL = "neutral", "中"


class Urgency(Vocabulary):
    """How fast it must go; 平件 is never printed (practice.md §1.7)."""

    ORDINARY = "ordinary", "平件"
    URGENT = "urgent", "加急"
    MOST_URGENT = "most_urgent", "特急"


class Kind(Vocabulary):
    """What a report is about in manner (practice.md §7)."""

    DYNAMIC = "dynamic", "动态"
    EXPERIENCE = "experience", "经验"
    PROBLEM = "problem", "问题"
    SUGGESTION = "suggestion", "建议"
    REACTION = "reaction", "反响"
    WARNING = "warning", "预警"
    RESEARCH = "research", "调研"
    OPINION = "opinion", "舆情"


class Form(Vocabulary):
    """In what form a report is used."""

    SINGLE = "single", "单篇"
    MERGED = "merged", "综合"
    BRIEF = "brief", "简讯"


class Direction(Vocabulary):
    """For whom an issue is printed: the own level or a higher office."""

    OWN = "own", "本级"
    UPWARD = "upward", "上报"


class Disposition(Vocabulary):
    """The decision at 初选 (practice.md §1.1)."""

    SHORTLIST = "shortlist", "拟用"
    MERGE = "merge", "综合"
    KEEP = "keep", "留存"
    REJECT = "reject", "不用"
    FORWARD = "forward", "转送"


class RejectReason(Vocabulary):
    """Why a submission is not used (practice.md §1.1)."""

    DUPLICATE = "duplicate", "已有同类"
    OUTDATED = "outdated", "时效已过"
    IN_THE_MEDIA = "in_the_media", "媒体已报"
    UNVERIFIED = "unverified", "事实待核"
    NO_FIGURES = "no_figures", "缺数据"
    NOT_OUR_LEVEL = "not_our_level", "不属本级"
    ORDINARY = "ordinary", "内容一般"
    PROPOSAL_TEXT = "proposal_text", "提案原文"
    SUSPECTED_COPY = "suspected_copy", "疑似雷同"
    SENSITIVE = "sensitive", "涉敏感不宜"


class VerificationWay(Vocabulary):
    """How one asked after a report's facts."""

    PHONE = "phone", "电话"
    IN_PERSON = "in_person", "当面"
    LETTER = "letter", "函"


class VerificationOutcome(Vocabulary):
    """What came of a 核实."""

    TRUE = "true", "属实"
    DIFFERS = "differs", "有出入"
    AWAITED = "awaited", "待答复"


class SubmissionState(Vocabulary):
    """How far a submission has come; 已采用 begins when an issue with it is printed."""

    PENDING = "pending", "待初选"
    SCREENED = "screened", "已初选"
    DRAFTED = "drafted", "已成稿"
    ADOPTED = "adopted", "已采用"


class ArticleState(Vocabulary):
    """How far an article has come."""

    DRAFT = "draft", "草稿"
    IN_REVIEW = "in_review", "送核"
    REVIEWED = "reviewed", "已核"
    RETURNED = "returned", "退改"
    PLACED = "placed", "入期"
    SIGNED = "signed", "已签发"
    PRINTED = "printed", "已印发"
    HELD_OVER = "held_over", "留待下期"


class IssueState(Vocabulary):
    """How far an issue has come (practice.md §1.2)."""

    PLANNED = "planned", "拟编"
    CHECKING = "checking", "核稿"
    PROOF = "proof", "清样"
    SENT = "sent", "送签"
    SIGNED = "signed", "已签发"
    RECHECKED = "rechecked", "复核"
    FINALISED = "finalised", "定版"
    PRINTING = "printing", "付印"
    PRINTED = "printed", "已印发"
    RETURNED = "returned", "退改"
    DEFERRED = "deferred", "缓发"


class Frequency(Vocabulary):
    """How often a unit is expected to report."""

    DAILY = "daily", "日"
    WEEKLY = "weekly", "周"
    MONTHLY = "monthly", "月"


class InformantKind(Vocabulary):
    """Who an informant is (domain.md §1)."""

    FULL_TIME = "full_time", "专职"
    PART_TIME = "part_time", "兼职"
    INVITED = "invited", "特邀"
    SPECIAL = "special", "特约"
    DIRECT = "direct", "直报"


class ContributionRole(Vocabulary):
    """Which part a unit has in a submission."""

    MAIN = "main", "主报"
    JOINT = "joint", "联报"


class Post(Vocabulary):
    """The posts that act on articles and issues; each profile brings one person per post."""

    EDITOR = "editor", "编辑"
    PROOFREADER = "proofreader", "校对"
    SECTION_CHIEF = "section_chief", "科长"
    DEPUTY_DIRECTOR = "deputy_director", "分管副主任"
    OFFICE_DIRECTOR = "office_director", "办公室主任"
    SECRETARY_GENERAL = "secretary_general", "秘书长"
    VICE_CHAIR = "vice_chair", "分管副主席"


class ImportStatus(Vocabulary):
    """What became of one file at 收稿."""

    REGISTERED = "registered", "已登记"
    DUPLICATE = "duplicate", "重复未登记"
    REFUSED = "refused", "未收"
    IGNORED = "ignored", "略过"


CHANNELS = (
    "党委信息网",
    "机要",
    "光盘",
    "纸质",
    "传真",
    "电话",
    "值班",
    "调研",
    "会议",
    "信访",
    "网络舆情",
)
"""Ways a report comes in (practice.md §7)."""

UNIT_CLASSES = (
    "县（市、区）",
    "开发区",
    "党委部门",
    "政府部门",
    "群团",
    "垂管和驻市单位",
    "国企高校",
    "乡镇街道",
    "直报点",
    "特邀信息员",
)
"""Unit classes to start with (practice.md §7); the office may add its own."""

TOPICS = (
    "中心工作与决策落实",
    "党建",
    "宣传思想",
    "统战",
    "政法稳定",
    "改革开放",
    "工业科技",
    "三农",
    "城建交通",
    "财税金融",
    "生态安全",
    "民生",
    "基层治理",
    "减负作风",
    "舆情",
)
"""Topics to start with (practice.md §7)."""


class BreakingMode(Vocabulary):
    """How lines are broken (word-parity.md §5): as the office does, or with compressed marks."""

    OFFICE = "office", "与 Word 一致"
    FINE = "fine", "标点压缩"


class WordFonts(Vocabulary):
    """Which fonts a Word file names (word-parity.md §5): those it was set in, or official ones."""

    ACTUAL = "actual", "实际字体"
    OFFICIAL = "official", "公文字体"


class CopyNumbers(Vocabulary):
    """Whether copies of a publication bear a 份号, and who puts it on (practice.md §3)."""

    NONE = "none", "不编号"
    PRINTED = "printed", "打印时印上"
    BLANK = "blank", "用号码机打"


class Weight(Vocabulary):
    """How much a finding of the whole-issue check matters."""

    ERROR = "error", "错误"
    WARNING = "warning", "提醒"
    NOTE = "note", "说明"


class PaperForm(Vocabulary):
    """Forms on paper that the program fills (practice.md §7); each has a template."""

    SIGN_SHEET = "sign_sheet", "审签单"
    PROOF_COVER = "proof_cover", "清样封面"
    CORRECTION_NOTICE = "correction_notice", "更正通知"
    RECALL_NOTICE = "recall_notice", "收回通知"
    DISPATCH_REGISTER = "dispatch_register", "发文登记簿"
    EXCHANGE_LIST = "exchange_list", "交换清单"
    RETURN_LIST = "return_list", "清退单"
    SUBMISSION_REGISTER = "submission_register", "来稿登记簿"


class CorrectionKind(Vocabulary):
    """What is done about a printed issue; the issue itself is never edited (domain.md §2)."""

    CORRECTION = "correction", "更正"
    RECALL = "recall", "收回"
    REPRINT = "reprint", "重印"


class PrintKind(Vocabulary):
    """What a print run was for; every run is recorded (practice.md §3)."""

    PROOF = "proof", "清样"
    FINAL = "final", "正式"
    LARGE = "large", "大字版"
    REPRINT = "reprint", "补印"
    SIGN_SHEET = "sign_sheet", "审签单"
    CALIBRATION = "calibration", "校准"


class CopyOutcome(Vocabulary):
    """What became of a copy that had to be given back (practice.md §3)."""

    RETURNED = "returned", "清退"
    DESTROYED = "destroyed", "销毁"
