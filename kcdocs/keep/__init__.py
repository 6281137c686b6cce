"""What a user keeps in the data folder: its form, a backup of it, and the way to another machine."""
