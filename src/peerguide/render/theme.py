"""The one place where meanings get their colours.

Each colour is of middling lightness, so that it keeps a contrast of at least 4:1 on black and on white alike
(`tests/test_render.py` computes it), and none is the only carrier of what it means.
"""

from __future__ import annotations

STYLES = {
    "title": "bold",
    "ref": "bold #af5f00",
    "theme": "italic #008787",
    "heading": "bold #008787",
    "practice": "bold #875faf",
    "role": "bold #008787",
    "label": "bold",
    "match": "bold underline",
    "cite": "#767676",
    "command": "bold #875faf",
    "right": "bold #00875f",
    "missed": "bold #af5f00",
    "done": "#008787",
    "memory": "#875faf",
    "text": "none",
}
