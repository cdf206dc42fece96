"""Value objects to files: PDF, Word, Excel. Each library is wrapped in one module."""
