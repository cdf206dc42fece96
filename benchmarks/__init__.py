"""What `make bench` measures: ratios within one run, never a time as a pass mark."""
