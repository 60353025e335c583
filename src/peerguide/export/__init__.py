"""What a file holds: functions from values to text, which know neither the screen nor the file system."""
