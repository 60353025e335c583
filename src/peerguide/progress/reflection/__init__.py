"""Reflections: how often each statement of a part is so, as the person sees it; kept, looked at, set side by side."""
