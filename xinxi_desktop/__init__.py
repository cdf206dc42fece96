"""信息科工作台: the desk program of an information section."""

__version__ = "0.1.0"
