"""Files in, value objects out: raw reports (.docx, .txt), folders, unit tables.

Nothing here writes a byte. Every file that can't be taken is a ``UserError`` whose code and
sentence stand in ``refusals``.
"""
