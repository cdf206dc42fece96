"""What ``--help`` says of each command, in the words of the office.

A line that is only a backspace keeps the lines after it from being joined.
"""

from __future__ import annotations

_NUMBER = "NUMBER 是来稿编号：12（当年）或 2026:12。"
_ISSUE = "ISSUE 是期的编号，或“刊名:年:期”，如 每日快报:2026:12。"

PROGRAM = """信息科工作台：收稿、编辑、排版、统计。

不带命令就打开窗口。工作文件（FILE）的名字以 .xinxi 结尾。

\b
退出码：0 做完；1 输入不对；2 用法不对；3 工作文件损坏、被占用或只读。
"""

HELP = {
    "new": "新建工作文件。",
    "import": """收稿：登记 Word（.docx）和文本（.txt）文件。

文件夹连同里面的文件夹按名称次序收。有一个文件没有收下，退出码就是 1，其余照收；重复的不算。
""",
    "units": """导入单位名录。

\b
按标题行认列：单位（必有）、简称（用、隔开）、类别、建制顺序、报送频次、电话。
其他列指出后略过。
""",
    "dispose": f"""初选：定为拟用、综合、留存、不用或转送。

{_NUMBER}
""",
    "trash": f"""删除来稿：放入回收站，编号保留；--restore 恢复。

{_NUMBER}
""",
    "article": f"""由一条来稿成稿，或由几条综合成一篇；输出稿件编号。

{_NUMBER}
""",
    "review": """核稿；--return 是退改。

ARTICLE 是稿件编号。
""",
    "text": """上报文本：标题和正文，每段空两个全角格，可以直接贴进上级的报送系统。

ARTICLE 是稿件编号。
""",
    "issue": """组期：把稿件按次序编成一期；输出期的编号。

PUBLICATION 是刊名或其中几个字，ARTICLE 是稿件编号。
""",
    "check": f"""送签前检查全期：目录、期号、栏目、重复、单位写法、密级、报送、字体。

{_ISSUE}
""",
    "advice": f"""版面建议：差几行多占一页、页首孤行、页末空白，各有试过的办法。不改动任何内容。

{_ISSUE}
""",
    "proof": f"""拟编 → 核稿 → 清样 → 送签。每篇都核过才出清样。

{_ISSUE}
""",
    "sign": f"""签发：签批链上每人一次，按次序。

{_ISSUE}
""",
    "finalise": f"""复核（不能是本期编辑）并定版：定期号、日期、份数。

{_ISSUE}
""",
    "print-out": f"""付印并印发：存下 PDF 和 Word，来稿算作采用。

{_ISSUE}
""",
    "export": f"""导出一期；定版前的带“清样”字样。

{_ISSUE}
""",
    "forms": """列出表单模板；--fields 列出一种表单能用的字段。

\b
导出来改：xinxi forms FILE --export 审签单 -o 审签单.docx
换成自己的：xinxi forms FILE --take 审签单 --from 审签单.docx
恢复自带的：xinxi forms FILE --shipped 审签单
""",
    "form": f"""生成一份表单：审签单、清样封面、更正通知、收回通知、交换清单、清退单、发文登记簿。

后三种是清单，可以写成 Excel。

{_ISSUE}发文登记簿写年份，如 2026。
""",
    "correct": f"""更正已印发的一期：登记更正内容，通知发给收到这一期的各对象。

{_ISSUE}已印发的内容不改动。
""",
    "recall": f"""收回已印发的一期：全部份数都要退回。

{_ISSUE}
""",
    "reprint": f"""重印：按存档的 PDF 加印几份，内容不变。

{_ISSUE}
""",
    "recipients": """列出一种刊物的分发对象；也可以增、改、停、删。

\b
增加：xinxi recipients FILE 每日快报 --add 市委书记 --copies 1 --way 直送 --large
更改：xinxi recipients FILE 每日快报 --change 市委书记 --copies 2
""",
    "distribution": f"""列出一期发给谁、几份、哪些份号；印发前可以改，印发后只能加发。

{_ISSUE}付印时照刊物的分发对象自动列出。
""",
    "returns": f"""列出一期还没有退回的份；写上份号就是登记清退或销毁。

{_ISSUE}
""",
    "print-runs": f"""列出一期每次打印：内容、份数、份号、打印机、谁、何时。

{_ISSUE}
""",
    "typeset": """把一篇文本排成公文页面，没有报头和版记。

\b
文本文件第一行是标题，一段一行；一、（一）1.（1）认作各级标题。
也可以是 Word 文件（.docx），连同其中的表格和图片。
版式：标准22×28、28磅行距、GB/T 33476、大字版（二号）等，写其中几个字也行。
""",
    "schemes": "列出版式：自带的和本办自己的，每页几行、每行几字。",
    "scheme": """建立、修改或删除本办自己的版式；自带的不能改，可由它另存。

\b
如：xinxi scheme FILE 宽边距 --from 标准22×28 --set 天头=40 --set 行距=28
能改：纸宽、纸高、天头、地脚、订口、切口（毫米），正文字号、标题字号、行距、字间距、页码字号（磅），
首行缩进（字），刊名距版心上边（毫米），断行（office 或 fine），版记可同页（是或否）。
""",
    "publications": """列出刊物，和可以添加的现成刊物；--add 添加一种。

社情民意普刊、专报、转报、转送，政务信息、值班信息等都是现成的。
""",
    "statistics": "统计各单位报送、采用条数、采用篇次、采用率，零报送也列出。",
    "list": "列出来稿、稿件、期、单位或操作记录，新的在前，单位按建制顺序。",
    "search": "按收稿号、期号（快报 12）、份号、校验码、标题或正文里的字查找；几个词要都有。",
    "undo": "撤销最近一步操作；定局的操作不能撤销。",
    "verify": """核对原件、印发文件、稿件、清样、签批和编号。

有一处不符，退出码就是 3。
""",
    "backup": "把工作文件备份到 TO（文件或文件夹），窗口正用着也可以。",
    "fonts": "列出公文各种字用哪个字体文件，没有的用什么代替。",
    "demo": """走一遍全程：收稿、初选、成稿、核稿、组期、签发、印发、统计。

\b
不写 --from 就用示例办公室。
结果：office.xinxi、bulletin.pdf、bulletin.docx、statistics.xlsx、summary.json。
""",
}
