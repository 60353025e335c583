"""peerguide: the National Practice Guidelines for peer support, in a terminal."""

__version__ = "0.1.0"
