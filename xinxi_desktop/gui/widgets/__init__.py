"""House widgets: what the views are put together from."""
